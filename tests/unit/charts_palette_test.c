/* The colours of classes: apart in lightness, so that they are in grey and for every eye; and
 * the text on them. The tool is no library, so its parts are compiled in here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "charts/palette.c"

/* Relative luminance of sRGB after WCAG 2.1. */
static double luminance_of(const char *colour) {
    unsigned parts[3];
    double weights[] = {0.2126, 0.7152, 0.0722}, sum = 0;
    assert_int_equal(sscanf(colour, "#%02x%02x%02x", &parts[0], &parts[1], &parts[2]), 3);
    for (int i = 0; i < 3; i++) {
        double part = parts[i] / 255.0;
        sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(const char *a, const char *b) {
    double x = luminance_of(a), y = luminance_of(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

/* CIE L* from the luminance. */
static double lightness(const char *colour) {
    return 116 * cbrt(luminance_of(colour)) - 16;
}

static void assert_apart(enum palette_family family, size_t count, double least) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++) {
            struct swatch a = palette_class(family, i, count),
                          b = palette_class(family, k, count);
            double distance = fabs(lightness(a.colour) - lightness(b.colour));
            if (distance < least && a.pattern == b.pattern)
                fail_msg("family %d: %zu and %zu of %zu differ by %.1f", (int)family, i, k,
                         count, distance);
        }
}

static void classes_differ_in_lightness(void **state) {
    (void)state;
    for (size_t count = 2; count <= 5; count++) {
        assert_apart(PALETTE_TWO_SIDED, count, 8);
        assert_apart(PALETTE_SEQUENCE, count, 8);
        assert_apart(PALETTE_NOMINAL, count, 8);
    }
    assert_apart(PALETTE_NOMINAL, 6, 5);
    assert_apart(PALETTE_NOMINAL, 12, 5);
    assert_apart(PALETTE_SEQUENCE, 7, 8);
}

/* Also where paper shows in lines: neighbours of which none is plain have other lines. */
static void hatched_neighbours_differ(void **state) {
    (void)state;
    for (size_t i = 6; i + 1 < 24; i++)
        assert_int_not_equal(palette_class(PALETTE_NOMINAL, i, 24).pattern,
                             palette_class(PALETTE_NOMINAL, i + 1, 24).pattern);
}

/* Large figures need 3:1, the notes and labels 4.5:1. */
static void text_can_be_read(void **state) {
    (void)state;
    for (int family = PALETTE_NOMINAL; family <= PALETTE_TWO_SIDED; family++)
        for (size_t count = 1; count <= 11; count++)
            for (size_t i = 0; i < count; i++) {
                struct swatch swatch = palette_class((enum palette_family)family, i, count);
                if (contrast(swatch.colour, swatch.ink) < 4.5)
                    fail_msg("family %d: text on %zu of %zu has %.2f", family, i, count,
                             contrast(swatch.colour, swatch.ink));
            }
    assert_true(contrast(PALETTE_INK, PALETTE_PAPER) > 7);
    assert_true(contrast(PALETTE_GREY, PALETTE_PAPER) > 7);
    assert_true(contrast(PALETTE_ALARM, PALETTE_PAPER) > 4.5);
    assert_true(contrast(PALETTE_FIRST, PALETTE_PAPER) > 3);
    assert_true(contrast(PALETTE_SECOND, PALETTE_PAPER) > 3);
}

static void middle_is_where_it_should_be(void **state) {
    (void)state;
    assert_string_equal(palette_class(PALETTE_TWO_SIDED, 2, 5).colour, "#e2e2e2");
    assert_string_equal(palette_class(PALETTE_TWO_SIDED, 1, 3).colour, "#e2e2e2");
    assert_string_equal(palette_class(PALETTE_TWO_SIDED, 0, 5).colour,
                        palette_class(PALETTE_TWO_SIDED, 0, 7).colour);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes_differ_in_lightness),
        cmocka_unit_test(hatched_neighbours_differ),
        cmocka_unit_test(text_can_be_read),
        cmocka_unit_test(middle_is_where_it_should_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
