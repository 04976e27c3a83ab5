/* The forms of a quote's text. The tool is no library, so its part is compiled in here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "quotes/normal.c"

static void assert_tidy(const char *string, const char *expected) {
    struct text tidy = {0};
    normal_tidy(&tidy, string, strlen(string));
    assert_string_equal(text_string(&tidy), expected);
    text_free(&tidy);
}

static void tidy_keeps_paragraphs_only(void **state) {
    (void)state;
    assert_tidy("", "");
    assert_tidy(" \t\r\n", "");
    assert_tidy("  eins\t zwei \r\n\r\n\n drei\u2028vier ", "eins zwei\ndrei\nvier");
    assert_tidy("z.\u202FB.\u00A0so", "z. B. so");
}

static void tidy_is_nfc_without_what_nobody_sees(void **state) {
    (void)state;
    assert_tidy("u\u0308ber", "über");
    assert_tidy("a\u200Bb\uFEFFc\u00ADd\u202Ee\x1B[0mf", "abcde[0mf");
    /* A family of three holds together by its joiners. */
    assert_tidy("👩\u200D👩\u200D👧", "👩\u200D👩\u200D👧");
}

static void the_number_ignores_white_space(void **state) {
    (void)state;
    char one[KEY_SIZE], other[KEY_SIZE];
    normal_key(one, "q", "eins zwei");
    /* printf 'q\neins zwei' | sha256sum */
    assert_string_equal(one, "4e7c87920d8e6ba7");
    normal_key(other, "q", "eins\nzwei");
    assert_string_equal(one, other);
    normal_key(other, "r", "eins zwei");
    assert_string_not_equal(one, other);
    assert_true(normal_same("eins\nzwei", "eins zwei"));
    assert_false(normal_same("eins zwei", "eins zwei drei"));
    assert_false(normal_same("eins zwei", "eins"));
}

static void windows_1252_loses_some_characters(void **state) {
    (void)state;
    assert_true(normal_fits_windows("„Müßig“ – 5 €\nŠ…"));
    assert_false(normal_fits_windows("Łódź"));
    assert_true(normal_same_in_windows("Łódź", "?ód?"));
    assert_true(normal_same_in_windows("Łódź", "Lódz"));
    assert_true(normal_same_in_windows("gut 😀!", "gut ?\?!"));
    assert_true(normal_same_in_windows("gut 😀!", "gut ?!"));
    assert_false(normal_same_in_windows("Łódź", "?od?"));
    assert_false(normal_same_in_windows("Łódź", "?ód? und mehr"));
    assert_false(normal_same_in_windows("Łódź und mehr", "?ód?"));
    assert_false(normal_same_in_windows("Łódź", " ód "));
    assert_true(normal_same_in_windows("eins\nzwei", "eins zwei"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tidy_keeps_paragraphs_only),
        cmocka_unit_test(tidy_is_nfc_without_what_nobody_sees),
        cmocka_unit_test(the_number_ignores_white_space),
        cmocka_unit_test(windows_1252_loses_some_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
