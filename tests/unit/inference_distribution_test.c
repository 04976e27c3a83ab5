/* Expected values: mpmath 1.3.0 with 35 digits (erfinv; bisection on the regularised incomplete
 * beta), which shares no code with GSL; the four-digit ones are in every printed table of
 * Student's t. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "inference/distribution.h"

static void assert_near(double actual, double expected) {
    assert_true(fabs(actual - expected) <= 1e-11 * fabs(expected));
}

static void test_normal(void **state) {
    (void)state;
    static const double cases[][2] = {{0.975, 1.9599639845400542355},
                                      {0.95, 1.6448536269514727149},
                                      {0.995, 2.575829303548900761},
                                      {0.9995, 3.2905267314918947932},
                                      {0.75, 0.6744897501960817432}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double quantile;
        assert_true(distribution_normal_quantile(cases[i][0], &quantile));
        assert_near(quantile, cases[i][1]);
    }
}

static void test_student(void **state) {
    (void)state;
    static const double cases[][3] = {{0.975, 1, 12.706204736174704646},
                                      {0.975, 2, 4.3026527297494638523},
                                      {0.975, 3, 3.1824463052837095927},
                                      {0.975, 10, 2.2281388519862747484},
                                      {0.975, 11, 2.2009851600916398679},
                                      {0.975, 14, 2.1447866879178038287},
                                      {0.975, 25, 2.0595385527532977489},
                                      {0.975, 30, 2.04227245630123831},
                                      {0.975, 39, 2.0226909200367611356},
                                      {0.975, 120, 1.9799304050824408467},
                                      {0.975, 9999, 1.9602012636213576804},
                                      {0.95, 5, 2.0150483733330242378},
                                      {0.995, 7, 3.4994832973504939201},
                                      {0.9995, 4, 8.6103015813792750967},
                                      {0.75, 1, 1.0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double quantile;
        assert_true(distribution_student_quantile(cases[i][0], cases[i][1], &quantile));
        assert_near(quantile, cases[i][2]);
    }
}

/* No gap in what GSL can do: the quantile exists, and falls towards the normal one as the
 * degrees of freedom grow. */
static void test_student_everywhere(void **state) {
    (void)state;
    static const double probabilities[] = {0.75, 0.9, 0.95, 0.975, 0.995, 0.9995};
    for (size_t i = 0; i < sizeof probabilities / sizeof probabilities[0]; i++) {
        double normal, before = INFINITY;
        assert_true(distribution_normal_quantile(probabilities[i], &normal));
        for (double degrees = 1; degrees < 2e6; degrees = floor(degrees * 1.01) + 1) {
            double quantile;
            assert_true(distribution_student_quantile(probabilities[i], degrees, &quantile));
            assert_true(quantile < before * (1 + 1e-12));
            assert_true(quantile > normal * (1 - 1e-12));
            before = quantile;
        }
        assert_true(before < normal * (1 + 1e-5));
    }
}

static void test_bad_arguments(void **state) {
    (void)state;
    static const double bad[] = {0, 1, -0.5, 1.5, NAN, INFINITY, -INFINITY};
    double quantile = 7;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(distribution_normal_quantile(bad[i], &quantile));
        assert_false(distribution_student_quantile(bad[i], 3, &quantile));
        assert_true(quantile == 0);
    }
    static const double bad_degrees[] = {0, -1, 0.5, NAN, INFINITY, 1e13};
    for (size_t i = 0; i < sizeof bad_degrees / sizeof bad_degrees[0]; i++)
        assert_false(distribution_student_quantile(0.975, bad_degrees[i], &quantile));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_normal),
        cmocka_unit_test(test_student),
        cmocka_unit_test(test_student_everywhere),
        cmocka_unit_test(test_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
