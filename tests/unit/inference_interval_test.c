/* Expected values of Wilson's interval: mpmath 1.3.0 with 40 digits, from the textbook formula
 * centre +- half width (ours is written differently); 81 of 263 and 15 of 148 also are in
 * Newcombe 1998 (Statistics in Medicine 17:857, table I, method 3: .2553 .3662 and .0624
 * .1605). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "inference/interval.h"

static void assert_near(double actual, double expected) {
    assert_true(fabs(actual - expected) <= 1e-11 * fabs(expected));
}

static void test_wilson(void **state) {
    (void)state;
    static const struct {
        int64_t count, n;
        double confidence, low, high;
    } cases[] = {
        {24, 26, 0.95, 0.75858446228370939353, 0.97864491152772379546},
        {1, 3, 0.95, 0.061491944720396231217, 0.79234039919795227744},
        {7, 20, 0.9, 0.20226004005676099093, 0.53348731115152837275},
        {15, 148, 0.95, 0.062386399530736279792, 0.16048724172330803892},
        {81, 263, 0.95, 0.25528851987827422577, 0.36620957698280007015},
        {1, 1000000, 0.95, 1.7652457674537146574e-7, 5.6649118043114429583e-6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct estimate share =
            interval_wilson(cases[i].count, cases[i].n, cases[i].confidence);
        assert_true(share.defined && share.has_interval);
        assert_int_equal(share.n, cases[i].n);
        assert_true(share.value == (double)cases[i].count / (double)cases[i].n);
        assert_near(share.low, cases[i].low);
        assert_near(share.high, cases[i].high);
    }
}

static void test_wilson_at_the_ends(void **state) {
    (void)state;
    struct estimate none = interval_wilson(0, 12, 0.95);
    assert_true(none.low == 0 && !signbit(none.low));
    assert_near(none.high, 0.24249400665524089489);
    struct estimate all = interval_wilson(12, 12, 0.95);
    assert_near(all.low, 0.75750599334475910511);
    assert_true(all.high == 1);
    struct estimate nobody = interval_wilson(0, 0, 0.95);
    assert_false(nobody.defined || nobody.has_interval);
    assert_int_equal(nobody.n, 0);
}

/* Every interval of small samples holds its share, lies in [0, 1] and mirrors that of the
 * complement. */
static void test_wilson_everywhere(void **state) {
    (void)state;
    for (int64_t n = 1; n <= 60; n++) {
        for (int64_t count = 0; count <= n; count++) {
            struct estimate share = interval_wilson(count, n, 0.95);
            struct estimate rest = interval_wilson(n - count, n, 0.95);
            assert_true(share.low >= 0 && share.low <= share.value);
            assert_true(share.high <= 1 && share.high >= share.value);
            assert_true(fabs(share.low + rest.high - 1) < 1e-15);
        }
    }
}

/* 24 of 26 answers, 41 asked: 24 to 24 + 15 = 39 of 41 (the report's example). */
static void test_bounds(void **state) {
    (void)state;
    struct estimate bounds = interval_bounds(24, 26, 41);
    assert_true(bounds.defined && bounds.has_interval);
    assert_int_equal(bounds.n, 41);
    assert_true(bounds.low == 24.0 / 41 && bounds.high == 39.0 / 41);
    struct estimate census = interval_bounds(3, 10, 10);
    assert_true(census.low == 0.3 && census.high == 0.3);
    assert_false(interval_bounds(0, 0, 41).defined);
    assert_false(interval_bounds(3, 10, 0).defined);
    assert_false(interval_bounds(3, 10, 9).defined);
}

/* 19 of 24 on the scale, 2 more do not know, 41 asked: 21 are a majority, 2 more are needed and
 * 15 are missing. By hand: with 20 missing of 40 all but one, and so on. */
static void test_tipping(void **state) {
    (void)state;
    struct estimate tipping = interval_tipping(19, 24, 26, 41);
    assert_true(tipping.defined && tipping.value == 2 && tipping.n == 41);
    assert_true(interval_tipping(20, 24, 26, 40).value == 1); /* 20 of 40 is no majority */
    assert_false(interval_tipping(21, 24, 26, 41).defined);   /* sure already */
    assert_false(
        interval_tipping(12, 24, 26, 41).defined); /* no majority of those who answered */
    assert_true(interval_tipping(13, 24, 33, 41).value == 8); /* all 8 who are missing */
    assert_false(interval_tipping(13, 24, 34, 41).defined);   /* 7 are missing, 8 needed */
    assert_false(interval_tipping(0, 0, 5, 41).defined);
    assert_false(interval_tipping(3, 4, 4, 0).defined);
}

/* Every population up to 12, every way its people can answer: the truth lies between the
 * bounds, both ends are reached, and who is told to be missing is exactly enough. */
static void test_bounds_by_enumeration(void **state) {
    (void)state;
    for (int64_t all = 1; all <= 12; all++)
        for (int64_t known = 1; known <= all; known++)
            for (int64_t n = 0; n <= known; n++)
                for (int64_t count = 0; count <= n; count++) {
                    struct estimate bounds = interval_bounds(count, known, all);
                    struct estimate tipping = interval_tipping(count, n, known, all);
                    int64_t needed = -1;
                    for (int64_t more = all - known; more >= 0; more--)
                        if (2 * (count + more) > all)
                            needed = more;
                    assert_true(bounds.low == (double)count / (double)all);
                    assert_true(bounds.high == (double)(count + all - known) / (double)all);
                    assert_true(tipping.defined == (needed > 0 && 2 * count > n));
                    if (tipping.defined)
                        assert_true(tipping.value == (double)needed);
                }
}

/* 2 4 4 5: mean 15/4, squares 2.25 * ... = 4.75, sd sqrt(4.75 / 3) = 1.2583057392117916; half
 * width 3.1824463052837096 * sd / 2 = 2.00224522533592662 (mpmath); with N = 16 times
 * sqrt(3/4). */
static void test_student(void **state) {
    (void)state;
    struct moments moments = {
        .n = 4, .sum = 15, .mean = 3.75, .has_sd = true, .sd = 1.2583057392117916};
    double half = 2.0022452253359267;
    struct estimate mean = interval_student(&moments, 0, 0.95);
    assert_true(mean.defined && mean.has_interval && mean.value == 3.75);
    assert_int_equal(mean.n, 4);
    assert_true(fabs(mean.low - (3.75 - half)) < 1e-12);
    assert_true(fabs(mean.high - (3.75 + half)) < 1e-12);
    mean = interval_student(&moments, 16, 0.95);
    assert_true(fabs(mean.high - (3.75 + half * 0.86602540378443865)) < 1e-12);
}

static void test_student_without_interval(void **state) {
    (void)state;
    struct moments none = {.n = 0};
    assert_false(interval_student(&none, 0, 0.95).defined);
    struct moments one = {.n = 1, .sum = 3, .mean = 3};
    struct estimate single = interval_student(&one, 0, 0.95);
    assert_true(single.defined && !single.has_interval);
    struct moments equal = {.n = 5, .sum = 15, .mean = 3, .has_sd = true, .sd = 0};
    assert_false(interval_student(&equal, 0, 0.95).has_interval);
    struct moments all = {.n = 5, .sum = 15, .mean = 3, .has_sd = true, .sd = 1};
    assert_false(interval_student(&all, 5, 0.95).has_interval);
    assert_true(interval_student(&all, 6, 0.95).has_interval);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wilson),
        cmocka_unit_test(test_wilson_at_the_ends),
        cmocka_unit_test(test_wilson_everywhere),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_tipping),
        cmocka_unit_test(test_bounds_by_enumeration),
        cmocka_unit_test(test_student),
        cmocka_unit_test(test_student_without_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
