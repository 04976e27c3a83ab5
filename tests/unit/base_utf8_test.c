#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/utf8.h"
#include "base/utf8_control.h"

static void check_form(const char *input, bool fold, const char *expected) {
    struct text form = {0};
    utf8_comparison_form(&form, input, strlen(input), fold);
    assert_string_equal(text_string(&form), expected);
    text_free(&form);
}

static void comparison_form_folds_what_exports_change(void **state) {
    (void)state;
    check_form("  Reisen &amp; \t Begegnung\xC2\xA0", false, "Reisen & Begegnung");
    check_form("Wie viele sind <strong>aktiv</strong>?", false, "Wie viele sind aktiv?");
    check_form("\xEF\xBB\xBF"
               "1 (None at all)",
               false, "1 (None at all)");
    check_form("A\xCC\x88rger", false, "\xC3\x84rger");
    check_form("STRASSE", true, "strasse");
    check_form("Stra\xC3\x9F"
               "e",
               true, "strasse");
    check_form("&#228;&#xE4;", false, "\xC3\xA4\xC3\xA4");
    check_form("\xC2\xA0", false, "");
}

static void comparison_form_folds_what_word_processors_swap(void **state) {
    (void)state;
    check_form("„Netzwerke“", true, "\"netzwerke\"");
    check_form("geht’s 6–24", true, "geht's 6-24");
    check_form("„Netzwerke“ 6–24", false, "„Netzwerke“ 6–24");
}

static void comparison_form_keeps_what_is_text(void **state) {
    (void)state;
    check_form("kurzfristig (< 6 Monate)", false, "kurzfristig (< 6 Monate)");
    check_form("a < b > c", false, "a < b > c");
    check_form("Reisen & Begegnung; mehr", false, "Reisen & Begegnung; mehr");
    check_form("&unknown; &#0; &#xD800;", false, "&unknown; &#0; &#xD800;");
}

static void blank_is_what_nobody_sees(void **state) {
    (void)state;
    static const char *const blank[] = {
        "",
        "  \t",
        "\xC2\xA0",
        "\xE2\x80\x89\xE2\x80\xAF",             /* NBSP; thin, narrow NBSP */
        "\xE2\x80\x8B\xE2\x81\xA0\xEF\xBB\xBF", /* zero width, word joiner, BOM */
        "\xC2\xAD",
        "\xE3\x80\x80",
        "\xE3\x85\xA4", /* soft hyphen; ideographic; Hangul */
        "\xE2\xA0\x80",
        "\xCC\x88", /* Braille; a diaeresis alone */
        "<br>",
        " <p> </p>",
        "&nbsp;&shy;",
        "&#8203;"};
    static const char *const seen[] = {"-",   "+", "?", ".", "0", "<3",
                                       "< >", "&", "…", "☺", "„“"};
    for (size_t i = 0; i < sizeof blank / sizeof blank[0]; i++)
        if (!utf8_is_blank(blank[i]))
            fail_msg("number %zu is blank", i);
    for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++)
        if (utf8_is_blank(seen[i]))
            fail_msg("'%s' is not blank", seen[i]);
}

static void check_wrap(const char *input, size_t width, const char *indent,
                       const char *expected) {
    struct text wrapped = {0};
    utf8_wrap(&wrapped, input, width, indent);
    assert_string_equal(text_string(&wrapped), expected);
    text_free(&wrapped);
}

static void wrap_breaks_at_blanks_only_where_allowed(void **state) {
    (void)state;
    check_wrap("eins zwei drei", 9, "", "eins zwei\ndrei");
    check_wrap("es sind 24\xC2\xA0von\xC2\xA0"
               "26 da",
               12, "",
               "es sind\n24\xC2\xA0von\xC2\xA0"
               "26 da");
    check_wrap("eins zwei drei", 8, "  ", "eins\n  zwei\n  drei");
    check_wrap("eins\nzwei", 20, "", "eins\nzwei");
    check_wrap("für „Wege“ (hier)", 12, "", "für „Wege“\n(hier)");
    check_wrap("sagt ‚Nein.‘“ („Ja“)", 16, "", "sagt ‚Nein.‘“\n(„Ja“)");
    check_wrap("„Der ‚Verein‘“ ist da", 15, "", "„Der ‚Verein‘“\nist da");
    check_wrap("the “need” (here)", 12, "", "the “need”\n(here)");
    check_wrap("the club's (first)", 12, "", "the club's\n(first)");
    check_wrap("", 20, "", "");
}

static void wrap_cuts_a_word_that_is_too_long(void **state) {
    (void)state;
    check_wrap("abcdefghij", 4, "", "abcd\nefgh\nij");
    check_wrap("\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2", 4, "",
               "\xE6\xBC\xA2\xE5\xAD\x97\n\xE6\xBC\xA2");
}

/* A cut inside would leave a mark without its letter, or half an emoji. */
static void wrap_cuts_no_character_of_several_parts(void **state) {
    (void)state;
    check_wrap("u\u0308u\u0308u\u0308", 2, "", "u\u0308u\u0308\nu\u0308");
    check_wrap("a👩\u200D👩\u200D👧b", 4, "", "a\n👩\u200D👩\u200D👧\nb");
    check_wrap("👍🏽👍🏽", 4, "", "👍🏽\n👍🏽");
    check_wrap("🇵🇱🇨🇿", 3, "", "🇵🇱\n🇨🇿");
}

static void width_counts_columns(void **state) {
    (void)state;
    assert_int_equal(utf8_width("\xC3\xA4\xC3\xB6"), 2);
    assert_int_equal(utf8_width("a\xCC\x88"), 1);
    assert_int_equal(utf8_width("\xE6\xBC\xA2"), 2);
    assert_int_equal(utf8_width(""), 0);
}

static void pad_aligns_by_width(void **state) {
    (void)state;
    struct text text = {0};
    utf8_pad(&text, "\xC3\xA4", 3, false);
    utf8_pad(&text, "\xC3\xA4", 3, true);
    utf8_pad(&text, "abcd", 3, true);
    assert_string_equal(text_string(&text), "\xC3\xA4    \xC3\xA4"
                                            "abcd");
    text_free(&text);
}

static void validity_refuses_overlong_and_cut(void **state) {
    (void)state;
    assert_true(utf8_valid("\xC3\xA4", 2));
    assert_true(utf8_valid("a\0b", 3));
    assert_false(utf8_valid("\xC0\xBC", 2));
    assert_false(utf8_valid("\xC3", 1));
    assert_false(utf8_valid("\xED\xA0\x80", 3));
}

static void controls_are_found(void **state) {
    (void)state;
    assert_true(utf8_has_control("a\x1B[31m", 5));
    assert_true(utf8_has_control("\xC2\x9B", 2));
    assert_true(utf8_has_control("\xE2\x80\xAE", 3));
    assert_false(utf8_has_control("Zeile\n\tmit \xC3\xA4", 13));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comparison_form_folds_what_exports_change),
        cmocka_unit_test(comparison_form_folds_what_word_processors_swap),
        cmocka_unit_test(comparison_form_keeps_what_is_text),
        cmocka_unit_test(blank_is_what_nobody_sees),
        cmocka_unit_test(wrap_breaks_at_blanks_only_where_allowed),
        cmocka_unit_test(wrap_cuts_a_word_that_is_too_long),
        cmocka_unit_test(wrap_cuts_no_character_of_several_parts),
        cmocka_unit_test(width_counts_columns),
        cmocka_unit_test(pad_aligns_by_width),
        cmocka_unit_test(validity_refuses_overlong_and_cut),
        cmocka_unit_test(controls_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
