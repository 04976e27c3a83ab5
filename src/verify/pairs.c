#include "verify/pairs.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "verify/csv.h"
#include "verify/helper.h"
#include "verify/plain.h"
#include "verify/published.h"

enum { MOST_LEVELS = 12, MOST_PEOPLE = 1000000000 };

/* Pairs k of n, as one number each, so that they can be sorted and looked up. */
struct pairs {
    uint64_t *items;
    size_t count, capacity;
};

static void add(struct pairs *pairs, double count, double base) {
    if (!(count >= 0) || !(base >= count) || base > MOST_PEOPLE)
        return;
    pairs->items = memory_grow(pairs->items, pairs->count, &pairs->capacity, sizeof(uint64_t));
    pairs->items[pairs->count++] = (uint64_t)llround(base) << 32 | (uint64_t)llround(count);
}

static double count_in(uint64_t pair) {
    return (double)(pair & 0xFFFFFFFF);
}

static double base_in(uint64_t pair) {
    return (double)(pair >> 32);
}

static int compare(const void *one, const void *other) {
    const uint64_t *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

static void sort(struct pairs *pairs) {
    size_t kept = 0;
    if (pairs->count > 0)
        qsort(pairs->items, pairs->count, sizeof *pairs->items, compare);
    for (size_t i = 0; i < pairs->count; i++)
        if (kept == 0 || pairs->items[kept - 1] != pairs->items[i])
            pairs->items[kept++] = pairs->items[i];
    pairs->count = kept;
}

static bool is(const struct published_row *row, const char *statistic) {
    return strcmp(row->statistic, statistic) == 0;
}

static bool same(const char *one, const char *other) {
    return strcmp(one, other) == 0;
}

/* Neighbouring answers together, such as both ends of a scale. */
static void add_sums(struct pairs *pairs, const struct published_file *file, size_t first) {
    const struct published_row *start = &file->rows[first];
    double sum = 0;
    for (size_t i = first; i < file->count && same(file->rows[i].question, start->question);
         i++) {
        const struct published_row *row = &file->rows[i];
        if (!is(row, "count") || isnan(row->value) || fabs(row->base - start->base) > 0 ||
            !same(row->item, start->item) || !same(row->by, start->by) ||
            !same(row->level, start->level))
            continue;
        sum += row->value;
        add(pairs, sum, start->base);
    }
}

/* What several groups have together: a coarser group is the sum of its codes. */
static void add_groups(struct pairs *pairs, const struct published_file *file, size_t first) {
    const struct published_row *start = &file->rows[first], *levels[MOST_LEVELS];
    size_t count = 0;
    for (size_t i = first; i < file->count && same(file->rows[i].question, start->question) &&
                           count < MOST_LEVELS;
         i++) {
        const struct published_row *row = &file->rows[i];
        if (published_is_share(row) && is(row, start->statistic) &&
            same(row->item, start->item) && same(row->category, start->category) &&
            same(row->by, start->by))
            levels[count++] = row;
    }
    for (unsigned set = 1; set < 1U << count; set++) {
        double people = 0, base = 0;
        for (size_t i = 0; i < count; i++)
            if (set >> i & 1) {
                people += levels[i]->value * levels[i]->base;
                base += levels[i]->base;
            }
        add(pairs, nearbyint(people), base);
    }
}

static void add_figures(struct pairs *pairs, const struct published_file *file) {
    for (size_t i = 0; i < file->count; i++) {
        const struct published_row *row = &file->rows[i];
        if (published_is_share(row))
            add(pairs, nearbyint(row->value * row->base), row->base);
        if (is(row, "count") && !isnan(row->value) && !isnan(row->base))
            add_sums(pairs, file, i);
        if (row->by[0] != '\0' && published_is_share(row))
            add_groups(pairs, file, i);
    }
    sort(pairs);
    for (size_t i = pairs->count; i-- > 0;)
        add(pairs, base_in(pairs->items[i]) - count_in(pairs->items[i]),
            base_in(pairs->items[i]));
    sort(pairs);
}

static double whole(const struct published_file *file, const char *statistic) {
    for (size_t i = 0; i < file->count; i++)
        if (file->rows[i].question[0] == '\0' && is(&file->rows[i], statistic))
            return file->rows[i].value;
    return NAN;
}

/* Of the answers, those that a question has; of the comparisons, those that differ. */
static void add_totals(struct pairs *pairs, const struct published_file *file) {
    double answers = whole(file, "rows_accepted"), verdicts = 0, differ = 0;
    add(pairs, answers, whole(file, "invited"));
    for (size_t i = 0; i < file->count; i++) {
        const struct published_row *row = &file->rows[i];
        if (is(row, "answered") && row->by[0] == '\0' && !isnan(row->value))
            add(pairs, row->value, answers);
        if (is(row, "verdict") && !isnan(row->value)) {
            verdicts++;
            differ += row->value > 0.5;
        }
        for (double part = 1; is(row, "least_difference") && part <= row->base; part++)
            add(pairs, nearbyint((1 - row->value) * part), part);
    }
    add(pairs, differ, verdicts);
}

/* Of those who are missing, so many as a majority of all still needs. */
static void add_missing(struct pairs *pairs, const struct published_file *file) {
    double invited = whole(file, "invited");
    size_t count = pairs->count;
    for (size_t i = 0; invited > 0 && i < count; i++)
        add(pairs, floor(invited / 2) + 1 - count_in(pairs->items[i]),
            invited - base_in(pairs->items[i]));
}

/* So many entries of a list: of the longest one of the codebook, and of all shorter ones. */
static void add_lists(struct pairs *pairs, struct work *work) {
    const char *bytes = work_load(work, "public/codebook.csv");
    const struct csv *csv = csv_read(work->arena, bytes != NULL ? bytes : "");
    size_t longest = 0, length = 0;
    for (size_t i = 1; i < csv->count; i++) {
        bool goes_on = i > 1 && same(csv_field(csv, &csv->rows[i], "question"),
                                     csv_field(csv, &csv->rows[i - 1], "question"));
        bool item = csv_field(csv, &csv->rows[i], "item")[0] != '\0' ||
                    csv_field(csv, &csv->rows[i], "category")[0] != '\0';
        length = goes_on ? length + item : item;
        longest = length > longest ? length : longest;
    }
    for (size_t n = 1; n <= longest; n++)
        for (size_t k = 0; k <= n; k++)
            add(pairs, (double)k, (double)n);
}

static void add_bases(struct pairs *pairs) {
    size_t count = pairs->count;
    for (size_t i = 0; i < count; i++)
        add(pairs, base_in(pairs->items[i]), base_in(pairs->items[i]));
    sort(pairs);
}

static const char *skip_blanks(const char *at) {
    return at + strspn(at, " \n\f\t");
}

/* The number behind "von" or "of", where at is behind the first number; NULL: none. */
static const char *second_number(const char *at) {
    const char *word = skip_blanks(at);
    bool joined = strncmp(word, "von", 3) == 0 || strncmp(word, "of", 2) == 0;
    const char *next = word + (*word == 'v' ? 3 : 2);
    if (word == at || !joined || skip_blanks(next) == next)
        return NULL;
    next = skip_blanks(next);
    return *next >= '0' && *next <= '9' ? next : NULL;
}

static void find_strange(struct work *work, const struct pairs *pairs, const char *name,
                         const char *text, bool lines) {
    for (const char *at = text; *(at += strcspn(at, "0123456789")) != '\0';) {
        char *end;
        uint64_t count = strtoull(at, &end, 10);
        const char *second = second_number(end);
        const char *begin = at;
        at = end;
        if (second == NULL)
            continue;
        uint64_t base = strtoull(second, NULL, 10), pair = base << 32 | count;
        if (bsearch(&pair, pairs->items, pairs->count, sizeof pair, compare) != NULL)
            continue;
        struct diag_place place = work_place(work, name, lines ? plain_line(text, begin) : 0);
        diag_add(work->diag, DIAG_ERROR, &place,
                 "'%" PRIu64 " of %" PRIu64 "' follows from no figure of published.csv: make "
                 "all anew with 'nachlese run', and change nothing by hand",
                 "„%" PRIu64 " von %" PRIu64 "“ folgt aus keiner Zahl von published.csv: alles "
                 "mit „nachlese run“ neu erzeugen und nichts von Hand ändern",
                 count, base);
    }
}

static void look_through(struct work *work, const struct pairs *pairs, const char *name) {
    bool page = run_files_fits(name, "public/report.", ".html") ||
                run_files_fits(name, "public/charts/", ".svg");
    bool text = run_files_fits(name, "public/report.", ".txt");
    bool pdf = run_files_fits(name, "public/report.", ".pdf");
    const char *bytes = page || text ? work_load(work, name)
                        : pdf        ? helper_pdf(work, name)
                                     : NULL;
    if (bytes == NULL)
        return;
    if (page)
        bytes = plain_page(work->arena, bytes);
    if (text)
        bytes = plain_without_quotations(work->arena, bytes);
    find_strange(work, pairs, name, plain_blanks(work->arena, bytes), !pdf);
}

void pairs_check(struct work *work) {
    struct pairs pairs = {0};
    const struct published_file *file = published_load(work);
    if (file == NULL)
        return;
    add_figures(&pairs, file);
    add_totals(&pairs, file);
    add_missing(&pairs, file);
    add_lists(&pairs, work);
    add_bases(&pairs);
    for (size_t i = 0; i < work->files->count; i++)
        look_through(work, &pairs, work->files->files[i].name);
    free(pairs.items);
}
