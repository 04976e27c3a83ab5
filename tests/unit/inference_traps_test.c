/* The traps of GSL 2.7.1 that were found by trying: each call that aborts, never returns or
 * gives nonsense there has an answer here. Every program runs under a time limit, so that a
 * hang fails too. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>

#include "inference/distribution.h"
#include "inference/interval.h"
#include "inference/log_factorial.h"
#include "inference/moments.h"
#include "inference/random_table.h"

static const double nonsense[] = {NAN, INFINITY, -INFINITY, -1, 0, 1e13};
enum { NONSENSE = sizeof nonsense / sizeof nonsense[0] };

/* 1: the default handler aborts for degrees below 0, probabilities beyond 0..1, more drawn than
 * there are, factorials over 170 and the logarithm of gamma at 0. */
static void test_handler(void **state) {
    (void)state;
    double found = 7;
    assert_false(distribution_chi_square_upper(1, -2, &found) || found != 0);
    assert_false(distribution_f_quantile(1.5, 2, 3, &found) || found != 0);
    assert_false(distribution_f_quantile(-0.5, 2, 3, &found) || found != 0);
    assert_false(distribution_hypergeometric_lower(1, 2, 10, 5, &found) || found != 0);
    assert_false(distribution_hypergeometric_lower(1, 6, 2, 5, &found) || found != 0);
    assert_false(distribution_hypergeometric_upper(1, -1, 2, 5, &found) || found != 0);
    assert_false(distribution_hypergeometric_upper(1, 1, 2, INT64_MAX, &found) || found != 0);
    assert_true(log_factorial(0) == 0 &&
                fabsl(log_factorial(171) - 711.714725802289994e0L) < 1e-12L);
    assert_true(isfinite((double)log_factorial(INT64_C(3000000000))));
}

/* 2: quantiles of beta with a parameter 0 or NaN never return; F's are made of them. */
static void test_endless(void **state) {
    (void)state;
    double found = 7;
    for (size_t i = 0; i < NONSENSE; i++) {
        assert_false(distribution_f_quantile(0.025, nonsense[i], 3, &found) || found != 0);
        assert_false(distribution_f_quantile(0.975, 3, nonsense[i], &found) || found != 0);
        assert_false(distribution_f_quantile(nonsense[i], 2, 3, &found) || found != 0);
    }
}

/* 3: gsl_cdf_fdist_Pinv and beta_Pinv fail for 63 of the limits of Clopper and Pearson with n
 * up to 500, all near 0 of n or n of n; first for 258 of 260, 2 of 260, 284 of 291, 7 of 291,
 * 342 of 350, 8 of 350. */
static void test_holes(void **state) {
    (void)state;
    for (int64_t n = 1; n <= 500; n = n < 250 ? n + 7 : n + 1) {
        for (int64_t count = 1; count <= n && count <= 9; count++) {
            double low, high, inner = 2 * (double)count, outer = 2 * (double)(n - count + 1);
            assert_true(distribution_f_quantile(0.025, inner, outer, &low));
            assert_true(distribution_f_quantile(0.975, inner, outer, &high));
            assert_true(low > 0 && low < high && isfinite(high));
            /* 1 / F with the degrees turned round. */
            double turned;
            assert_true(distribution_f_quantile(0.975, outer, inner, &turned));
            assert_true(fabs(low * turned - 1) < 1e-10);
        }
    }
}

/* 4: silent NaN, or silent 0: variance of one value, mean and quantile of none, tails and
 * quantiles with 0 degrees. */
static void test_silence(void **state) {
    (void)state;
    static const int64_t counts[] = {0, 1, 0}, none[] = {0, 0, 0};
    struct frequency_table one = {4, counts, 3, 1}, nobody = {4, none, 3, 1};
    struct moments moments = moments_of(&one, 1);
    assert_true(moments.n == 1 && moments.mean == 5 && !moments.has_sd && moments.sd == 0);
    assert_false(interval_student(&moments, 0, 0.95).has_interval);
    assert_false(interval_student(&moments, 1, 0.95).has_interval);
    moments = moments_of(&nobody, 1);
    assert_true(moments.n == 0 && !moments.has_sd);
    assert_false(interval_student(&moments, 0, 0.95).defined);
    for (int quartile = 1; quartile <= 3; quartile++)
        assert_false(moments_quartile(&nobody, quartile).defined);
    double found = 7;
    assert_false(distribution_chi_square_upper(1, 0, &found) || found != 0);
    assert_false(distribution_student_quantile(0.975, 0, &found) || found != 0);
    assert_false(distribution_f_quantile(0.975, 0, 0, &found) || found != 0);
    for (size_t i = 0; i < NONSENSE; i++)
        assert_false(distribution_chi_square_upper(1, nonsense[i], &found) || found != 0);
    for (size_t i = 0; i < 4; i++)
        assert_false(distribution_chi_square_upper(nonsense[i], 3, &found) || found != 0);
    for (size_t i = 0; i < 3; i++)
        assert_false(distribution_normal_upper(nonsense[i], &found) || found != 0);
}

/* 6: the median of GSL sorts the caller's array. 7: only R's type 7: 1.75, 2.5, 3.25 for 1 2
 * 3 4. */
static void test_quantiles(void **state) {
    (void)state;
    int64_t counts[] = {1, 1, 1, 1};
    struct frequency_table table = {1, counts, 4, 1};
    static const double expected[] = {1.75, 2.5, 3.25};
    for (int quartile = 1; quartile <= 3; quartile++)
        assert_true(moments_quartile(&table, quartile).value == expected[quartile - 1]);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(counts[i], 1);
}

/* 8: seed 0 means 4357 to GSL, and the environment can name another generator. */
static void test_generator(void **state) {
    (void)state;
    static const int64_t first[] = {9, 8}, second[] = {5, 9};
    const int64_t *groups[] = {first, second};
    struct contingency *table = contingency_new(groups, 2, 2);
    int64_t seen[3][20];
    static const uint64_t seeds[] = {0, 4357, 0};
    for (size_t i = 0; i < 3; i++) {
        if (i == 2) {
            setenv("GSL_RNG_TYPE", "nonsense", 1);
            setenv("GSL_RNG_SEED", "1", 1);
        }
        struct random_table *drawer = random_table_new(table, seeds[i]);
        for (size_t j = 0; j < 20; j++)
            seen[i][j] = random_table_draw(drawer)[0];
        random_table_free(drawer);
    }
    assert_memory_equal(seen[0], seen[2], sizeof seen[0]);
    assert_memory_not_equal(seen[0], seen[1], sizeof seen[0]);
    contingency_free(table);
}

/* 11: tails below the smallest double are 0, and no fault. */
static void test_far_tails(void **state) {
    (void)state;
    double found = 7;
    assert_true(distribution_chi_square_upper(2000, 1, &found) && found == 0);
    assert_true(distribution_normal_upper(60, &found) && found == 0);
    assert_true(distribution_normal_upper(-60, &found) && found == 1);
    assert_true(distribution_hypergeometric_lower(0, 5000, 5000, 10000, &found) && found >= 0 &&
                found < 1e-300);
}

static void test_hypergeometric(void **state) {
    (void)state;
    double lower, upper;
    /* Of 10 with 4 successes, 3 drawn: 20 60 36 4 of 120. */
    static const double below[] = {0, 20, 80, 116, 120, 120};
    for (int64_t count = -1; count <= 4; count++) {
        assert_true(distribution_hypergeometric_lower(count, 4, 3, 10, &lower));
        assert_true(distribution_hypergeometric_upper(count + 1, 4, 3, 10, &upper));
        assert_true(fabs(lower - below[count + 1] / 120) < 1e-15 &&
                    fabs(lower + upper - 1) < 1e-15);
    }
    /* Nobody drawn, all drawn, nobody to draw; and more drawn than there are failures. */
    assert_true(distribution_hypergeometric_lower(0, 4, 0, 10, &lower) && lower == 1);
    assert_true(distribution_hypergeometric_lower(3, 4, 10, 10, &lower) && lower == 0);
    assert_true(distribution_hypergeometric_lower(4, 4, 10, 10, &lower) && lower == 1);
    assert_true(distribution_hypergeometric_upper(0, 0, 0, 0, &upper) && upper == 1);
    assert_true(distribution_hypergeometric_lower(1, 8, 4, 10, &lower) && lower == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_handler),   cmocka_unit_test(test_endless),
        cmocka_unit_test(test_holes),     cmocka_unit_test(test_silence),
        cmocka_unit_test(test_quantiles), cmocka_unit_test(test_generator),
        cmocka_unit_test(test_far_tails), cmocka_unit_test(test_hypergeometric),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
