/* Text of unknown bytes on its way into a script. The tool is no library, so its
 * parts are compiled in here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "charts/quote.c"

static void assert_made(void (*make)(struct text *result, const char *string),
                        const char *string, const char *expected) {
    struct text result = {0};
    make(&result, string);
    assert_string_equal(text_string(&result), expected);
    text_free(&result);
}

static void only_letters_and_blanks_stay_as_they_are(void **state) {
    (void)state;
    assert_made(quote_label, "Ab z", "\"Ab z\"");
    assert_made(quote_label, "", "\"\"");
    /* A digit after an escape would be taken into it. */
    assert_made(quote_label, "!5", "\"\\041\\065\"");
    assert_made(quote_label, "`id`", "\"\\140id\\140\"");
    assert_made(quote_label, "a\"b\\", "\"a\\042b\\134\"");
    assert_made(quote_label, "ü", "\"\\303\\274\"");
}

static void a_tic_doubles_percent(void **state) {
    (void)state;
    assert_made(quote_label, "%d", "\"\\045d\"");
}

static void what_no_picture_shows_goes(void **state) {
    (void)state;
    assert_made(quote_clean, "a\tb\nc\rd\ve", "a b c d e");
    assert_made(quote_clean, "a\x01\x1b[31m\x7f", "a[31m");
    assert_made(quote_clean, "\xff", "\xEF\xBF\xBD");
    assert_made(quote_clean, "x\xC3", "x\xEF\xBF\xBD");
    assert_made(quote_clean, "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD");
    /* A surrogate, U+FFFE, a bidi override, NEL and a line separator. */
    assert_made(quote_clean, "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_made(quote_clean, "\xEF\xBF\xBE", "\xEF\xBF\xBD");
    assert_made(quote_clean, "a\u202Eb\u2066c", "abc");
    assert_made(quote_clean,
                "a\xC2\x85"
                "b\u2028c",
                "a b c");
    /* No-break spaces, narrow ones too, keep their sense. */
    assert_made(quote_clean, "24\u00a0von\u202f%", "24\u00a0von\u202f%");
}

static void cleaning_twice_changes_nothing(void **state) {
    (void)state;
    unsigned seed = 4711;
    for (int round = 0; round < 20000; round++) {
        char bytes[12] = "";
        for (size_t i = 0; i + 1 < sizeof bytes; i++) {
            seed = seed * 1103515245u + 12345u;
            bytes[i] = (char)(seed >> 16);
        }
        struct text once = {0}, twice = {0};
        quote_clean(&once, bytes);
        quote_clean(&twice, text_string(&once));
        assert_true(utf8_valid(text_string(&once), once.length));
        assert_false(utf8_has_control(text_string(&once), once.length));
        assert_string_equal(text_string(&once), text_string(&twice));
        text_free(&once);
        text_free(&twice);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_letters_and_blanks_stay_as_they_are),
        cmocka_unit_test(a_tic_doubles_percent),
        cmocka_unit_test(what_no_picture_shows_goes),
        cmocka_unit_test(cleaning_twice_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
