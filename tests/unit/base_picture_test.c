/* What may occur in a picture, and what may not, however it is spelt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/picture.h"

/* Reads the bytes and appends to result what is written of them. */
static bool rewrite(const char *bytes, size_t length, struct text *result) {
    struct arena *arena = arena_new();
    const struct picture_node *root = picture_read(arena, bytes, length);
    if (root != NULL)
        picture_write(root, result);
    arena_free(arena);
    return root != NULL;
}

#define ROOT                                                                                   \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "  \
    "width=\"4\" height=\"2\">"

/* The body in a whole picture is read and written as expected; and that is read and written as
 * it is. */
static void assert_read(const char *body, const char *expected) {
    struct text bytes = {0}, wanted = {0}, result = {0};
    text_add_format(&bytes, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" ROOT "%s</svg>\n",
                    body);
    text_add_format(&wanted, ROOT "%s</svg>", expected);
    if (!rewrite(bytes.bytes, bytes.length, &result))
        fail_msg("refused: %s", body);
    assert_string_equal(text_string(&result), text_string(&wanted));
    text_clear(&result);
    assert_true(rewrite(wanted.bytes, wanted.length, &result));
    assert_string_equal(text_string(&result), text_string(&wanted));
    text_free(&bytes);
    text_free(&wanted);
    text_free(&result);
}

static void assert_bytes_refused(const char *bytes, size_t length) {
    struct text result = {0};
    if (rewrite(bytes, length, &result))
        fail_msg("read: %s", bytes);
    text_free(&result);
}

static void assert_whole_refused(const char *bytes) {
    assert_bytes_refused(bytes, strlen(bytes));
}

static void assert_refused(const char *body) {
    struct text bytes = {0};
    text_add_format(&bytes, ROOT "%s</svg>", body);
    assert_whole_refused(bytes.bytes);
    text_free(&bytes);
}

static void drawings_are_read(void **state) {
    (void)state;
    assert_read("<g transform='rotate(45)'><path  d='M0,0 L8.5,-8 Z' stroke='#fff'/></g>",
                "<g transform=\"rotate(45)\"><path d=\"M0,0 L8.5,-8 Z\" stroke=\"#fff\"/></g>");
    assert_read("<title id='a-b'>\xc3\x84 &amp; &lt;b&gt; url( ONLOAD=</title>",
                "<title id=\"a-b\">\xc3\x84 &amp; &lt;b&gt; url( ONLOAD=</title>");
    assert_read("<text xml:space='preserve'> a<tspan font-weight='bold'>b</tspan></text>",
                "<text xml:space=\"preserve\"> a<tspan font-weight=\"bold\">b</tspan></text>");
    assert_read("<rect></rect>\n", "<rect/>\n");
    assert_read("<text>]]&gt; \"</text>", "<text>]]&gt; \"</text>");
    assert_read("<g font-family='DejaVu Sans:Bold'/>", "<g font-family=\"DejaVu Sans:Bold\"/>");
}

/* Whatever a file calls a namespace: it is written by its usual prefix, once. */
static void names_are_those_of_namespaces(void **state) {
    (void)state;
    assert_read("<use xmlns:y='http://www.w3.org/1999/xlink' y:href='#a'/>",
                "<use xlink:href=\"#a\"/>");
    assert_read("<s:g xmlns:s='http://www.w3.org/2000/svg'><s:rect x='1'/></s:g>",
                "<g><rect x=\"1\"/></g>");
    assert_read("<g xmlns:a='http://example.org/'/>", "<g/>");
}

static void hatching_is_read(void **state) {
    (void)state;
    assert_read("<defs><pattern id='p1' patternUnits='userSpaceOnUse' x='0' y='0' width='8' "
                "height='8'><path fill='none' stroke='rgb(255,255,255)' d='M-4,0 L8,12'/>"
                "</pattern></defs><polygon fill='url(#p1)' points='0,0 1,1'/>",
                "<defs><pattern id=\"p1\" patternUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" "
                "width=\"8\" height=\"8\"><path fill=\"none\" stroke=\"rgb(255,255,255)\" "
                "d=\"M-4,0 L8,12\"/></pattern></defs><polygon fill=\"url(#p1)\" points=\"0,0 "
                "1,1\"/>");
}

static void styles_are_read_as_attributes(void **state) {
    (void)state;
    assert_read("<path style=' fill:none; stroke : rgb(1,2,3) ;' d='M0'/>",
                "<path fill=\"none\" stroke=\"rgb(1,2,3)\" d=\"M0\"/>");
    assert_read("<path style='fill:url(#a)'/>", "<path fill=\"url(#a)\"/>");
    assert_read("<path style=''/>", "<path/>");
    static const char *const styles[] = {
        "fill",
        "fill:none;a",
        "FILL:none",
        "behavior:url(#a)",
        "background:red",
        "d:M0",
        "id:a",
        "fill:none; fill:red",
        "fill:red !important",
        "fill:url(http://example.org/)",
        "fill:u\\72l(http://example.org/)",
        "fill:\\75 rl(a)",
        "f\\69ll:none",
        "fill:url( #a)",
        "fill:url('#a')",
        "fill:u/**/rl(a)",
        "fill:/*;*/none",
        "fill:expression(a):b",
        "@import 'a'",
        "fill:none}*{color:red",
        "fill:&quot;a&quot;",
        "stroke-width:url(#a)",
    };
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        struct text body = {0};
        text_add_format(&body, "<path style=\"%s\"/>", styles[i]);
        assert_refused(body.bytes);
        text_free(&body);
    }
    assert_refused("<path fill='red' style='fill:none'/>");
    assert_refused("<path style='fill:none' fill='red'/>");
}

static void assert_each_refused(const char *const *bodies, size_t count) {
    for (size_t i = 0; i < count; i++)
        assert_refused(bodies[i]);
}

static void what_draws_nothing_is_refused(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<foreignObject/>",
        "<image xlink:href='a.png'/>",
        "<a xlink:href='#b'><rect/></a>",
        "<animate attributeName='x'/>",
        "<style>*{}</style>",
        "<Rect/>",
        "<foreignobject/>",
        "<FOREIGNOBJECT/>",
        "<set attributeName='href'/>",
        "<iframe/>",
        "<handler/>",
        "<svg/>",
        "<title><rect/></title>",
        "<tspan/>",
        "<use xlink:href='#a'><rect/></use>",
        "words",
        "<g>words</g>",
    };
    assert_each_refused(bodies, sizeof bodies / sizeof *bodies);
}

static void what_acts_is_refused(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "<rect onload='a'/>",        "<rect ONLOAD='a'/>",
        "<rect OnClick='a'/>",       "<rect STYLE='fill:none'/>",
        "<rect CLASS='a'/>",         "<rect class='a&quot;b'/>",
        "<rect href='#a'/>",         "<rect Fill='red'/>",
        "<rect OnLoad='a'/>",        "<g font-family='a:Bold:b'/>",
        "<g font-family='a:bold'/>", "<g font-family='url(a):Bold'/>",
        "<g font-size='a:Bold'/>",
    };
    assert_each_refused(bodies, sizeof bodies / sizeof *bodies);
}

static void names_of_others_are_refused(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "<use xlink:HREF='#a'/>",
        "<use XLINK:href='#a'/>",
        "<rect xlink:onload='a'/>",
        "<rect xml:base='http://example.org/'/>",
        "<rect xlink:fill='red'/>",
        "<rect xml:fill='red'/>",
        "<rect s:fill='red' xmlns:s='http://www.w3.org/2000/svg'/>",
        "<rect s:style='fill:red' xmlns:s='http://www.w3.org/2000/svg'/>",
        "<rect xlink:style='fill:red'/>",
        "<use y:href='#a'/>",
        "<use xmlns:y='http://www.w3.org/1999/xlink' y:href='http://example.org/'/>",
        "<use xmlns:y='http://www.w3.org/1999/xlink' y:HREF='#a'/>",
        "<use xmlns:y='http://www.w3.org/1999/xlink' y:href='#a' xlink:href='#b'/>",
        "<use xmlns:y='HTTP://www.w3.org/1999/xlink' y:href='#a'/>",
        "<use xmlns:xlink='http://example.org/' xlink:href='#a'/>",
        "<script xmlns='http://www.w3.org/1999/xhtml'/>",
        "<rect xmlns='http://www.w3.org/1999/xhtml'/>",
        "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
        "<s:foreignObject xmlns:s='http://www.w3.org/2000/svg'/>",
        "<s:rect/>",
        "<s:rect xmlns:s='http://www.w3.org/1999/xhtml'/>",
        "<rect xmlns=''/>",
        "<rect xmlns:s=''/>",
        "<h:body xmlns:h='http://www.w3.org/1999/xhtml'/>",
        "<math xmlns='http://www.w3.org/1998/Math/MathML'/>",
    };
    assert_each_refused(bodies, sizeof bodies / sizeof *bodies);
}

static void what_points_outside_is_refused(void **state) {
    (void)state;
    static const char *const values[] = {"url(http://example.org/a)",
                                         "URL(http://example.org/a)",
                                         "url(//example.org/a)",
                                         "url(a)",
                                         "Url(#a)",
                                         "url( #a)",
                                         "url('#a')",
                                         "url(#)",
                                         "url(#a",
                                         "url(#a) url(#b)",
                                         "url(#a)url(http://example.org/)",
                                         "red url(#a)",
                                         "url&#40;http://example.org/a)",
                                         "url&#40;#a)",
                                         "&#117;rl(a)",
                                         "u\\72l(a)",
                                         "javascript:alert(1)",
                                         "data:a",
                                         "a;b",
                                         "&lt;b&gt;",
                                         "&quot;"};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct text body = {0};
        text_add_format(&body, "<rect fill=\"%s\"/>", values[i]);
        assert_refused(body.bytes);
        text_free(&body);
    }
    assert_refused("<rect d='url(#a)'/>");
    assert_refused("<use xlink:href='a'/>");
    assert_refused("<use xlink:href='#'/>");
    assert_refused("<use xlink:href='#a#b'/>");
    assert_refused("<use xlink:href='http://example.org/#a'/>");
}

static void what_is_not_one_picture_is_refused(void **state) {
    (void)state;
    static const char *const wholes[] = {
        "",
        "<svg/>",
        "<svg xmlns='http://example.org/'/>",
        "<g xmlns='http://www.w3.org/2000/svg'/>",
        ROOT "</svg>" ROOT "</svg>",
        ROOT "</svg> words",
        "words " ROOT "</svg>",
        "<?php a?>" ROOT "</svg>",
        ROOT "</svg><?php a?>",
        "<!DOCTYPE svg SYSTEM 'http://example.org/a.dtd'>" ROOT "</svg>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>" ROOT "<text>&a;</text></svg>",
        ROOT "</svg><!-- a -->",
        ROOT "</svg><!--",
        "<!-- a -->" ROOT "</svg>",
        "<!doctype html>" ROOT "</svg>",
        "<!DOCTYPE svg>" ROOT "</svg>",
        ROOT "</svg>&lt;",
        ROOT "</svg><script/>",
        ROOT "</svg></svg>",
        ROOT "</SVG>",
        "<svg><svg xmlns='http://www.w3.org/2000/svg'/></svg>",
        "<SVG xmlns='http://www.w3.org/2000/svg'/>",
        "<s:svg xmlns:s='http://example.org/'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns='http://example.org/'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><use xlink:href='#a'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='a'/>",
        "<?xml version='1.1'?>" ROOT "</svg>",
        "<?xml version='1.0'?><?xml version='1.0'?>" ROOT "</svg>",
        "<?xml-stylesheet href='http://example.org/'?>" ROOT "</svg>",
        ROOT,
    };
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        assert_whole_refused(wholes[i]);
}

static void what_is_no_plain_xml_is_refused(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "<!-- a -->",
        "<text><![CDATA[a]]></text>",
        "<text>&#60;</text>",
        "<text>&nbsp;</text>",
        "<g></path>",
        "<rect x='1' x='2'/>",
        "<rect x=1/>",
        "<rect x/>",
        "<rect x='1'y='2'/>",
        "<text>\xff</text>",
        "<text>\x01</text>",
        "<?a b?>",
        "<!-- a -- b -->",
        "<![CDATA[ ]]>",
        "<text>]]></text>",
        "<text>&a;</text>",
        "<text>&#x3c;script></text>",
        "<text>&lt</text>",
        "<text>& b</text>",
        "<rect x='&lt;'/>",
        "<rect x='<'/>",
        "<text>\xc0\xbcscript></text>",
        "<text>\xed\xa0\x80</text>",
        "<text>\xef\xbf\xbe</text>",
    };
    assert_each_refused(bodies, sizeof bodies / sizeof *bodies);
}

static void bytes_behind_a_nul_are_seen(void **state) {
    (void)state;
    static const char within[] = ROOT "\0</svg>";
    static const char behind[] = ROOT "</svg>\0<script>alert(1)</script>";
    static const char last[] = ROOT "</svg>\0";
    assert_bytes_refused(within, sizeof within - 1);
    assert_bytes_refused(behind, sizeof behind - 1);
    assert_bytes_refused(last, sizeof last - 1);
}

/* UTF-8 it is, whatever the file says of itself; and two bytes per character is no UTF-8. */
static void other_encodings_hide_nothing(void **state) {
    (void)state;
    struct text result = {0};
    static const char seven[] =
        "<?xml version='1.0' encoding='utf-7'?>" ROOT "<text>+ADw-b+AD4- \xc3\x84</text></svg>";
    assert_true(rewrite(seven, sizeof seven - 1, &result));
    assert_string_equal(text_string(&result), ROOT "<text>+ADw-b+AD4- \xc3\x84</text></svg>");
    text_free(&result);
    static const char latin[] =
        "<?xml version='1.0' encoding='iso-8859-1'?>" ROOT "<text>\xc4</text></svg>";
    assert_bytes_refused(latin, sizeof latin - 1);
    static const char plain[] = "<svg xmlns='http://www.w3.org/2000/svg'/>";
    char wide[2 * sizeof plain] = "\xff\xfe";
    for (size_t i = 0; i + 1 < sizeof plain; i++)
        wide[2 + 2 * i] = plain[i];
    assert_bytes_refused(wide, sizeof wide);
}

static void what_is_cut_off_is_refused(void **state) {
    (void)state;
    static const char whole[] =
        "<?xml version=\"1.0\"?>\n" ROOT "<g id='a'><text>\xc3\x84</text></g></svg>";
    for (size_t length = 0; length < sizeof whole - 1; length++)
        assert_bytes_refused(whole, length);
    struct text result = {0};
    assert_true(rewrite(whole, sizeof whole - 1, &result));
    text_free(&result);
}

/* Neither a deep nor a long picture ends the program. */
static void what_is_huge_is_refused(void **state) {
    (void)state;
    struct text bytes = {0}, result = {0};
    text_add(&bytes, ROOT);
    text_add_repeated(&bytes, "<g>", 100000);
    text_add_repeated(&bytes, "</g>", 100000);
    text_add(&bytes, "</svg>");
    assert_bytes_refused(bytes.bytes, bytes.length);
    text_clear(&bytes);
    text_add(&bytes, ROOT "</svg>");
    text_add_repeated(&bytes, "\n", PICTURE_MOST_BYTES - bytes.length);
    assert_true(rewrite(bytes.bytes, bytes.length, &result));
    text_add_byte(&bytes, '\n');
    assert_bytes_refused(bytes.bytes, bytes.length);
    text_free(&bytes);
    text_free(&result);
}

/* Of our own making: escaped where it must be, and read again as it was. */
static void a_tree_is_written(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct picture_node *root = picture_element(arena, "svg");
    struct picture_node *title = picture_element(arena, "title");
    picture_append(root, title);
    picture_append(root, picture_words(arena, "\n"));
    picture_append(title, picture_words(arena, "<script> & \"a\" ]]> "));
    picture_append(title, picture_words(arena, "--><!--"));
    picture_set(arena, title, "id", "a");
    picture_set(arena, title, "xml:lang", "de");
    picture_set(arena, title, "id", "b");
    assert_string_equal(picture_value(title, "id"), "b");
    assert_null(picture_value(title, "lang"));
    struct text result = {0}, again = {0};
    picture_write(root, &result);
    assert_string_equal(text_string(&result),
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                        "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><title id=\"b\" "
                        "xml:lang=\"de\">&lt;script&gt; &amp; \"a\" ]]&gt; --&gt;&lt;!--"
                        "</title>\n</svg>");
    assert_true(rewrite(result.bytes, result.length, &again));
    assert_string_equal(text_string(&again), text_string(&result));
    text_free(&result);
    text_free(&again);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drawings_are_read),
        cmocka_unit_test(names_are_those_of_namespaces),
        cmocka_unit_test(hatching_is_read),
        cmocka_unit_test(styles_are_read_as_attributes),
        cmocka_unit_test(what_draws_nothing_is_refused),
        cmocka_unit_test(what_acts_is_refused),
        cmocka_unit_test(names_of_others_are_refused),
        cmocka_unit_test(what_points_outside_is_refused),
        cmocka_unit_test(what_is_not_one_picture_is_refused),
        cmocka_unit_test(what_is_no_plain_xml_is_refused),
        cmocka_unit_test(bytes_behind_a_nul_are_seen),
        cmocka_unit_test(other_encodings_hide_nothing),
        cmocka_unit_test(what_is_cut_off_is_refused),
        cmocka_unit_test(what_is_huge_is_refused),
        cmocka_unit_test(a_tree_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
