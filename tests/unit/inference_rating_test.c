/* Edges of alpha, Friedman, sign flips and adjusted p-values; agreement with R is in
 * inference_oracle_test.c. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "inference/adjustment.h"
#include "inference/concordance.h"
#include "inference/reliability.h"
#include "inference/sign_flip.h"

static void assert_undefined(struct estimate estimate) {
    assert_false(estimate.defined || estimate.has_interval);
    assert_true(estimate.value == 0 && estimate.low == 0 && estimate.high == 0);
}

static void test_alpha(void **state) {
    (void)state;
    static const int64_t sums[] = {6, 6, 6};
    /* Three people who answer 1 1 1, 2 2 2, 3 3 3: alpha is 1, and so would be both bounds. */
    struct estimate perfect = reliability_alpha(&(struct item_sums){3, 3, sums, 42, 126}, 0.95);
    assert_true(perfect.defined && perfect.value == 1 && !perfect.has_interval &&
                perfect.n == 3);
    assert_undefined(
        reliability_alpha(&(struct item_sums){3, 1, sums, 14, 14}, 0.95)); /* one item */
    assert_undefined(
        reliability_alpha(&(struct item_sums){1, 3, sums, 108, 324}, 0.95)); /* one person */
    assert_undefined(
        reliability_alpha(&(struct item_sums){0, 3, (const int64_t[]){0, 0, 0}, 0, 0}, 0.95));
    assert_undefined(
        reliability_alpha(&(struct item_sums){3, 3, sums, 36, 108}, 0.95)); /* all 2 2 2 */
    /* A million people still have an interval. */
    static const int64_t many[] = {2500000, 2600000};
    struct estimate large =
        reliability_alpha(&(struct item_sums){1000000, 2, many, 15000000, 28000000}, 0.95);
    assert_true(large.has_interval && large.low < large.value && large.value < large.high);
    assert_true(large.high - large.low < 0.01);
}

static void test_friedman(void **state) {
    (void)state;
    static const int64_t agree[] = {10, 20, 30}, ties[] = {20, 20, 20};
    struct concordance found = concordance_friedman(&(struct rank_sums){5, 3, agree, 0});
    assert_true(found.w.defined && found.w.value == 1 && found.p.defined);
    assert_true(fabs(found.p.value - exp(-5)) < 1e-15); /* chi-square 10 with 2 degrees */
    found = concordance_friedman(&(struct rank_sums){5, 3, ties, 0});
    assert_true(found.w.value == 0 && found.p.value == 1);
    found =
        concordance_friedman(&(struct rank_sums){5, 3, ties, 5 * 24}); /* everyone ties all */
    assert_undefined(found.p);
    assert_undefined(found.w);
    assert_undefined(
        concordance_friedman(&(struct rank_sums){1, 3, (const int64_t[]){2, 4, 6}, 0}).p);
    assert_undefined(
        concordance_friedman(&(struct rank_sums){0, 3, (const int64_t[]){0, 0, 0}, 0}).w);
    assert_undefined(
        concordance_friedman(&(struct rank_sums){4, 1, (const int64_t[]){8}, 0}).w);
}

#define FLIP(first, ...)                                                                       \
    sign_flip_test(&(struct frequency_table){                                                  \
        (first), (const int64_t[]){__VA_ARGS__},                                               \
        sizeof((const int64_t[]){__VA_ARGS__}) / sizeof(int64_t), 1})

static void test_sign_flip(void **state) {
    (void)state;
    assert_undefined(FLIP(-1, 0, 0, 0).p);
    struct sign_flip found = FLIP(-1, 0, 5, 0); /* no difference anywhere */
    assert_true(found.p.defined && found.p.value == 1 && found.exact && found.p.n == 5);
    assert_true(FLIP(3, 1).p.value == 1); /* one person: either sign is as far */
    assert_true(FLIP(1, 3).p.value == 0.25);
    assert_true(FLIP(-2, 0, 1, 9, 1).p.value == 1); /* -1 and 1 */
    assert_true(FLIP(1, 1, 1).p.value == 0.5);      /* 1 and 2: 3 1 -1 -3 */
    assert_true(FLIP(1, 2).p.value == FLIP(-1, 2).p.value &&
                FLIP(1, 2).p.value == FLIP(0, 50, 2).p.value);
}

/* Twice the binomial tail, up to where the work ends and the normal approximation begins; both
 * are near there. */
static void test_sign_flip_of_many(void **state) {
    (void)state;
    struct sign_flip exact = FLIP(-1, 1500, 200, 1600), normal = FLIP(-1, 1600, 200, 1700);
    assert_true(exact.exact && !normal.exact);
    assert_true(fabs(exact.p.value - 0.0754) < 0.003 && fabs(normal.p.value - 0.0819) < 0.001);
    struct sign_flip far = FLIP(1, 3000);
    assert_true(far.exact && far.p.defined && far.p.value >= 0 && far.p.value < 1e-300);
    assert_true(FLIP(-4, 100000, 0, 0, 0, 0, 0, 0, 0, 100000).p.value == 1);
    struct sign_flip many = FLIP(-4, 1, 0, 0, 0, 0, 0, 0, 0, 1000000);
    assert_true(!many.exact && many.p.defined && many.p.value == 0);
}

static void test_adjustment(void **state) {
    (void)state;
    double p[] = {0.01, 0.04, 0.03, 0.005, 1}, adjusted[5];
    static const double expected[] = {0.025, 0.05, 0.05, 0.025, 1};
    adjustment_benjamini_hochberg(p, 5, adjusted);
    for (size_t i = 0; i < 5; i++)
        assert_true(fabs(adjusted[i] - expected[i]) < 1e-15);
    adjustment_benjamini_hochberg(NULL, 0, NULL);
    adjustment_benjamini_hochberg(p, 1, p);
    assert_true(p[0] == 0.01);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alpha),      cmocka_unit_test(test_friedman),
        cmocka_unit_test(test_sign_flip),  cmocka_unit_test(test_sign_flip_of_many),
        cmocka_unit_test(test_adjustment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
