/* What may stand in a picture, and what may not, however it is spelt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/picture.h"

#define ROOT                                                                                   \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "  \
    "width=\"4\" height=\"2\">"

/* The body in a whole picture is read; what comes out is the same but for the quotation marks
 * of expected. */
static void assert_read(const char *body, const char *expected) {
    struct text bytes = {0}, wanted = {0}, result = {0};
    text_add_format(&bytes, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" ROOT "%s</svg>\n",
                    body);
    text_add_format(&wanted, ROOT "%s</svg>", expected);
    if (!picture_read(bytes.bytes, bytes.length, &result))
        fail_msg("refused: %s", body);
    assert_string_equal(text_string(&result), text_string(&wanted));
    text_free(&bytes);
    text_free(&wanted);
    text_free(&result);
}

static void assert_whole_refused(const char *bytes) {
    struct text result = {0};
    if (picture_read(bytes, strlen(bytes), &result))
        fail_msg("read: %s", bytes);
    assert_int_equal(result.length, 0);
    text_free(&result);
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

static void what_acts_is_refused(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<foreignObject/>",
        "<image xlink:href='a.png'/>",
        "<a xlink:href='#b'><rect/></a>",
        "<animate attributeName='x'/>",
        "<style>*{}</style>",
        "<rect onload='a'/>",
        "<rect ONLOAD='a'/>",
        "<rect OnClick='a'/>",
        "<rect style='fill:none'/>",
        "<rect STYLE='fill:none'/>",
        "<rect class='a'/>",
        "<rect href='#a'/>",
        "<rect Fill='red'/>",
        "<use xlink:HREF='#a'/>",
        "<use XLINK:href='#a'/>",
        "<use xmlns:y='http://www.w3.org/1999/xlink' y:href='#a'/>",
        "<use xmlns:xlink='http://example.org/' xlink:href='#a'/>",
        "<script xmlns='http://www.w3.org/1999/xhtml'/>",
        "<rect xmlns='http://www.w3.org/1999/xhtml'/>",
        "<s:rect xmlns:s='http://www.w3.org/2000/svg'/>",
        "<svg/>",
        "<title><rect/></title>",
        "<tspan/>",
        "<use xlink:href='#a'><rect/></use>",
        "words",
        "<g>words</g>",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        assert_refused(bodies[i]);
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

static void what_is_no_plain_xml_is_refused(void **state) {
    (void)state;
    static const char *const wholes[] = {
        "",
        "<svg/>",
        "<svg xmlns='http://example.org/'/>",
        "<g xmlns='http://www.w3.org/2000/svg'/>",
        ROOT,
        ROOT "</svg>" ROOT "</svg>",
        ROOT "</svg> words",
        "words " ROOT "</svg>",
        "<?php a?>" ROOT "</svg>",
        ROOT "</svg><?php a?>",
        "<!DOCTYPE svg SYSTEM 'http://example.org/a.dtd'>" ROOT "</svg>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>" ROOT "<text>&a;</text></svg>",
        ROOT "<!-- a --></svg>",
        ROOT "<text><![CDATA[a]]></text></svg>",
        ROOT "<text>&#60;</text></svg>",
        ROOT "<text>&nbsp;</text></svg>",
        ROOT "<g></path></svg>",
        ROOT "<rect x='1' x='2'/></svg>",
        ROOT "<rect x=1/></svg>",
        ROOT "<rect x/></svg>",
        ROOT "<rect x='1'y='2'/></svg>",
        ROOT "<text>\xff</text></svg>",
        ROOT "<text>\x01</text></svg>",
        ROOT "<?a b?></svg>",
    };
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        assert_whole_refused(wholes[i]);
    static const char cut[] = ROOT "\0</svg>";
    assert_false(picture_read(cut, sizeof cut - 1, NULL));
}

/* Neither a deep nor a long picture ends the program. */
static void what_is_huge_is_refused(void **state) {
    (void)state;
    struct text bytes = {0};
    text_add(&bytes, ROOT);
    text_add_repeated(&bytes, "<g>", 100000);
    text_add_repeated(&bytes, "</g>", 100000);
    text_add(&bytes, "</svg>");
    assert_false(picture_read(bytes.bytes, bytes.length, NULL));
    text_clear(&bytes);
    text_add(&bytes, ROOT);
    text_add_repeated(&bytes, "<rect/>", 600000);
    text_add(&bytes, "</svg>");
    assert_false(picture_read(bytes.bytes, bytes.length, NULL));
    text_free(&bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drawings_are_read),
        cmocka_unit_test(hatching_is_read),
        cmocka_unit_test(what_acts_is_refused),
        cmocka_unit_test(what_points_outside_is_refused),
        cmocka_unit_test(what_is_no_plain_xml_is_refused),
        cmocka_unit_test(what_is_huge_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
