/* How wide text is and where it breaks: no line wider than it may be, nothing left out. The
 * tool is no library, so its parts are compiled in here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "charts/coverage.c"
#include "charts/metrics.c"
#include "charts/quote.c"

static const struct font font = {10, false, PICTURE_INK};
static const struct font heavy = {10, true, PICTURE_INK};

/* Advance widths as in the tables of the font files: A 1401, i 569 of 2048; bold A 1585. */
static void widths_are_those_of_the_font(void **state) {
    (void)state;
    assert_true(fabs(metrics_width(&font, "A") - 6.84) < 0.005);
    assert_true(fabs(metrics_width(&font, "i") - 2.78) < 0.005);
    assert_true(fabs(metrics_width(&heavy, "A") - 7.74) < 0.005);
    assert_true(fabs(metrics_width(&font, "ß") - 6.30) < 0.005);
    assert_true(metrics_width(&font, "") == 0);
    assert_true(fabs(metrics_width(&font, "ii") - 2 * 2.78) < 0.005);
    /* A combining mark takes no room, a wide character more than any letter. */
    assert_true(metrics_width(&font, "a\u0308") == metrics_width(&font, "a"));
    assert_true(metrics_width(&font, "日") > metrics_width(&font, "W"));
}

static void assert_lines(const char *string, double width, const char *joined) {
    struct arena *arena = arena_new();
    struct lines lines = metrics_wrap(arena, &font, string, width);
    struct text found = {0};
    for (size_t i = 0; i < lines.count; i++)
        text_add_format(&found, "%s%s", i > 0 ? "|" : "", lines.line[i]);
    assert_string_equal(text_string(&found), joined);
    text_free(&found);
    arena_free(arena);
}

static void lines_break_where_they_may(void **state) {
    (void)state;
    assert_lines("", 100, "");
    assert_lines("  ", 100, "");
    assert_lines("eins zwei", 1000, "eins zwei");
    assert_lines("eins zwei", 30, "eins|zwei");
    assert_lines("eins\nzwei", 1000, "eins zwei");
    assert_lines("24\u00a0von\u00a026 Leute", 52, "24\u00a0von\u00a026|Leute");
    assert_lines("Eltern-Kind", 45, "Eltern-|Kind");
}

static void a_long_word_is_cut_with_a_hyphen(void **state) {
    (void)state;
    /* "Mmmm" is 8.63 + 3 * 9.74 = 37.85, the hyphen 3.61. */
    assert_lines("Mmmmmm", 42, "Mmmm-|mm");
    assert_lines("000000", 20, "00|00|00");
    assert_lines("日本語", 12, "日|本|語");
    assert_lines("WW", 1, "W-|W");
}

static void longest_word_is_what_cannot_break(void **state) {
    (void)state;
    assert_true(metrics_longest_word(&font, "ein Apfelbaum da") ==
                metrics_width(&font, "Apfelbaum"));
    assert_true(metrics_longest_word(&font, "") == 0);
}

static void strip(struct text *result, const char *string, char also) {
    for (; *string != '\0'; string++)
        if (*string != ' ' && *string != also)
            text_add_byte(result, *string);
}

/* All characters but blanks come out, and every line fits or is a single character. */
static void nothing_is_lost_and_all_fits(void **state) {
    (void)state;
    static const char *const pieces[] = {"ä", "W",  " ",       "-",  "i", "„", "“", "\u00a0",
                                         ".", "日", "e\u0301", "mm", "1", "/", "?", "Q"};
    unsigned seed = 1;
    for (int round = 0; round < 4000; round++) {
        struct arena *arena = arena_new();
        struct text string = {0}, before = {0}, after = {0};
        seed = seed * 1103515245u + 12345u;
        for (unsigned i = (seed >> 16) % 60; i > 0; i--) {
            seed = seed * 1103515245u + 12345u;
            text_add(&string, pieces[(seed >> 16) % 16]);
        }
        double width = 20 + round % 150;
        struct lines lines = metrics_wrap(arena, &font, text_string(&string), width);
        strip(&before, text_string(&string), '-');
        for (size_t i = 0; i < lines.count; i++) {
            assert_true(metrics_width(&font, lines.line[i]) <= width);
            strip(&after, lines.line[i], '-');
        }
        assert_string_equal(text_string(&before), text_string(&after));
        text_free(&string);
        text_free(&before);
        text_free(&after);
        arena_free(arena);
    }
}

static void what_the_font_lacks_is_replaced(void **state) {
    (void)state;
    struct text result = {0};
    assert_false(coverage_replace(&result, "Größe „50 %“ – €, Čeština, Ελλάδα, Привет →"));
    assert_string_equal(text_string(&result), "Größe „50 %“ – €, Čeština, Ελλάδα, Привет →");
    text_clear(&result);
    assert_true(coverage_replace(&result, "a日\U0001F98A"));
    assert_string_equal(text_string(&result), "a\uFFFD\uFFFD");
    text_free(&result);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_are_those_of_the_font),
        cmocka_unit_test(lines_break_where_they_may),
        cmocka_unit_test(a_long_word_is_cut_with_a_hyphen),
        cmocka_unit_test(longest_word_is_what_cannot_break),
        cmocka_unit_test(nothing_is_lost_and_all_fits),
        cmocka_unit_test(what_the_font_lacks_is_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
