/* gnuplot's SVG made fit, and everything else refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/picture.h"
#include "charts/svg.h"

static const struct chart_row rows[] = {{.label = "Ja & nein.", .share = {1, 2, "1 von 2"}}};
static const char *const notes[] = {"Ende."};
static const struct chart chart = {.kind = CHART_BARS,
                                   .id = "q",
                                   .language = "de",
                                   .title = "Titel <1>",
                                   .subtitle = "Frage",
                                   .rows = rows,
                                   .row_count = 1,
                                   .notes = notes,
                                   .note_count = 1};

#define HEAD                                                                                   \
    "<?xml version=\"1.0\" encoding=\"utf-8\"  standalone=\"no\"?>\n<svg \n width=\"4\" "      \
    "height=\"2\"\n viewBox=\"0 0 4 2\"\n xmlns=\"http://www.w3.org/2000/svg\"\n "             \
    "xmlns:xlink=\"http://www.w3.org/1999/xlink\"\n>\n\n<title>Gnuplot</title>\n"              \
    "<desc>Produced by GNUPLOT</desc>\n\n"
#define SIGNS "<defs>\n\t<circle id='gpDot' r='0.5'/>\n</defs>\n"
#define NEW_HEAD                                                                               \
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "   \
    "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"4\" height=\"2\" viewBox=\"0 0 4 "   \
    "2\" data-title=\"16.00 40.00\" role=\"img\" aria-labelledby=\"q-title q-desc\" "          \
    "lang=\"de\" xml:lang=\"de\" "                                                             \
    "font-family=\"DejaVu Sans, Verdana, Arial, Helvetica, sans-serif\">\n<title "             \
    "id=\"q-title\">Titel &lt;1&gt;</title>\n<desc id=\"q-desc\">Ja &amp; nein: 1 von 2. "     \
    "</desc>\n"

static void assert_rewritten(const char *bytes, const char *expected) {
    struct text result = {0};
    assert_true(svg_rewrite(&chart, &frame_wide, bytes, strlen(bytes), &result));
    assert_string_equal(text_string(&result), expected);
    text_free(&result);
}

static void assert_refused(const char *bytes, size_t length) {
    struct text result = {0};
    assert_false(svg_rewrite(&chart, &frame_wide, bytes, length, &result));
    text_free(&result);
}

static void title_and_description_are_ours(void **state) {
    (void)state;
    assert_rewritten(HEAD "<g id=\"gnuplot_canvas\">\n<path d='M0,0'/>\n</g>\n</svg>\n",
                     NEW_HEAD
                     "<g id=\"q-gnuplot_canvas\">\n<path d=\"M0,0\"/>\n</g>\n</svg>\n");
}

static void empty_groups_and_unused_signs_go(void **state) {
    (void)state;
    assert_rewritten(HEAD SIGNS "<g fill=\"none\">\n<g><title>gnuplot_plot_1</title>\n</g>\n"
                                "</g>\n<rect x=\"0\"/>\n</svg>\n",
                     NEW_HEAD "<rect x=\"0\"/>\n</svg>\n");
    assert_rewritten(HEAD SIGNS "<use xlink:href='#gpDot' color='red'/></svg>",
                     NEW_HEAD "<defs>\n<circle id=\"q-gpDot\" r=\"0.5\"/>\n</defs>\n"
                              "<use xlink:href=\"#q-gpDot\" color=\"red\"/>\n</svg>\n");
}

static void fonts_keep_their_weight(void **state) {
    (void)state;
    assert_rewritten(
        HEAD "<g font-family=\"DejaVu Sans:Bold\" font-size=\"18\"><text>a>b  c</text></g>"
             "<g font-family=\"DejaVu Sans\"><text xml:space=\"preserve\"> d</text></g></svg>",
        NEW_HEAD "<g font-weight=\"bold\" font-size=\"18\">\n<text>a&gt;b  c</text>\n</g>\n"
                 "<g>\n<text xml:space=\"preserve\"> d</text>\n</g>\n</svg>\n");
}

static void patterns_stay_inside(void **state) {
    (void)state;
    assert_rewritten(HEAD SIGNS "<polygon  fill = 'url(#gpPat1)' points = '1,2 '/></svg>",
                     NEW_HEAD "<polygon fill=\"url(#q-gpPat1)\" points=\"1,2 \"/>\n</svg>\n");
}

/* A page sets other colours by them; colours that are none of ours have no class. */
static void colours_have_classes(void **state) {
    (void)state;
    assert_rewritten(HEAD "<polygon fill = 'rgb(  8,  81, 130)'/><text fill='#1a1a1a'>a</text>"
                          "<rect fill='rgb(8,81,131)'/><rect fill='#ffffff'/></svg>",
                     NEW_HEAD "<polygon fill=\"rgb(  8,  81, 130)\" class=\"c9\"/>\n"
                              "<text fill=\"#1a1a1a\" class=\"ink\">a</text>\n"
                              "<rect fill=\"rgb(8,81,131)\"/>\n"
                              "<rect fill=\"#ffffff\" class=\"paper\"/>\n</svg>\n");
}

/* Both forms of a picture can stand in one page. */
static void forms_have_ids_of_their_own(void **state) {
    (void)state;
    struct text result = {0};
    static const char bytes[] = HEAD "<g id=\"a\"><rect/></g></svg>";
    assert_true(svg_rewrite(&chart, &frame_narrow, bytes, strlen(bytes), &result));
    assert_non_null(strstr(text_string(&result), "aria-labelledby=\"q-narrow-title "
                                                 "q-narrow-desc\""));
    assert_non_null(strstr(text_string(&result), "<g id=\"q-narrow-a\">"));
    text_free(&result);
}

/* Words are escaped anew; gnuplot leaves ">" as it is, also where XML forbids it. */
static void words_are_escaped(void **state) {
    (void)state;
    assert_rewritten(HEAD "<g><text>a]]>b]]>]]> > &gt; &amp;lt; \"</text></g></svg>",
                     NEW_HEAD "<g>\n<text>a]]&gt;b]]&gt;]]&gt; &gt; &gt; &amp;lt; \"</text>\n"
                              "</g>\n</svg>\n");
    assert_rewritten(HEAD "<text> <tspan>]]> </tspan> <tspan/></text></svg>",
                     NEW_HEAD "<text> <tspan>]]&gt; </tspan> <tspan/></text>\n</svg>\n");
}

/* However it is spelt, it is written as it is in other pictures. */
static void spelling_is_ours(void **state) {
    (void)state;
    assert_rewritten(
        "<s:svg xmlns:s='http://www.w3.org/2000/svg' height='2' width='4' "
        "viewBox='0 0 4 2' xmlns:y='http://www.w3.org/1999/xlink'>"
        "<s:defs><s:circle id = 'gpDot'></s:circle></s:defs><s:use\ny:href='#gpDot' "
        "font-family='a:Bold'/></s:svg>",
        NEW_HEAD "<defs>\n<circle id=\"q-gpDot\"/>\n</defs>\n"
                 "<use xlink:href=\"#q-gpDot\" font-weight=\"bold\"/>\n</svg>\n");
}

/* gnuplot's own words for lines that fall: a style, which a page may forbid. */
static void styles_become_attributes(void **state) {
    (void)state;
    assert_rewritten(
        HEAD SIGNS "<defs>\n<pattern id='gpPat1' patternUnits='userSpaceOnUse' x='0' y='0' "
                   "width='8' height='8'>\n<path style='fill:none; stroke:rgb(255,255,255)' "
                   "d='M-4,0 L8,12'/>\n</pattern>\n</defs>\n</svg>",
        NEW_HEAD
        "<defs>\n<pattern id=\"q-gpPat1\" patternUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" "
        "width=\"8\" height=\"8\">\n<path fill=\"none\" stroke=\"rgb(255,255,255)\" "
        "class=\"hatch\" d=\"M-4,0 L8,12\"/>\n</pattern>\n</defs>\n</svg>\n");
}

/* The same lines as gnuplot 5.4 and as gnuplot 6 write them. */
static void lines_in_a_row_are_one(void **state) {
    (void)state;
#define PLAIN "<g fill=\"none\" color=\"black\">\n"
    static const char joined[] =
        NEW_HEAD PLAIN "<path stroke=\"red\" d=\"M1,1 L1,2 M3,1 L3,2  \"/>\n</g>\n</svg>\n";
    assert_rewritten(HEAD PLAIN "\t<path stroke='red'  d='M1,1 L1,2 M3,1 L3,2  '/></g>\n</svg>",
                     joined);
    assert_rewritten(HEAD PLAIN "\t<path stroke='red'  d='M1,1 L1,2  '/></g>\n" PLAIN
                                "</g>\n" PLAIN
                                "\t<path stroke='red'  d='M3,1 L3,2  '/></g>\n</svg>",
                     joined);
    assert_rewritten(joined, joined);
}

static void what_differs_is_not_joined(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "<g fill=\"none\">\n<path stroke=\"red\" d=\"M1\"/>\n<path stroke=\"blue\" "
        "d=\"M2\"/>\n</g>",
        "<g fill=\"red\">\n<path stroke=\"red\" d=\"M1\"/>\n<path stroke=\"red\" "
        "d=\"M2\"/>\n</g>",
        "<g fill=\"none\">\n<path d=\"M1\" stroke=\"red\"/>\n<path d=\"M1\" "
        "stroke=\"blue\"/>\n</g>",
        "<g fill=\"none\">\n<path d=\"M1\"/>\n<rect/>\n<path d=\"M2\"/>\n</g>",
        "<g fill=\"none\">\n<rect/>\n</g>\n<rect/>\n<g fill=\"none\">\n<rect/>\n</g>",
        "<g fill=\"none\">\n<g fill=\"none\">\n<rect/>\n</g>\n</g>\n"
        "<g fill=\"red\">\n<rect/>\n</g>",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct text bytes = {0}, wanted = {0};
        text_add_format(&bytes, "%s%s\n</svg>\n", HEAD, bodies[i]);
        text_add_format(&wanted, "%s%s\n</svg>\n", NEW_HEAD, bodies[i]);
        assert_rewritten(text_string(&bytes), text_string(&wanted));
        text_free(&bytes);
        text_free(&wanted);
    }
}

static void what_is_not_whole_is_refused(void **state) {
    (void)state;
    static const char whole[] =
        HEAD SIGNS "<g id=\"x\"><text>a</text><use xlink:href='#gpDot'/></g></svg>";
    for (size_t length = 0; length < sizeof whole - 1; length++)
        assert_refused(whole, length);
    assert_rewritten(whole, NEW_HEAD "<defs>\n<circle id=\"q-gpDot\" r=\"0.5\"/>\n</defs>\n"
                                     "<g id=\"q-x\">\n<text>a</text>\n"
                                     "<use xlink:href=\"#q-gpDot\"/>\n</g>\n</svg>\n");
}

static void assert_bodies_refused(const char *const *bodies, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct text bytes = {0};
        text_add_format(&bytes, "%s%s</svg>", HEAD, bodies[i]);
        assert_refused(bytes.bytes, bytes.length);
        text_free(&bytes);
    }
}

static void what_acts_is_refused(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "<script>alert(1)</script>",
        "<image xlink:href='http://example.org/a.png'/>",
        "<use xlink:href='http://example.org/a'/>",
        "<rect fill='url(http://example.org/a)'/>",
        "<a href='#b'></a>",
        "<rect ONLOAD='a'/>",
        "<rect fill='URL(http://example.org/a)'/>",
        "<rect fill='url(#a) url(http://example.org/a)'/>",
        "<rect fill='url&#40;http://example.org/a)'/>",
        "<use xlink:HREF='http://example.org/a'/>",
        "<rect style='fill:url(http://example.org/a)'/>",
        "<rect style='behavior:none'/>",
        "<rect style='fill'/>",
        "<rect style='fill:none' fill='red'/>",
        "<rect style='fill:u\\72l(http://example.org/a)'/>",
        "<rect OnLoad='a'/>",
        "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
        "<title><script>alert(1)</script></title>",
        "<defs><script>alert(1)</script></defs>",
        "<foreignObject/>",
        "<use xmlns:y='http://www.w3.org/1999/xlink' y:href='http://example.org/a'/>",
    };
    assert_bodies_refused(bodies, sizeof bodies / sizeof *bodies);
}

static void what_gnuplot_does_not_write_is_refused(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "<g></path>",
        "<g>",
        "</g>",
        "<rect x=1/>",
        "<rect x='1/>",
        "<rect x/>",
        "< rect/>",
        "<!-- a -->",
        "<!-- a -- b -->",
        "<!-- ]]> -->",
        "<text><![CDATA[a]]></text>",
        "<text>&#97;</text>",
        "<text>&a;</text>",
        "<?a b?>",
        "<svg/>",
        "words",
        "]]>",
    };
    assert_bodies_refused(bodies, sizeof bodies / sizeof *bodies);
    assert_refused("<svg/>", 6);
    assert_refused("<g></g>", 7);
    static const char behind[] = HEAD "</svg><g/>", nul[] = HEAD "</svg>\0<g/>";
    static const char twice[] = HEAD "</svg>" HEAD "</svg>";
    static const char type[] = "<!DOCTYPE svg [<!ENTITY a 'b'>]>" HEAD "</svg>";
    assert_refused(behind, sizeof behind - 1);
    assert_refused(nul, sizeof nul - 1);
    assert_refused(twice, sizeof twice - 1);
    assert_refused(type, sizeof type - 1);
}

/* Ids of ours are longer than gnuplot's, so it may be too long only when it is written. */
static void what_no_page_takes_is_refused(void **state) {
    (void)state;
    struct text bytes = {0};
    text_add(&bytes, HEAD);
    while (bytes.length < PICTURE_MOST_BYTES - 100)
        text_add(&bytes, "<use id='a' xlink:href='#a'/>");
    text_add(&bytes, "</svg>");
    assert_refused(bytes.bytes, bytes.length);
    text_add_repeated(&bytes, "\n", PICTURE_MOST_BYTES);
    assert_refused(bytes.bytes, bytes.length);
    text_free(&bytes);
}

static void a_png_has_both_ends(void **state) {
    (void)state;
    static const char whole[] = "\x89PNG\r\n\x1a\n....\0\0\0\0IEND\xae\x42\x60\x82";
    assert_true(svg_png_is_whole(whole, sizeof whole - 1));
    for (size_t length = 0; length < sizeof whole - 1; length++)
        assert_false(svg_png_is_whole(whole, length));
    assert_false(svg_png_is_whole(whole + 1, sizeof whole - 2));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(title_and_description_are_ours),
        cmocka_unit_test(empty_groups_and_unused_signs_go),
        cmocka_unit_test(fonts_keep_their_weight),
        cmocka_unit_test(patterns_stay_inside),
        cmocka_unit_test(colours_have_classes),
        cmocka_unit_test(forms_have_ids_of_their_own),
        cmocka_unit_test(words_are_escaped),
        cmocka_unit_test(spelling_is_ours),
        cmocka_unit_test(styles_become_attributes),
        cmocka_unit_test(lines_in_a_row_are_one),
        cmocka_unit_test(what_differs_is_not_joined),
        cmocka_unit_test(what_is_not_whole_is_refused),
        cmocka_unit_test(what_acts_is_refused),
        cmocka_unit_test(what_gnuplot_does_not_write_is_refused),
        cmocka_unit_test(what_no_page_takes_is_refused),
        cmocka_unit_test(a_png_has_both_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
