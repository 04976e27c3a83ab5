/* Pictures made fit for a page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "report/html_chart.h"

#define ROOT                                                                                   \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"

static void assert_placed(const char *body, const char *expected) {
    struct text bytes = {0}, wanted = {0}, result = {0};
    text_add_format(&bytes, ROOT "%s</svg>", body);
    text_add_format(&wanted, ROOT "%s</svg>", expected);
    assert_true(html_chart_place(&result, &bytes, "name", NULL));
    assert_string_equal(text_string(&result), wanted.bytes);
    text_free(&bytes);
    text_free(&wanted);
    text_free(&result);
}

static void shapes_take_the_place_of_uses(void **state) {
    (void)state;
    assert_placed("<defs><circle id='a' r='1'/></defs><use xlink:href='#a' color='red'/>",
                  "<g color=\"red\"><circle r=\"1\"/></g>");
    assert_placed("<defs><use id='b' xlink:href='#a' x='2'/><path id='a' d='M0'/></defs>"
                  "<use xlink:href='#b'/>",
                  "<g><g x=\"2\"><path d=\"M0\"/></g></g>");
    assert_placed(
        "<defs xmlns:y='http://www.w3.org/1999/xlink'><use id='b' y:href='#a'/></defs>"
        "<rect id='a'/><use xlink:href='#b'/>",
        "<rect id=\"a\"/><g><g><rect/></g></g>");
}

static void a_use_of_nothing_draws_nothing(void **state) {
    (void)state;
    assert_placed("<use xlink:href='#a' x='1'/>", "<g x=\"1\"/>");
    assert_placed("<use/>", "<g/>");
    assert_placed("<use id='a' xlink:href='#a'/>", "<g><g><g><g><g/></g></g></g></g>");
    assert_placed("<defs><g id='a'><rect/></g></defs><use xlink:href='#a'/>", "<g><g/></g>");
}

static void definitions_stay_where_a_pattern_needs_them(void **state) {
    (void)state;
    static const char pattern[] = "<defs><pattern id=\"p\"><rect/></pattern></defs>"
                                  "<g><rect fill=\"url(#p)\"/></g>";
    assert_placed(pattern, pattern);
    assert_placed("<defs>\n<rect id='p'/></defs>\n<text>url(#p) &lt;use </text>",
                  "\n<text>url(#p) &lt;use </text>");
}

/* Of the file only what it means comes into a page, however it is spelt. */
static void nothing_is_copied(void **state) {
    (void)state;
    assert_placed("<rect  x = '1'\n></rect ><text>'&quot;&apos;></text>",
                  "<rect x=\"1\"/><text>'\"'&gt;</text>");
    static const char *const wholes[] = {"", ROOT, ROOT "</svg><script/>",
                                         ROOT "<script/></svg>", ROOT "<!-- a --></svg>"};
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++) {
        struct text result = {0}, whole = {0};
        text_add(&whole, wholes[i]);
        assert_false(html_chart_place(&result, &whole, "name", NULL));
        text_free(&whole);
        assert_int_equal(result.length, 0);
        text_free(&result);
    }
}

/* A file of 100 KB would become a page of 100 MB. */
static void a_long_shape_is_not_repeated_for_ever(void **state) {
    (void)state;
    struct text bytes = {0}, result = {0};
    text_add(&bytes, ROOT "<path id='a' d='");
    text_add_repeated(&bytes, "L1,1 ", 10000);
    text_add(&bytes, "'/>");
    text_add_repeated(&bytes, "<use xlink:href='#a'/>", 2000);
    text_add(&bytes, "</svg>");
    assert_false(html_chart_place(&result, &bytes, "name", NULL));
    assert_int_equal(result.length, 0);
    text_free(&bytes);
    text_free(&result);
}

/* A picture of 100 by 90, whose title is from 26 to 50. */
static const char titled[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
    "width=\"100\" height=\"90\" viewBox=\"0 0 100 90\" data-title=\"26.00 50.00\">"
    "<title>Vieles fehlt.</title><g><g transform=\"translate(5.00,20.50)\"><text>SIMULIERT"
    "</text></g><g transform=\"translate(5.00,44.00)\"><text>Vieles fehlt.</text></g>"
    "<g transform=\"translate(5.00,62.00)\"><text>Was fehlt?</text></g></g></svg>";

static void assert_holds(const char *bytes, const char *caption, const char *const *wanted,
                         size_t count, const char *absent) {
    const struct html_chart_words words = {.alternative = "Balken", .caption = caption};
    struct text content = {0}, result = {0};
    text_add(&content, bytes);
    assert_true(html_chart_place(&result, &content, "name", &words));
    for (size_t i = 0; i < count; i++)
        assert_non_null(strstr(text_string(&result), wanted[i]));
    assert_null(strstr(text_string(&result), absent));
    assert_null(strstr(text_string(&result), "data-title"));
    text_free(&content);
    text_free(&result);
}

/* What the caption says is told once; that the answers are made up stays in the picture. */
static void a_title_is_not_repeated(void **state) {
    (void)state;
    static const char *const closed[] = {
        "height=\"66\" viewBox=\"0 24 100 66\"",
        "<g transform=\"translate(5.00,44.50)\"><text>SIMULIERT</text></g>"
        "<g transform=\"translate(5.00,62.00)\"><text>Was fehlt?</text></g>"};
    assert_holds(titled, "Vieles fehlt.", closed, 2, "Vieles fehlt.");
    static const char *const whole[] = {"height=\"90\" viewBox=\"0 0 100 90\"",
                                        "translate(5.00,20.50)", "Vieles fehlt.</text>"};
    assert_holds(titled, "Etwas fehlt.", whole, 3, "translate(5.00,44.50)");
    assert_holds(titled, NULL, whole, 3, "translate(5.00,44.50)");
}

/* Nonsense of another maker changes nothing. */
static void a_title_is_inside_of_its_picture(void **state) {
    (void)state;
    static const char *const places[] = {"", "26", "50 26", "-4 50", "26 90", "nan nan"};
    static const char *const whole[] = {"height=\"90\" viewBox=\"0 0 100 90\"",
                                        "Vieles fehlt.</text>"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char bytes[sizeof titled + 8];
        const char *place = strstr(titled, "26.00 50.00");
        snprintf(bytes, sizeof bytes, "%.*s%s%s", (int)(place - titled), titled, places[i],
                 place + strlen("26.00 50.00"));
        assert_holds(bytes, "Vieles fehlt.", whole, 2, "translate(5.00,44.50)");
    }
}

static void heights_are_those_in_the_page(void **state) {
    (void)state;
    char folder[] = "/tmp/nachlese-chart-test-XXXXXX", path[256];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/needs.svg", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(titled, file);
    fclose(file);
    assert_float_equal(html_chart_height(folder, "needs"), 0.66, 1e-9);
    assert_float_equal(html_chart_height(folder, "absent"), 0, 1e-9);
    unlink(path);
    rmdir(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_take_the_place_of_uses),
        cmocka_unit_test(a_use_of_nothing_draws_nothing),
        cmocka_unit_test(definitions_stay_where_a_pattern_needs_them),
        cmocka_unit_test(nothing_is_copied),
        cmocka_unit_test(a_long_shape_is_not_repeated_for_ever),
        cmocka_unit_test(a_title_is_not_repeated),
        cmocka_unit_test(a_title_is_inside_of_its_picture),
        cmocka_unit_test(heights_are_those_in_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
