/* Rounding: halves go away from zero, decided on whole numbers. Expected values are worked out
 * by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "wording/rounding.h"

static void expect_side(int64_t count, int64_t base, int64_t value, int decimals,
                        enum percent_side side) {
    struct percent percent = {{0, 0}, PERCENT_NEAREST};
    assert_true(rounding_percent(count, base, &percent));
    assert_int_equal(percent.number.value, value);
    assert_int_equal(percent.number.decimals, decimals);
    assert_int_equal(percent.side, side);
}

static void expect_percent(int64_t count, int64_t base, int64_t value, int decimals) {
    expect_side(count, base, value, decimals, PERCENT_NEAREST);
}

static void test_percent(void **state) {
    (void)state;
    struct percent percent;
    assert_false(rounding_percent(7, 19, &percent));
    assert_false(rounding_percent(0, 0, &percent));
    expect_percent(0, 20, 0, 0);
    expect_percent(20, 20, 100, 0);
    expect_percent(24, 26, 92, 0);  /* 92.31 */
    expect_percent(1, 40, 3, 0);    /* 2.5 */
    expect_percent(23, 40, 58, 0);  /* 57.5, which no double loses here */
    expect_percent(29, 200, 15, 0); /* 14.5 */
}

static void test_percent_of_many(void **state) {
    (void)state;
    expect_percent(1, 1000, 1, 1);        /* 0.1 */
    expect_percent(1, 2000, 1, 1);        /* 0.05 */
    expect_percent(12345, 12745, 969, 1); /* 96.86 */
    expect_percent(1000000, 1000000, 1000, 1);
    expect_percent(333333, 1000000, 333, 1);
}

/* 0 is nobody and 100 is all, of no others. */
static void test_percent_at_the_ends(void **state) {
    (void)state;
    expect_percent(1, 200, 1, 0);                   /* 0.5 */
    expect_side(1, 201, 1, 0, PERCENT_BELOW);       /* 0.4975 */
    expect_side(200, 201, 99, 0, PERCENT_ABOVE);    /* 99.5025 */
    expect_side(199, 200, 99, 0, PERCENT_ABOVE);    /* 99.5 */
    expect_percent(198, 200, 99, 0);                /* 99 */
    expect_side(998, 999, 99, 0, PERCENT_ABOVE);    /* 99.8999 */
    expect_percent(999, 1000, 999, 1);              /* 99.9 */
    expect_side(1, 2001, 1, 1, PERCENT_BELOW);      /* 0.04998 */
    expect_side(2000, 2001, 999, 1, PERCENT_ABOVE); /* 99.95002 */
    expect_side(999999, 1000000, 999, 1, PERCENT_ABOVE);
    expect_percent(0, 1000000, 0, 1);
}

static void expect_mean(double mean, int64_t n, int decimals, int64_t tenths) {
    struct rounded rounded;
    assert_true(rounding_mean(mean, n, decimals, &rounded));
    assert_int_equal(rounded.value, tenths);
    assert_int_equal(rounded.decimals, 1);
}

static void test_mean(void **state) {
    (void)state;
    struct rounded rounded;
    assert_false(rounding_mean(3.0, 9, 0, &rounded));
    expect_mean(52.0 / 12, 12, 0, 43);
    /* 47 of 20 is 2.35: the double lies above it, 53 of 20 (2.65) below; both round up. */
    expect_mean(47.0 / 20, 20, 0, 24);
    expect_mean(53.0 / 20, 20, 0, 27);
    expect_mean(-47.0 / 20, 20, 0, -24);
    expect_mean(-0.04, 100, 0, 0);
    expect_mean(12.345, 10, 2, 123);
    /* No sum of whole numbers: a mean of row means. */
    expect_mean(3.3333333, 12, 0, 33);
    expect_mean(1e13, 10, 0, 100000000000000);
}

static void expect_quantile(double value, int decimals, int64_t scaled, int shown) {
    struct rounded rounded = rounding_quantile(value, decimals);
    assert_int_equal(rounded.value, scaled);
    assert_int_equal(rounded.decimals, shown);
}

static void test_quantile(void **state) {
    (void)state;
    expect_quantile(4, 0, 4, 0);
    expect_quantile(2.5, 0, 25, 1);
    expect_quantile(26.25, 0, 263, 1);
    expect_quantile(-26.25, 0, -263, 1);
    expect_quantile(7.25, 2, 725, 2);
    expect_quantile(10, 2, 10, 0);
    expect_quantile(0, 3, 0, 0);
}

static void test_nearest(void **state) {
    (void)state;
    assert_int_equal(rounding_nearest(0.784, 2), 78);
    assert_int_equal(rounding_nearest(-0.125, 2), -13);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_percent),
        cmocka_unit_test(test_percent_of_many),
        cmocka_unit_test(test_percent_at_the_ends),
        cmocka_unit_test(test_mean),
        cmocka_unit_test(test_quantile),
        cmocka_unit_test(test_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
