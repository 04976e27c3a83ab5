/* Expected values: worked by hand where the comment says so, else python 3.11's modules
 * statistics (quantiles with method='inclusive' is type 7), decimal and fractions. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>

#include "inference/moments.h"

static void assert_near(double actual, double expected) {
    assert_true(fabs(actual - expected) <= 1e-15 * fabs(expected));
}

static void assert_quartiles(const struct frequency_table *table, double first, double median,
                             double third) {
    assert_near(moments_quartile(table, 1).value, first);
    assert_near(moments_quartile(table, 2).value, median);
    assert_near(moments_quartile(table, 3).value, third);
}

/* 1000001 .. 1000004: mean 1000002.5, sd of 1 2 3 4 = sqrt(5 / 3); quartiles as
 * R's 1.75 2.5 3.25. One-pass sums of squares in doubles lose digits here. */
static void test_large_offset(void **state) {
    (void)state;
    static const int64_t counts[] = {1, 1, 1, 1};
    static const int64_t offsets[] = {1, 1000001, 1000000000000001};
    for (size_t i = 0; i < 3; i++) {
        struct frequency_table table = {offsets[i], counts, 4, 1};
        struct moments moments = moments_of(&table, 1);
        assert_int_equal(moments.n, 4);
        assert_near(moments.mean, (double)offsets[i] + 1.5);
        assert_near(moments.sum, 4 * (double)offsets[i] + 6);
        assert_near(moments.sd, 1.2909944487358056);
    }
    struct frequency_table table = {1000001, counts, 4, 1};
    assert_quartiles(&table, 1000001.75, 1000002.5, 1000003.25);
    table.first = 1;
    assert_quartiles(&table, 1.75, 2.5, 3.25);
}

/* NIST StRD, univariate: the certified values of NumAcc1 to NumAcc4 (mean exact; sd 1, 0.1,
 * 0.1, 0.1 exactly). */
static void test_nist(void **state) {
    (void)state;
    static const int64_t one_each[] = {1, 1, 1};
    struct frequency_table first = {10000001, one_each, 3, 1};
    struct moments moments = moments_of(&first, 1);
    assert_near(moments.mean, 10000002);
    assert_near(moments.sd, 1);
    /* One middle value, then 500 times a tenth below and above. */
    static const int64_t alternating[] = {500, 1, 500};
    static const double means[] = {1.2, 1000000.2, 10000000.2};
    for (size_t i = 0; i < 3; i++) {
        struct frequency_table table = {(int64_t)(means[i] * 10 + 0.5) - 1, alternating, 3, 10};
        moments = moments_of(&table, 1);
        assert_int_equal(moments.n, 1001);
        assert_near(moments.mean, means[i]);
        assert_near(moments.sd, 0.1);
    }
}

static void test_quartiles(void **state) {
    (void)state;
    /* 1 2 4 8 16 */
    static const int64_t powers[] = {1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1};
    assert_quartiles(&(struct frequency_table){1, powers, 16, 1}, 2, 4, 8);
    static const int64_t ends[] = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    assert_quartiles(&(struct frequency_table){0, ends, 11, 1}, 2.5, 5, 7.5);
    /* 1 1 1 2 5 5 */
    static const int64_t ties[] = {3, 1, 0, 0, 2};
    assert_quartiles(&(struct frequency_table){1, ties, 5, 1}, 1, 1.5, 4.25);
    static const int64_t single[] = {0, 1};
    assert_quartiles(&(struct frequency_table){2, single, 2, 1}, 3, 3, 3);
}

/* -0.30 -0.10 0.20 0.25 0.60 0.75 0.90 1.20: decimals and negative values. */
static void test_decimals(void **state) {
    (void)state;
    int64_t counts[151] = {0};
    static const int64_t values[] = {-30, -10, 20, 25, 60, 75, 90, 120};
    for (size_t i = 0; i < 8; i++)
        counts[values[i] + 30]++;
    struct frequency_table table = {-30, counts, 151, 100};
    struct moments moments = moments_of(&table, 1);
    assert_near(moments.sum, 3.5);
    assert_near(moments.mean, 0.4375);
    assert_near(moments.sd, 0.5132181379714255);
    assert_quartiles(&table, 0.125, 0.425, 0.7875);
    assert_int_equal(moments_ordered(&table, 1), -30);
    assert_int_equal(moments_ordered(&table, 5), 60);
    assert_int_equal(moments_ordered(&table, 8), 120);
}

static void test_nothing_and_one(void **state) {
    (void)state;
    static const int64_t empty[] = {0, 0};
    struct frequency_table table = {1, empty, 2, 1};
    struct moments moments = moments_of(&table, 1);
    assert_int_equal(moments.n, 0);
    assert_false(moments.has_sd);
    assert_true(moments.mean == 0 && moments.sd == 0 && moments.sum == 0);
    assert_false(moments_quartile(&table, 2).defined);
    static const int64_t one[] = {0, 1};
    table.counts = one;
    moments = moments_of(&table, 1);
    assert_true(moments.n == 1 && moments.mean == 2 && !moments.has_sd && moments.sd == 0);
    static const int64_t equal[] = {0, 7};
    table.counts = equal;
    moments = moments_of(&table, 1);
    assert_true(moments.has_sd && moments.sd == 0);
}

/* Means of two rows and of three rows together: thirds 7/3 7/3 8/3 9/3 x 4, halves 5/2 x 3
 * and 4. By fractions: sum 185/6, mean 185/66, variance 23/99. */
static void test_several_divisors(void **state) {
    (void)state;
    static const int64_t thirds[] = {2, 1, 4}, halves[] = {3, 0, 0, 1};
    struct frequency_table tables[] = {{7, thirds, 3, 3}, {5, halves, 4, 2}};
    struct moments moments = moments_of(tables, 2);
    assert_int_equal(moments.n, 11);
    assert_near(moments.sum, 185.0 / 6);
    assert_near(moments.mean, 185.0 / 66);
    assert_near(moments.sd, 0.48199920365414746527);
}

/* A million million answers on 100,000 steps: nothing overflows. Half 0, half 99999: sd =
 * 49999.5 * sqrt(n / (n - 1)). */
static void test_many(void **state) {
    (void)state;
    int64_t *counts = calloc(100000, sizeof *counts);
    assert_non_null(counts);
    counts[0] = counts[99999] = INT64_C(1000000000000);
    struct frequency_table table = {0, counts, 100000, 1};
    struct moments moments = moments_of(&table, 1);
    assert_near(moments.mean, 49999.5);
    assert_true(fabs(moments.sd - 49999.5) < 1e-7);
    free(counts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_large_offset),
        cmocka_unit_test(test_nist),
        cmocka_unit_test(test_quartiles),
        cmocka_unit_test(test_decimals),
        cmocka_unit_test(test_nothing_and_one),
        cmocka_unit_test(test_several_divisors),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
