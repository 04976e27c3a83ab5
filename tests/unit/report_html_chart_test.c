/* Pictures made fit for a page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_take_the_place_of_uses),
        cmocka_unit_test(a_use_of_nothing_draws_nothing),
        cmocka_unit_test(definitions_stay_where_a_pattern_needs_them),
        cmocka_unit_test(nothing_is_copied),
        cmocka_unit_test(a_long_shape_is_not_repeated_for_ever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
