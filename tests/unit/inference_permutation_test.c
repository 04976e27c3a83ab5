/* Expected values are counted by hand or follow from the definition; agreement with R is in
 * inference_oracle_test.c. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>

#include "inference/comparison.h"
#include "inference/least_difference.h"
#include "inference/permutation.h"
#include "inference/random_table.h"

static struct contingency *table_of(size_t groups, size_t answers, const int64_t *counts) {
    const int64_t *columns[16];
    for (size_t i = 0; i < groups; i++)
        columns[i] = &counts[i * answers];
    return contingency_new(columns, groups, answers);
}
#define TABLE(groups, answers, ...) table_of(groups, answers, (const int64_t[]){__VA_ARGS__})

/* --- p --- */

static double choose(int64_t n, int64_t k) {
    double ways = 1;
    for (int64_t i = 0; i < k; i++)
        ways = ways * (double)(n - i) / (double)(i + 1);
    return ways;
}

/* All ways of giving the first answer to sum people of the groups from `group` on, cell after
 * cell, without any shortcut. */
struct plain {
    const int64_t *sizes;
    size_t groups;
    double share, threshold, all, extreme;
};

static void count_plainly(struct plain *plain, size_t group, int64_t sum, double ways,
                          double score) {
    if (group == plain->groups) {
        plain->all += sum == 0 ? ways : 0;
        plain->extreme += sum == 0 && score >= plain->threshold * (1 - 1e-9) ? ways : 0;
        return;
    }
    for (int64_t count = 0; count <= plain->sizes[group] && count <= sum; count++) {
        double apart = (double)count - plain->share * (double)plain->sizes[group];
        count_plainly(plain, group + 1, sum - count, ways * choose(plain->sizes[group], count),
                      score + apart * apart / (double)plain->sizes[group]);
    }
}

static double plain_p(const struct contingency *table) {
    struct plain plain = {.sizes = table->column_sums,
                          .groups = table->columns,
                          .share = (double)table->row_sums[0] / (double)table->n};
    for (size_t group = 0; group < table->columns; group++) {
        double apart =
            (double)table->counts[2 * group] - plain.share * (double)table->column_sums[group];
        plain.threshold += apart * apart / (double)table->column_sums[group];
    }
    count_plainly(&plain, 0, table->row_sums[0], 1, 0);
    return plain.extreme / plain.all;
}

/* 3 + 1 of 4 in one group, 1 + 3 in the other: C(4,k)^2 / 70 for k = 0 .. 4 is 1 16 36 16 1,
 * and all but the middle are as far from it. */
static void test_exact(void **state) {
    (void)state;
    struct contingency *table = TABLE(2, 2, 3, 1, 1, 3);
    struct permutation found = permutation_test(table, 1);
    assert_true(found.defined && found.method == PERMUTATION_EXACT && !found.has_range &&
                found.n == 8);
    assert_true(fabs(found.p - 34.0 / 70) < 1e-12);
    contingency_free(table);
    srand(7);
    for (int turn = 0; turn < 300; turn++) {
        int64_t counts[10];
        size_t groups = 2 + (size_t)rand() % 4;
        for (size_t i = 0; i < 2 * groups; i++)
            counts[i] = rand() % 5;
        table = table_of(groups, 2, counts);
        found = permutation_test(table, 1);
        assert_true(!contingency_compares(table) || found.method != PERMUTATION_EXACT ||
                    fabs(found.p - plain_p(table)) < 1e-12);
        contingency_free(table);
    }
}

static void test_undefined(void **state) {
    (void)state;
    struct contingency *tables[] = {TABLE(2, 2, 0, 0, 0, 0), TABLE(2, 2, 2, 3, 0, 0),
                                    TABLE(2, 2, 0, 4, 0, 5), TABLE(1, 2, 1, 1),
                                    TABLE(3, 2, 0, 0, 0, 1, 0, 0)};
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        struct permutation found = permutation_test(tables[i], 1);
        assert_false(found.defined || found.has_range);
        assert_true(found.p == 0 && found.low == 0 && found.high == 0);
        assert_false(comparison_chi_square(tables[i]).defined ||
                     comparison_kruskal(tables[i]).defined);
        contingency_free(tables[i]);
    }
}

/* Where groups differ by chance, 200 extreme tables end the drawing, and p is 200 / draws;
 * where they differ, all 19,999 are drawn. */
static void test_monte_carlo(void **state) {
    (void)state;
    struct contingency *alike =
        TABLE(8, 2, 60, 65, 66, 59, 62, 63, 57, 68, 64, 61, 61, 64, 65, 60, 58, 67);
    struct permutation found = permutation_test(alike, 1);
    assert_int_equal(found.method, PERMUTATION_MONTE_CARLO);
    assert_true(found.draws < 1000 && fabs(found.p - 200.0 / (double)found.draws) < 1e-15 &&
                found.n == 1000);
    double half = sqrt(found.p * (1 - found.p) / (double)found.draws) / 2;
    assert_true(fabs(found.p - half - found.low) < 1e-15 &&
                fabs(fmin(1, found.p + half) - found.high) < 1e-15);
    struct permutation again = permutation_test(alike, 1);
    assert_true(again.p == found.p && again.draws == found.draws);
    assert_true(permutation_test(alike, 2).draws != found.draws);
    contingency_free(alike);
    struct contingency *apart =
        TABLE(8, 2, 90, 35, 90, 35, 90, 35, 90, 35, 35, 90, 35, 90, 35, 90, 35, 90);
    found = permutation_test(apart, 1);
    assert_int_equal(found.draws, 19999);
    assert_true(fabs(found.p - 1.0 / 20000) < 1e-15 && found.low >= 0 && found.low < found.p);
    contingency_free(apart);
}

/* Tens of thousands of tables, and p of all sizes down to one that no drawing would find. */
static void test_many_tables(void **state) {
    (void)state;
    struct contingency *tables[] = {TABLE(5, 2, 9, 6, 4, 9, 8, 5, 6, 9, 10, 6),
                                    TABLE(5, 2, 14, 1, 4, 9, 12, 1, 2, 13, 10, 6),
                                    TABLE(4, 2, 25, 0, 0, 25, 24, 1, 1, 24),
                                    TABLE(3, 2, 60, 41, 33, 70, 51, 48)};
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        struct permutation found = permutation_test(tables[i], 3);
        double p = plain_p(tables[i]);
        assert_int_equal(found.method, PERMUTATION_EXACT);
        assert_true(fabs(found.p - p) < 1e-9 * p);
        contingency_free(tables[i]);
    }
}

static void test_many_answers(void **state) {
    (void)state;
    struct contingency *usual = TABLE(2, 2, 400, 800, 600, 500);
    struct permutation found = permutation_test(usual, 1);
    assert_int_equal(found.method, PERMUTATION_ASYMPTOTIC);
    assert_true(found.p == comparison_chi_square(usual).p && !found.has_range);
    contingency_free(usual);
    struct contingency *rare =
        TABLE(8, 2, 900, 800, 700, 600, 1, 4, 400, 300, 500, 500, 500, 510, 480, 500, 300, 300);
    found = permutation_test(rare, 1);
    assert_int_equal(found.method, PERMUTATION_MONTE_CARLO);
    assert_true(found.draws <= 999);
    contingency_free(rare);
    struct contingency *few = TABLE(2, 2, 2000, 3, 1500, 1); /* rare, but only five tables */
    assert_int_equal(permutation_test(few, 1).method, PERMUTATION_EXACT);
    contingency_free(few);
    /* More ways than any floating number holds, and only four tables. */
    struct contingency *tiny = TABLE(2, 2, 3, 0, 500000, 500000);
    found = permutation_test(tiny, 1);
    assert_true(found.method == PERMUTATION_EXACT && fabs(found.p - 0.25) < 1e-5);
    contingency_free(tiny);
}

/* 9 of 9 against k of 7: C(7,k) / C(16,9+k) is 35/1820 = 0.019 for 3, beside nothing as far
 * apart, and 35/560 = 0.0625 for 4. */
static void test_least_difference(void **state) {
    (void)state;
    struct estimate found = least_difference(9, 7, 1);
    assert_true(found.defined && fabs(found.value - 4.0 / 7) < 1e-15 && found.n == 7);
    assert_false(least_difference(3, 2, 1).defined);
    assert_false(least_difference(0, 0, 1).defined);
    assert_true(least_difference(9, 7, 100).value > found.value);
}

/* --- random tables --- */

static void assert_margins(const struct contingency *table, const int64_t *counts) {
    int64_t sum = 0;
    for (size_t column = 0; column < table->columns; column++) {
        assert_true(counts[column] >= 0 && counts[column] <= table->column_sums[column]);
        sum += counts[column];
    }
    assert_int_equal(sum, table->row_sums[0]);
}

/* Margins hold, and each cell has the mean and the variance of the hypergeometric distribution:
 * small tables, and large ones. */
static void test_random_tables(void **state) {
    (void)state;
    struct contingency *tables[] = {TABLE(3, 2, 1, 2, 3, 4, 1, 1),
                                    TABLE(2, 2, 1, 0, 0, 1),
                                    TABLE(4, 2, 9, 1, 1, 1, 0, 7, 5, 5),
                                    TABLE(3, 2, 90, 20, 33, 44, 11, 100),
                                    TABLE(3, 2, 900, 2000, 4, 1, 5000, 1000),
                                    TABLE(3, 2, 400000, 300000, 5, 200000, 90000, 10000)};
    enum { DRAWS = 20000 };
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        struct contingency *table = tables[i];
        struct random_table *drawer = random_table_new(table, i);
        double sums[16] = {0}, squares[16] = {0}, n = (double)table->n;
        for (int draw = 0; draw < DRAWS; draw++) {
            const int64_t *counts = random_table_draw(drawer);
            assert_margins(table, counts);
            for (size_t cell = 0; cell < table->columns; cell++) {
                sums[cell] += (double)counts[cell];
                squares[cell] += (double)counts[cell] * (double)counts[cell];
            }
        }
        for (size_t cell = 0; cell < table->columns; cell++) {
            double row = (double)table->row_sums[0], column = (double)table->column_sums[cell];
            double mean = row * column / n,
                   variance = mean * (1 - row / n) * (n - column) / (n - 1);
            double found = sums[cell] / DRAWS;
            assert_true(fabs(found - mean) < 5 * sqrt(variance / DRAWS));
            assert_true(fabs(squares[cell] / DRAWS - found * found - variance) <
                        0.08 * variance);
        }
        random_table_free(drawer);
        contingency_free(table);
    }
    random_table_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exact),         cmocka_unit_test(test_undefined),
        cmocka_unit_test(test_monte_carlo),   cmocka_unit_test(test_many_tables),
        cmocka_unit_test(test_many_answers),  cmocka_unit_test(test_least_difference),
        cmocka_unit_test(test_random_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
