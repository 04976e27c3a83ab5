/* Compares inference/ with what R found: the committed files tests/oracle/tables.tsv and
 * estimates.tsv, which scripts/oracle makes anew where R is installed. Runs in the project's
 * folder. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inference/adjustment.h"
#include "inference/comparison.h"
#include "inference/concordance.h"
#include "inference/distribution.h"
#include "inference/interval.h"
#include "inference/leaders.h"
#include "inference/permutation.h"
#include "inference/reliability.h"
#include "inference/sign_flip.h"

enum { COLUMNS = 14, MOST = 2000 };

/* A line with tabs; its fields are cut out of it. */
struct line {
    char *text;
    size_t room;
    char *fields[COLUMNS];
};

static bool read_line(FILE *file, struct line *line) {
    if (getline(&line->text, &line->room, file) < 0)
        return false;
    line->text[strcspn(line->text, "\n")] = '\0';
    char *rest = line->text;
    for (size_t i = 0; i < COLUMNS; i++) {
        static char nothing[] = "";
        line->fields[i] = rest != NULL ? strsep(&rest, "\t") : nothing;
    }
    return true;
}

/* The numbers of a field; NAN for NA. Returns how many. */
static size_t numbers(const char *field, double values[MOST]) {
    size_t count = 0;
    for (char *end; *field != '\0'; field = end + (*end == ' ')) {
        if (strncmp(field, "NA", 2) == 0) {
            end = (char *)(uintptr_t)field + 2;
            values[count++] = NAN;
            continue;
        }
        assert_true(count < MOST);
        values[count++] = strtod(field, &end);
        assert_true(end > field);
    }
    return count;
}

static size_t whole_numbers(const char *field, int64_t values[MOST]) {
    static double read[MOST];
    size_t count = numbers(field, read);
    for (size_t i = 0; i < count; i++)
        values[i] = (int64_t)read[i];
    return count;
}

static void check(const struct line *line, const char *what, double found, double expected,
                  double slack) {
    if (fabs(found - expected) <= 1e-9 * fabs(expected) + slack)
        return;
    print_error("%s %s, %s: found %.17g, expected %.17g\n", line->fields[0], line->fields[1],
                what, found, expected);
    fail();
}

/* Both undefined, or within a relative 1e-9. slack is for figures that R gets as a difference.
 */
static void compare(const struct line *line, const char *what, bool defined, double found,
                    double expected, double slack) {
    if (defined != !isnan(expected)) {
        print_error("%s %s: %s\n", line->fields[0], line->fields[1], what);
        fail();
    }
    if (defined)
        check(line, what, found, expected, slack);
    else
        assert_true(found == 0);
}

/* --- tables --- */

enum {
    NAME,
    KIND,
    GROUPS,
    ANSWERS,
    COUNTS,
    STATISTIC,
    DF,
    P,
    EFFECT,
    CLIFF,
    METHOD,
    EXACT,
    ERROR,
    RESIDUALS
};

static double number_of(const struct line *line, size_t field) {
    static double values[MOST];
    assert_int_equal(numbers(line->fields[field], values), 1);
    return values[0];
}

/* A p-value of random tables lies within 4 standard errors, its own and that of R's. */
static void compare_permutation(const struct line *line, const struct contingency *table) {
    struct permutation found = permutation_test(table, 20210313);
    const char *method = line->fields[METHOD];
    double expected = number_of(line, EXACT), error = number_of(line, ERROR);
    assert_int_equal(found.defined, strcmp(method, "none") != 0);
    if (strcmp(method, "exact") == 0)
        assert_int_equal(found.method, PERMUTATION_EXACT);
    assert_int_equal(found.method == PERMUTATION_ASYMPTOTIC, strcmp(method, "asymptotic") == 0);
    compare(line, "exact_p", found.defined, found.p, expected, 4 * error);
}

static void compare_residuals(const struct line *line, const int64_t *counts, size_t groups,
                              size_t answers) {
    static double expected[MOST];
    assert_int_equal(numbers(line->fields[RESIDUALS], expected), groups * answers);
    int64_t rows[MOST] = {0}, columns[MOST] = {0}, n = 0;
    for (size_t i = 0; i < groups * answers; i++) {
        rows[i % answers] += counts[i];
        columns[i / answers] += counts[i];
        n += counts[i];
    }
    for (size_t i = 0; i < groups * answers; i++) {
        struct estimate residual =
            contingency_residual(counts[i], rows[i % answers], columns[i / answers], n);
        compare(line, "residual", residual.defined, residual.value, expected[i], 1e-12);
    }
}

static void test_tables(void **state) {
    (void)state;
    FILE *file = fopen("tests/oracle/tables.tsv", "r");
    assert_non_null(file);
    struct line line = {0};
    static int64_t counts[MOST];
    size_t tables = 0, tests = 0;
    assert_true(read_line(file, &line)); /* headings */
    for (; read_line(file, &line); tables++) {
        size_t groups = (size_t)number_of(&line, GROUPS);
        size_t answers = (size_t)number_of(&line, ANSWERS);
        const int64_t *columns[MOST];
        assert_int_equal(whole_numbers(line.fields[COUNTS], counts), groups * answers);
        for (size_t i = 0; i < groups; i++)
            columns[i] = &counts[i * answers];
        struct contingency *table = contingency_new(columns, groups, answers);
        bool ordered = line.fields[KIND][0] == 'o';
        struct comparison found =
            ordered ? comparison_kruskal(table) : comparison_chi_square(table);
        compare(&line, "statistic", found.defined, found.statistic, number_of(&line, STATISTIC),
                1e-12);
        compare(&line, "df", found.defined, (double)found.degrees, number_of(&line, DF), 0);
        compare(&line, "p", found.defined, found.p, number_of(&line, P), 0);
        compare(&line, "effect", found.defined, found.effect, number_of(&line, EFFECT), 1e-12);
        struct estimate cliff = comparison_cliff(table);
        compare(&line, "cliff", cliff.defined, cliff.value, number_of(&line, CLIFF), 1e-12);
        if (answers == 2) {
            compare_permutation(&line, table);
            tests++;
        }
        if (!ordered)
            compare_residuals(&line, counts, groups, answers);
        contingency_free(table);
    }
    assert_true(tables >= 60 && tests >= 30);
    free(line.text);
    fclose(file);
}

/* --- estimates: what, name, then fields by kind --- */

static void check_relative(const struct line *line, double found, double expected) {
    check(line, "value", found, expected, 1e-300);
}

static void check_number(const struct line *line) {
    static double arguments[MOST], expected[MOST];
    static int64_t counts[MOST];
    numbers(line->fields[2], arguments);
    struct frequency_table table = {(int64_t)arguments[0], counts,
                                    whole_numbers(line->fields[3], counts),
                                    (int64_t)arguments[1]};
    assert_int_equal(numbers(line->fields[4], expected), 10);
    struct moments moments = moments_of(&table, 1);
    compare(line, "n", true, (double)moments.n, expected[0], 0);
    compare(line, "mean", true, moments.mean, expected[1], 0);
    compare(line, "sd", moments.has_sd, moments.sd, expected[2], 0);
    for (int quartile = 1; quartile <= 3; quartile++)
        compare(line, "quartile", true, moments_quartile(&table, quartile).value,
                expected[2 + quartile], 0);
    struct estimate plain = interval_student(&moments, 0, 0.95);
    struct estimate finite = interval_student(&moments, 2 * moments.n, 0.95);
    compare(line, "low", plain.has_interval, plain.low, expected[6], 1e-12);
    compare(line, "high", plain.has_interval, plain.high, expected[7], 1e-12);
    compare(line, "finite low", finite.has_interval, finite.low, expected[8], 1e-12);
    compare(line, "finite high", finite.has_interval, finite.high, expected[9], 1e-12);
}

/* 14 digits of the certified values; the sets are decimals, and as such are they read. */
static void check_nist(const struct line *line) {
    static double arguments[MOST], expected[MOST];
    static int64_t counts[MOST];
    numbers(line->fields[2], arguments);
    struct frequency_table table = {(int64_t)arguments[0], counts,
                                    whole_numbers(line->fields[3], counts),
                                    (int64_t)arguments[1]};
    numbers(line->fields[4], expected);
    struct moments moments = moments_of(&table, 1);
    assert_true((double)moments.n == expected[0]);
    assert_true(fabs(moments.mean - expected[1]) <= 0.5e-14 * expected[1]);
    assert_true(fabs(moments.sd - expected[2]) <= 0.5e-14 * expected[2]);
}

static void check_share(const struct line *line) {
    static double arguments[MOST], expected[MOST];
    assert_int_equal(numbers(line->fields[2], arguments), 4);
    assert_int_equal(numbers(line->fields[3], expected), 2);
    int64_t count = (int64_t)arguments[0], n = (int64_t)arguments[1];
    struct estimate share = interval_share(count, n, (int64_t)arguments[2], arguments[3]);
    assert_string_equal(interval_share_method(n, (int64_t)arguments[2]), line->fields[0]);
    assert_true(share.defined && share.value == arguments[0] / arguments[1]);
    compare(line, "low", share.has_interval, share.low, expected[0], 1e-14);
    compare(line, "high", share.has_interval, share.high, expected[1], 1e-14);
}

static void check_alpha(const struct line *line) {
    static double arguments[MOST], expected[MOST];
    static int64_t sums[MOST];
    assert_int_equal(numbers(line->fields[2], arguments), 5);
    assert_int_equal(whole_numbers(line->fields[3], sums), (size_t)arguments[0]);
    assert_int_equal(numbers(line->fields[4], expected), 3);
    struct item_sums items = {(int64_t)arguments[1], (size_t)arguments[0], sums,
                              (int64_t)arguments[2], (int64_t)arguments[3]};
    struct estimate alpha = reliability_alpha(&items, arguments[4]);
    compare(line, "alpha", alpha.defined, alpha.value, expected[0], 1e-13);
    compare(line, "low", alpha.has_interval, alpha.low, expected[1], 1e-12);
    compare(line, "high", alpha.has_interval, alpha.high, expected[2], 1e-12);
}

static void check_friedman(const struct line *line) {
    static double arguments[MOST], expected[MOST];
    static int64_t sums[MOST];
    assert_int_equal(numbers(line->fields[2], arguments), 3);
    assert_int_equal(whole_numbers(line->fields[3], sums), (size_t)arguments[0]);
    assert_int_equal(numbers(line->fields[4], expected), 2);
    struct rank_sums ranks = {(int64_t)arguments[1], (size_t)arguments[0], sums,
                              (int64_t)arguments[2]};
    struct concordance found = concordance_friedman(&ranks);
    assert_true(found.p.defined && found.w.defined);
    check_relative(line, found.p.value, expected[0]);
    check_relative(line, found.w.value, expected[1]);
}

static void check_gap(const struct line *line) {
    static double arguments[MOST], expected[MOST];
    static int64_t counts[MOST];
    assert_int_equal(numbers(line->fields[2], arguments), 1);
    struct frequency_table table = {(int64_t)arguments[0], counts,
                                    whole_numbers(line->fields[3], counts), 1};
    assert_int_equal(numbers(line->fields[4], expected), 1);
    struct sign_flip found = sign_flip_test(&table);
    assert_true(found.exact);
    compare(line, "p", found.p.defined, found.p.value, expected[0], 0);
}

static void check_paired(const struct line *line) {
    static double expected[MOST];
    static int64_t arguments[MOST];
    assert_int_equal(whole_numbers(line->fields[2], arguments), 2);
    assert_int_equal(numbers(line->fields[3], expected), 1);
    check_relative(line, leaders_paired_p(arguments[0], arguments[1]).value, expected[0]);
}

static void check_adjustment(const struct line *line) {
    static double p[MOST], expected[MOST];
    size_t count = numbers(line->fields[2], p);
    assert_int_equal(numbers(line->fields[3], expected), count);
    adjustment_benjamini_hochberg(p, count, p);
    for (size_t i = 0; i < count; i++)
        check_relative(line, p[i], expected[i]);
}

static void check_tail(const struct line *line) {
    static double arguments[MOST], expected[MOST];
    double found = 0;
    bool fine = false;
    numbers(line->fields[2], arguments);
    assert_int_equal(numbers(line->fields[3], expected), 1);
    if (strcmp(line->fields[0], "chi_square_upper") == 0)
        fine = distribution_chi_square_upper(arguments[0], arguments[1], &found);
    else if (strcmp(line->fields[0], "f_quantile") == 0)
        fine = distribution_f_quantile(arguments[0], arguments[1], arguments[2], &found);
    else if (strcmp(line->fields[0], "normal_quantile") == 0)
        fine = distribution_normal_quantile(arguments[0], &found);
    else if (strcmp(line->fields[0], "student_quantile") == 0)
        fine = distribution_student_quantile(arguments[0], arguments[1], &found);
    else if (strcmp(line->fields[0], "normal_upper") == 0)
        fine = distribution_normal_upper(arguments[0], &found);
    assert_true(fine);
    check(line, "value", found, expected[0], 1e-300);
}

static void test_estimates(void **state) {
    (void)state;
    static const struct {
        const char *what;
        void (*check)(const struct line *line);
        size_t least;
    } kinds[] = {{"number", check_number, 12},
                 {"nist", check_nist, 5},
                 {"wilson", check_share, 60},
                 {"hypergeometric", check_share, 500},
                 {"alpha", check_alpha, 15},
                 {"friedman", check_friedman, 15},
                 {"gap", check_gap, 12},
                 {"paired", check_paired, 15},
                 {"adjust", check_adjustment, 5},
                 {"chi_square_upper", check_tail, 30},
                 {"f_quantile", check_tail, 200},
                 {"normal_quantile", check_tail, 5},
                 {"student_quantile", check_tail, 30},
                 {"normal_upper", check_tail, 5}};
    enum { KINDS = sizeof kinds / sizeof kinds[0] };
    size_t seen[KINDS] = {0};
    FILE *file = fopen("tests/oracle/estimates.tsv", "r");
    assert_non_null(file);
    struct line line = {0};
    while (read_line(file, &line)) {
        size_t kind = 0;
        while (kind < KINDS && strcmp(line.fields[0], kinds[kind].what) != 0)
            kind++;
        assert_true(kind < KINDS);
        kinds[kind].check(&line);
        seen[kind]++;
    }
    for (size_t i = 0; i < KINDS; i++)
        assert_true(seen[i] >= kinds[i].least);
    free(line.text);
    fclose(file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_estimates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
