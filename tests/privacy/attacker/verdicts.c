#include "verdicts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#include "chance.h"
#include "table.h"
#include "view.h"

static const double level = 0.05; /* of the family of tests */
/* A p so near the threshold may fall to either side by rounding. */
static const double near = 1e-9;

/* A verdict, and between which bounds the p of its test lies. */
struct verdict {
    const struct result *row;
    double low, high;
};

struct family {
    const struct published *published;
    const struct codebook *codebook;
    struct findings *findings;
    struct verdict *list;
    size_t count, capacity;
};

static void report(const struct family *family, const struct result *row, const char *what) {
    findings_add(family->findings, &(struct finding){.rule = "P4",
                                                     .how = "shown",
                                                     .what = what,
                                                     .question = row->question,
                                                     .item = row->item,
                                                     .by = row->by,
                                                     .level = "",
                                                     .category = row_statistic(row),
                                                     .low = -1,
                                                     .high = -1});
}

/* The p of the table of the class and the rest by the groups shown. */
static void add_test(struct family *family, const struct result *row,
                     const struct class_by_group *class) {
    int64_t counts[2 * POSITIONS];
    struct grid grid = {.rows = 2, .columns = class->groups, .counts = counts};
    for (size_t g = 0; g < class->groups; g++) {
        counts[g] = class->count[g];
        counts[class->groups + g] = class->base[g] - class->count[g];
    }
    struct null *null = null_new(&grid);
    family->list =
        memory_grow(family->list, family->count, &family->capacity, sizeof *family->list);
    struct verdict *verdict = &family->list[family->count++];
    *verdict = (struct verdict){.row = row};
    null_p(null, grid_statistic(&grid), &verdict->low, &verdict->high);
    null_free(null);
}

static void read_verdict(struct family *family, const struct result *row) {
    struct class_by_group class;
    if (view_class_by_group(family->published, family->codebook, row, &class) &&
        class.groups > 1)
        add_test(family, row, &class);
    else
        report(family, row, "a verdict, but not the counts that it tests");
}

static int compare_low(const void *a, const void *b) {
    const struct verdict *left = a, *right = b;
    return (left->low > right->low) - (left->low < right->low);
}

static int compare_high(const void *a, const void *b) {
    const struct verdict *left = a, *right = b;
    return (left->high > right->high) - (left->high < right->high);
}

/* How many of the tests are strong: the greatest k for which k of them have p below
 * level x k / tests (Benjamini and Hochberg 1995). */
static size_t count_strong(struct family *family, bool low) {
    double tests = (double)family->published->tests;
    qsort(family->list, family->count, sizeof *family->list, low ? compare_low : compare_high);
    for (size_t k = family->count; k > 0; k--) {
        double p = low ? family->list[k - 1].low : family->list[k - 1].high;
        if (p < level * (double)k / tests + (low ? near : -near))
            return k;
    }
    return 0;
}

/* The adjusted p is below the level where p is below level x k / tests, k the number of strong
 * ones. Where p is only known within bounds, so is k. */
static void compare(struct family *family) {
    double tests = (double)family->published->tests;
    double least = (double)count_strong(family, false);
    double most = (double)count_strong(family, true);
    for (size_t i = 0; i < family->count; i++) {
        const struct verdict *verdict = &family->list[i];
        bool strong = verdict->row->value > 0.5;
        bool may = verdict->low < level * most / tests + near;
        bool must = least > 0 && verdict->high < level * least / tests - near;
        if (strong ? !may : must)
            report(family, verdict->row, "the verdict is no function of the counts beside it");
    }
}

/* The p of all of the first group against k of the second. */
static double p_of_two(int64_t first, int64_t second, int64_t k) {
    int64_t counts[] = {first, k, 0, second - k};
    struct grid grid = {.rows = 2, .columns = 2, .counts = counts};
    double low, high;
    struct null *null = null_new(&grid);
    null_p(null, grid_statistic(&grid), &low, &high);
    null_free(null);
    return low;
}

/* All of the greatest group against k of the next: the least difference with p at most the
 * level divided by all tests. Without one that is small enough there may be no row. */
static void check_least(const struct family *family, const struct result *row) {
    struct class_by_group class;
    int64_t first = 0, second = 0;
    if (!view_class_by_group(family->published, family->codebook, row, &class))
        class.groups = 0;
    for (size_t g = 0; g < class.groups; g++) {
        int64_t base = class.base[g];
        second = base > first ? first : base > second ? base : second;
        first = base > first ? base : first;
    }
    double bound = level / (double)family->published->tests * (1 + near);
    int64_t k = second;
    while (k > 0 && p_of_two(first, second, k) > bound)
        k--;
    double least = second > 0 ? 1 - (double)k / (double)second : 0;
    if (class.groups < 2 || p_of_two(first, second, k) > bound ||
        fabs(row->value - least) > near || (row->has_n && row->n != second))
        report(family, row, "the least difference is no function of the bases shown");
}

void verdicts_check(const struct published *published, const struct codebook *codebook,
                    struct findings *findings) {
    struct family family = {.published = published, .codebook = codebook, .findings = findings};
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *row = &published->results->rows[i];
        if (row->statistic == STATISTIC_VERDICT && row->has_value)
            read_verdict(&family, row);
        if (row_is_least_difference(row) && row->has_value)
            check_least(&family, row);
    }
    if (family.count > (size_t)published->tests)
        report(&family, family.list[0].row, "more verdicts than tests");
    else if (family.count > 0)
        compare(&family);
    free(family.list);
}
