/* A sample of what tests/deep/coverage_of_intervals.c proves in full, and the definition of the
 * hypergeometric interval for every small case. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "../deep/coverage.h"

/* Every K, against both tails as written in the definition. */
static void test_definition(void **state) {
    (void)state;
    static const double confidences[] = {0.5, 0.9, 0.95, 0.999};
    for (size_t i = 0; i < sizeof confidences / sizeof confidences[0]; i++) {
        double least = (1 - confidences[i]) / 2 * (1 + 1e-9);
        for (int64_t population = 2; population <= 34; population++) {
            for (int64_t n = 1; n < population; n++) {
                for (int64_t count = 0; count <= n; count++) {
                    struct estimate found =
                        interval_hypergeometric(count, n, population, confidences[i]);
                    assert_true(found.defined && found.has_interval);
                    for (int64_t successes = 0; successes <= population; successes++) {
                        double lower = 0, upper = 0,
                               truth = (double)successes / (double)population;
                        for (int64_t k = 0; k <= n; k++) {
                            lower += k <= count ? chance_of(k, successes, n, population) : 0;
                            upper += k >= count ? chance_of(k, successes, n, population) : 0;
                        }
                        assert_int_equal(found.low <= truth && truth <= found.high,
                                         lower > least && upper > least);
                    }
                }
            }
        }
    }
}

static void test_coverage(void **state) {
    (void)state;
    for (int64_t n = 5; n <= 120; n = n < 42 ? n + 3 : n + 26)
        for (int number = 0; number < COVERAGE_POPULATIONS; number++)
            assert_true(coverage_of(n, coverage_population(n, number)).least[HYPERGEOMETRIC] >=
                        0.95);
}

/* 0 of n begins at 0, n of n ends at 1; yes and no mirror each other; the share lies inside; a
 * larger sample is no wider. */
static void test_shape(void **state) {
    (void)state;
    for (int64_t n = 1; n <= 60; n++) {
        int64_t population = 3 * n + 1;
        for (int64_t count = 0; count <= n; count++) {
            struct estimate yes = interval_hypergeometric(count, n, population, 0.95);
            struct estimate no = interval_hypergeometric(n - count, n, population, 0.95);
            assert_true(fabs(yes.low + no.high - 1) < 1e-12 &&
                        fabs(yes.high + no.low - 1) < 1e-12);
            assert_true(yes.low <= yes.value && yes.value <= yes.high);
            assert_true((yes.low <= 0) == (count == 0) && (yes.high >= 1) == (count == n));
        }
    }
}

static void test_edges(void **state) {
    (void)state;
    struct estimate nobody = interval_hypergeometric(0, 0, 41, 0.95);
    assert_false(nobody.defined || nobody.has_interval);
    struct estimate everyone = interval_hypergeometric(3, 41, 41, 0.95);
    assert_true(everyone.defined && !everyone.has_interval && everyone.low == 0 &&
                everyone.high == 0);
    struct estimate one_of_two = interval_hypergeometric(1, 1, 2, 0.95);
    assert_true(one_of_two.low == 0.5 && one_of_two.high == 1);
    /* More answers than invited: N is not known. */
    struct estimate more = interval_share(5, 12, 11, 0.95),
                    wilson = interval_wilson(5, 12, 0.95);
    assert_true(more.low == wilson.low && more.high == wilson.high);
    assert_string_equal(interval_share_method(12, 11), "wilson");
    assert_string_equal(interval_share_method(12, 0), "wilson");
    assert_string_equal(interval_share_method(12, 12), "hypergeometric");
    struct estimate large = interval_hypergeometric(499999999, 999999999, 1000000000, 0.95);
    assert_true(large.has_interval && large.high - large.low < 2e-9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_definition),
        cmocka_unit_test(test_coverage),
        cmocka_unit_test(test_shape),
        cmocka_unit_test(test_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
