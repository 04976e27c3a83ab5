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
#include "inference/permutation.h"
#include "inference/random_table.h"

static struct contingency *table_of(size_t groups, size_t answers, const int64_t *counts) {
    const int64_t *columns[16];
    for (size_t i = 0; i < groups; i++)
        columns[i] = &counts[i * answers];
    return contingency_new(columns, groups, answers);
}
#define TABLE(groups, answers, ...) table_of(groups, answers, (const int64_t[]){__VA_ARGS__})

/* --- how many tables --- */

/* All tables with the margins, cell after cell, without any shortcut. */
static int64_t count_plainly(int64_t *rows, size_t row_count, int64_t *columns,
                             size_t column_count, size_t cell) {
    size_t row = cell / column_count, column = cell % column_count;
    if (row == row_count) {
        for (size_t i = 0; i < column_count; i++)
            if (columns[i] != 0)
                return 0;
        return 1;
    }
    int64_t ways = 0;
    int64_t least = column + 1 == column_count ? rows[row] : 0;
    for (int64_t count = least; count <= rows[row] && count <= columns[column]; count++) {
        rows[row] -= count;
        columns[column] -= count;
        ways += count_plainly(rows, row_count, columns, column_count, cell + 1);
        rows[row] += count;
        columns[column] += count;
    }
    return ways;
}

static void test_count(void **state) {
    (void)state;
    srand(7);
    for (int turn = 0; turn < 400; turn++) {
        int64_t counts[16];
        size_t groups = 2 + (size_t)rand() % 3, answers = 2 + (size_t)rand() % 3;
        for (size_t i = 0; i < groups * answers; i++)
            counts[i] = rand() % 4;
        struct contingency *table = table_of(groups, answers, counts);
        if (contingency_compares(table)) {
            int64_t plain = count_plainly(table->row_sums, table->rows, table->column_sums,
                                          table->columns, 0);
            int64_t limits[] = {1, 5, 100, 10000};
            for (size_t i = 0; i < 4; i++)
                assert_int_equal(permutation_count(table, limits[i]),
                                 plain <= limits[i] ? plain : limits[i] + 1);
        }
        contingency_free(table);
    }
}

/* The limit itself is exact, and what lies beyond is found without counting it: also a million
 * answers in few or many rows. */
static void test_count_limits(void **state) {
    (void)state;
    static const struct {
        int64_t a, b, c, d, ways;
    } cases[] = {{9999, 1, 1, 9999, 10000},
                 {10000, 0, 0, 10000, 10001},
                 {9999, 0, 0, 900000, 10000},
                 {5, 999995, 999990, 10, 16},
                 {400000, 300000, 200000, 100000, 10001}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct contingency *table = TABLE(2, 2, cases[i].a, cases[i].b, cases[i].c, cases[i].d);
        int64_t least = table->row_sums[0];
        for (size_t j = 0; j < 2; j++) {
            least = table->row_sums[j] < least ? table->row_sums[j] : least;
            least = table->column_sums[j] < least ? table->column_sums[j] : least;
        }
        int64_t ways = least + 1 <= 10000 ? least + 1 : 10001;
        assert_int_equal(permutation_count(table, 10000), ways);
        contingency_free(table);
    }
    int64_t *counts = calloc(60000, sizeof *counts);
    for (size_t i = 0; i < 60000; i++)
        counts[i] = 1 + (int64_t)(i % 7);
    for (size_t answers = 3; answers <= 30000; answers *= 10) {
        struct contingency *many = table_of(2, answers, counts);
        assert_true(permutation_count(many, 10000) <= 10001);
        contingency_free(many);
    }
    free(counts);
}

/* --- p --- */

/* 3 + 1 of 4 in one group, 1 + 3 in the other: C(4,k)^2 / 70 for k = 0 .. 4 is 1 16 36 16 1,
 * and all but the middle are as far from it. */
static void test_exact(void **state) {
    (void)state;
    struct contingency *table = TABLE(2, 2, 3, 1, 1, 3);
    struct permutation chi = permutation_test(table, PERMUTATION_CHI_SQUARE, 1);
    struct permutation rank = permutation_test(table, PERMUTATION_KRUSKAL, 2);
    assert_true(chi.defined && chi.method == PERMUTATION_EXACT && !chi.has_range && chi.n == 8);
    assert_true(fabs(chi.p - 34.0 / 70) < 1e-15 && fabs(rank.p - 34.0 / 70) < 1e-15);
    contingency_free(table);
    /* Three people in order, one per group: only 6 ways, all with the same H. */
    table = TABLE(3, 3, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    assert_true(permutation_test(table, PERMUTATION_KRUSKAL, 1).p == 1);
    contingency_free(table);
}

static void test_undefined(void **state) {
    (void)state;
    struct contingency *tables[] = {TABLE(2, 2, 0, 0, 0, 0), TABLE(2, 3, 1, 2, 3, 0, 0, 0),
                                    TABLE(2, 3, 0, 4, 0, 0, 5, 0), TABLE(1, 2, 1, 1),
                                    TABLE(3, 2, 0, 0, 0, 1, 0, 0)};
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        for (int statistic = 0; statistic < 2; statistic++) {
            struct permutation found =
                permutation_test(tables[i], (enum permutation_statistic)statistic, 1);
            assert_false(found.defined || found.has_range);
            assert_true(found.p == 0 && found.low == 0 && found.high == 0);
        }
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
        TABLE(4, 5, 4, 2, 3, 1, 0, 1, 3, 3, 1, 2, 2, 1, 1, 4, 2, 3, 3, 1, 2, 3);
    struct permutation found = permutation_test(alike, PERMUTATION_CHI_SQUARE, 1);
    assert_int_equal(found.method, PERMUTATION_MONTE_CARLO);
    assert_true(found.draws < 1000 && fabs(found.p - 200.0 / (double)found.draws) < 1e-15 &&
                found.n == 42);
    double half = sqrt(found.p * (1 - found.p) / (double)found.draws) / 2;
    assert_true(fabs(found.p - half - found.low) < 1e-15 &&
                fabs(fmin(1, found.p + half) - found.high) < 1e-15);
    struct permutation again = permutation_test(alike, PERMUTATION_CHI_SQUARE, 1);
    assert_true(again.p == found.p && again.draws == found.draws);
    assert_true(permutation_test(alike, PERMUTATION_CHI_SQUARE, 2).draws != found.draws);
    contingency_free(alike);
    struct contingency *apart = TABLE(4, 4, 9, 1, 0, 0, 0, 9, 1, 0, 0, 0, 9, 1, 1, 0, 0, 9);
    for (int statistic = 0; statistic < 2; statistic++) {
        found = permutation_test(apart, (enum permutation_statistic)statistic, 1);
        assert_int_equal(found.draws, 19999);
        assert_true(fabs(found.p - 1.0 / 20000) < 1e-15 && found.low >= 0 &&
                    found.low < found.p);
    }
    contingency_free(apart);
}

static void test_many_answers(void **state) {
    (void)state;
    struct contingency *usual = TABLE(2, 3, 400, 500, 300, 300, 400, 400);
    struct permutation found = permutation_test(usual, PERMUTATION_KRUSKAL, 1);
    assert_int_equal(found.method, PERMUTATION_ASYMPTOTIC);
    assert_true(found.p == comparison_kruskal(usual).p && !found.has_range);
    contingency_free(usual);
    struct contingency *rare = TABLE(3, 4, 900, 1, 800, 3, 700, 2, 600, 5, 1, 0, 4, 2);
    found = permutation_test(rare, PERMUTATION_CHI_SQUARE, 1);
    assert_int_equal(found.method, PERMUTATION_MONTE_CARLO);
    assert_true(found.draws <= 999);
    contingency_free(rare);
    struct contingency *few = TABLE(2, 2, 2000, 3, 1500, 1); /* rare, but only five tables */
    assert_int_equal(permutation_test(few, PERMUTATION_CHI_SQUARE, 1).method,
                     PERMUTATION_EXACT);
    contingency_free(few);
}

/* --- random tables --- */

static void assert_margins(const struct contingency *table, const int64_t *counts) {
    for (size_t row = 0; row < table->rows; row++) {
        int64_t sum = 0;
        for (size_t column = 0; column < table->columns; column++) {
            assert_true(counts[column * table->rows + row] >= 0);
            sum += counts[column * table->rows + row];
        }
        assert_int_equal(sum, table->row_sums[row]);
    }
    for (size_t column = 0; column < table->columns; column++) {
        int64_t sum = 0;
        for (size_t row = 0; row < table->rows; row++)
            sum += counts[column * table->rows + row];
        assert_int_equal(sum, table->column_sums[column]);
    }
}

/* Margins hold, and each cell has the mean and the variance of the hypergeometric distribution:
 * small tables, and one beyond every table of factorials. */
static void test_random_tables(void **state) {
    (void)state;
    struct contingency *tables[] = {TABLE(3, 3, 1, 2, 3, 4, 1, 1, 2, 2, 6),
                                    TABLE(2, 2, 1, 0, 0, 1),
                                    TABLE(4, 2, 9, 1, 1, 1, 0, 7, 5, 5),
                                    TABLE(3, 3, 90, 20, 33, 44, 11, 100, 20, 70, 16),
                                    TABLE(2, 3, 900, 2000, 4, 5000, 1000, 30),
                                    TABLE(3, 2, 400000, 300000, 5, 200000, 90000, 10000)};
    enum { DRAWS = 20000 };
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        struct contingency *table = tables[i];
        struct random_table *drawer = random_table_new(table, i);
        double sums[16] = {0}, squares[16] = {0}, n = (double)table->n;
        for (int draw = 0; draw < DRAWS; draw++) {
            const int64_t *counts = random_table_draw(drawer);
            assert_margins(table, counts);
            for (size_t cell = 0; cell < table->rows * table->columns; cell++) {
                sums[cell] += (double)counts[cell];
                squares[cell] += (double)counts[cell] * (double)counts[cell];
            }
        }
        for (size_t cell = 0; cell < table->rows * table->columns; cell++) {
            double row = (double)table->row_sums[cell % table->rows],
                   column = (double)table->column_sums[cell / table->rows];
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

/* All six tables of two answers each in three groups of two: as often as their weights 1 1 1 4
 * 4 4 over 15 say... counted. */
static void test_random_frequencies(void **state) {
    (void)state;
    struct contingency *table = TABLE(2, 3, 1, 1, 0, 1, 1, 2);
    struct random_table *drawer = random_table_new(table, 5);
    /* Rows 2 2 2, first group 2 of 6: 15 pairs; 1 pair each of two equal answers, 4 of two
     * different ones. */
    int64_t equal = 0, draws = 30000;
    for (int64_t i = 0; i < draws; i++) {
        const int64_t *counts = random_table_draw(drawer);
        equal += counts[0] == 2 || counts[1] == 2 || counts[2] == 2;
    }
    assert_true(fabs((double)equal / (double)draws - 0.2) < 5 * sqrt(0.16 / (double)draws));
    random_table_free(drawer);
    contingency_free(table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_count),         cmocka_unit_test(test_count_limits),
        cmocka_unit_test(test_exact),         cmocka_unit_test(test_undefined),
        cmocka_unit_test(test_monte_carlo),   cmocka_unit_test(test_many_answers),
        cmocka_unit_test(test_random_tables), cmocka_unit_test(test_random_frequencies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
