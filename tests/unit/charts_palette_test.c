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

static void assert_two_apart(struct swatch a, struct swatch b, double least) {
    double distance = fabs(lightness(picture_colour_light(a.colour)) -
                           lightness(picture_colour_light(b.colour)));
    if (distance < least && a.pattern == b.pattern)
        fail_msg("%s and %s differ by %.1f", picture_colour_class(a.colour),
                 picture_colour_class(b.colour), distance);
}

/* Every split of up to eight steps into sides and middle; neighbours also where there are more.
 */
static void steps_differ_in_lightness(void **state) {
    (void)state;
    for (size_t count = 2; count <= 11; count++)
        for (size_t left = 0; left <= count; left++)
            for (size_t right = 0; left + right <= count; right++)
                for (size_t i = 0; i < count; i++)
                    for (size_t k = i + 1; k < count; k++)
                        if ((count <= 8 && count - left - right <= 4) || k == i + 1)
                            assert_two_apart(palette_step(i, count, left, right),
                                             palette_step(k, count, left, right), 6.5);
}

static void nominal_classes_differ(void **state) {
    (void)state;
    for (size_t i = 0; i < 24; i++)
        for (size_t k = i + 1; k < 24; k++)
            if (k < 18 || k == i + 1)
                assert_two_apart(palette_nominal(i), palette_nominal(k), 6.5);
    for (size_t i = 0; i + 1 < 6; i++)
        assert_true(fabs(lightness(picture_colour_light(palette_nominal(i).colour)) -
                         lightness(picture_colour_light(palette_nominal(i + 1).colour))) > 20);
}

/* Also where paper shows in lines: neighbours of which none is plain have other lines. */
static void hatched_neighbours_differ(void **state) {
    (void)state;
    for (size_t i = 6; i + 1 < 24; i++)
        assert_int_not_equal(palette_nominal(i).pattern, palette_nominal(i + 1).pattern);
}

/* Numbers on the bars, on paper and in the dark: 4.5:1. */
static void numbers_can_be_read(void **state) {
    (void)state;
    for (int i = PICTURE_C1; i <= PICTURE_C9; i++) {
        enum picture_colour colour = (enum picture_colour)i, ink = palette_ink(colour);
        assert_true(contrast(picture_colour_light(colour), picture_colour_light(ink)) > 4.5);
        if (contrast(picture_colour_dark(colour), picture_colour_dark(ink)) < 4.5)
            fail_msg("%s in the dark: %.2f", picture_colour_class(colour),
                     contrast(picture_colour_dark(colour), picture_colour_dark(ink)));
    }
}

static void text_can_be_read(void **state) {
    (void)state;
    const char *(*const of[])(enum picture_colour) = {picture_colour_light,
                                                      picture_colour_dark};
    for (int i = 0; i < 2; i++) {
        const char *paper = of[i](PICTURE_PAPER);
        assert_true(contrast(of[i](PICTURE_INK), paper) > 7);
        assert_true(contrast(of[i](PICTURE_QUIET), paper) > 7);
        assert_true(contrast(of[i](PICTURE_ALARM), paper) > 4.5);
        for (size_t sign = 0; sign < 2; sign++)
            assert_true(contrast(of[i](palette_sign(sign)), paper) > 3);
    }
}

/* From what was drawn the colour's name follows. */
static void light_colours_are_found(void **state) {
    (void)state;
    for (int i = 0; i < PICTURE_COLOUR_COUNT; i++) {
        unsigned parts[3];
        assert_int_equal(sscanf(picture_colour_light((enum picture_colour)i), "#%02x%02x%02x",
                                &parts[0], &parts[1], &parts[2]),
                         3);
        assert_int_equal(picture_colour_of((int)parts[0], (int)parts[1], (int)parts[2]), i);
        assert_true(picture_colour_is_class(picture_colour_class((enum picture_colour)i)));
    }
    assert_int_equal(picture_colour_of(1, 2, 3), PICTURE_COLOUR_COUNT);
    assert_int_equal(picture_colour_of(-1, 2, 300), PICTURE_COLOUR_COUNT);
    assert_true(picture_colour_is_class("hatch"));
    assert_false(picture_colour_is_class("letter"));
    assert_false(picture_colour_is_class("ink c1"));
}

static void middle_is_where_it_should_be(void **state) {
    (void)state;
    assert_int_equal(palette_step(2, 5, 2, 2).colour, PICTURE_C5);
    assert_int_equal(palette_step(1, 3, 1, 1).colour, PICTURE_C5);
    assert_int_equal(palette_step(0, 5, 2, 2).colour, PICTURE_C1);
    assert_int_equal(palette_step(6, 7, 3, 3).colour, PICTURE_C9);
    assert_int_equal(palette_step(3, 4, 1, 3).colour, PICTURE_C9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_differ_in_lightness),
        cmocka_unit_test(nominal_classes_differ),
        cmocka_unit_test(hatched_neighbours_differ),
        cmocka_unit_test(numbers_can_be_read),
        cmocka_unit_test(text_can_be_read),
        cmocka_unit_test(light_colours_are_found),
        cmocka_unit_test(middle_is_where_it_should_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
