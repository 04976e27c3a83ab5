/* Edges and rules; agreement with R is in inference_oracle_test.c. Expected values by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "inference/comparison.h"

static struct contingency *table_of(size_t groups, size_t answers, const int64_t *counts) {
    const int64_t *columns[16];
    for (size_t i = 0; i < groups; i++)
        columns[i] = &counts[i * answers];
    return contingency_new(columns, groups, answers);
}
#define TABLE(groups, answers, ...) table_of(groups, answers, (const int64_t[]){__VA_ARGS__})

static void assert_near(double found, double expected) {
    assert_true(fabs(found - expected) <= 1e-14 * fabs(expected));
}

static void test_empty_ones_go(void **state) {
    (void)state;
    struct contingency *table = TABLE(4, 4, 1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 4, 0);
    assert_int_equal(table->rows, 2);
    assert_int_equal(table->columns, 3);
    assert_int_equal(table->n, 10);
    static const int64_t counts[] = {1, 2, 3, 0, 0, 4}, rows[] = {4, 6}, columns[] = {3, 3, 4};
    assert_memory_equal(table->counts, counts, sizeof counts);
    assert_memory_equal(table->row_sums, rows, sizeof rows);
    assert_memory_equal(table->column_sums, columns, sizeof columns);
    assert_true(contingency_compares(table) && contingency_expects(table, 1) &&
                !contingency_expects(table, 2));
    contingency_free(table);
    contingency_free(NULL);
    struct contingency *nothing = contingency_new(NULL, 0, 0);
    assert_false(contingency_compares(nothing) || contingency_expects(nothing, 5));
    contingency_free(nothing);
}

/* Perfect agreement has effect 1, none 0; chi-square is not corrected: n (ad - bc)^2 / product
 * of the margins. */
static void test_effects(void **state) {
    (void)state;
    struct contingency *apart = TABLE(2, 2, 6, 0, 0, 3), *even = TABLE(2, 3, 2, 4, 6, 1, 2, 3),
                       *some = TABLE(2, 2, 5, 3, 1, 4);
    assert_near(comparison_chi_square(apart).statistic, 9);
    assert_near(comparison_chi_square(apart).effect, 1);
    assert_near(comparison_kruskal(apart).effect, 1);
    assert_near(comparison_kruskal(apart).statistic, 8);
    assert_near(comparison_cliff(apart).value, -1);
    assert_true(comparison_chi_square(even).statistic == 0 &&
                comparison_chi_square(even).p == 1);
    assert_true(comparison_kruskal(even).effect == 0 && comparison_cliff(even).value == 0);
    assert_near(comparison_chi_square(some).statistic,
                13.0 * (20 - 3) * (20 - 3) / (8 * 5 * 6 * 7));
    assert_int_equal(comparison_chi_square(some).degrees, 1);
    assert_int_equal(comparison_kruskal(some).degrees, 1);
    /* 5 x 4 pairs below, 3 x 1 above, of 8 x 5. */
    assert_near(comparison_cliff(some).value, -(5.0 * 4 - 3) / 40);
    contingency_free(apart);
    contingency_free(even);
    contingency_free(some);
}

/* Duplicated respondents: chi-square doubles, effects of tables stay. Names and places of codes
 * do not matter to chi-square; for H turning the scale round does not. */
static void test_metamorphic(void **state) {
    (void)state;
    struct contingency *once = TABLE(3, 3, 3, 1, 4, 1, 5, 9, 2, 6, 5),
                       *twice = TABLE(3, 3, 6, 2, 8, 2, 10, 18, 4, 12, 10);
    struct contingency *turned = TABLE(3, 3, 4, 1, 3, 9, 5, 1, 5, 6, 2),
                       *moved = TABLE(3, 3, 5, 1, 9, 6, 2, 5, 1, 3, 4);
    assert_near(comparison_chi_square(twice).statistic,
                2 * comparison_chi_square(once).statistic);
    assert_near(comparison_chi_square(twice).effect, comparison_chi_square(once).effect);
    assert_near(comparison_chi_square(moved).statistic, comparison_chi_square(once).statistic);
    assert_near(comparison_kruskal(turned).statistic, comparison_kruskal(once).statistic);
    contingency_free(once);
    contingency_free(twice);
    contingency_free(turned);
    contingency_free(moved);
}

static void test_residuals(void **state) {
    (void)state;
    static const int64_t undefined[][4] = {
        {0, 0, 3, 5}, {3, 5, 3, 5}, {0, 2, 0, 5}, {2, 2, 5, 5}, {0, 0, 0, 0}};
    for (size_t i = 0; i < sizeof undefined / sizeof undefined[0]; i++) {
        const int64_t *u = undefined[i];
        struct estimate residual = contingency_residual(u[0], u[1], u[2], u[3]);
        assert_true(!residual.defined && residual.value == 0 && residual.n == u[3]);
    }
    /* In a table of four cells its square is chi-square. */
    struct estimate residual = contingency_residual(5, 6, 8, 13);
    assert_near(residual.value, 17 * sqrt(13.0 / (8 * 5 * 6 * 7)));
    assert_near(contingency_residual(1, 6, 5, 13).value, -residual.value);
}

/* Counts whose products overflow 64 bits. */
static void test_large(void **state) {
    (void)state;
    struct contingency *large = TABLE(2, 2, 900000000, 600000000, 600000000, 800000000);
    struct comparison chi = comparison_chi_square(large), rank = comparison_kruskal(large);
    assert_true(chi.defined && rank.defined && chi.p == 0 && isfinite(chi.statistic));
    assert_true(fabs(chi.statistic / rank.statistic - 1) < 1e-8);
    assert_true(fabs(chi.effect * chi.effect - rank.effect) < 1e-9);
    contingency_free(large);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_ones_go), cmocka_unit_test(test_effects),
        cmocka_unit_test(test_metamorphic),   cmocka_unit_test(test_residuals),
        cmocka_unit_test(test_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
