#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/identifier.h"

static void check(const char *words, size_t most, const char *expected) {
    struct text made = {0};
    identifier_make(&made, words, most);
    assert_string_equal(text_string(&made), expected);
    text_free(&made);
}

static void letters_lose_marks_and_capitals(void **state) {
    (void)state;
    check("Städtepartnerschaft", 40, "staedtepartnerschaft");
    check("Märkisch-Oderland", 40, "maerkisch_oderland");
    check("Große Straße", 40, "grosse_strasse");
    check("Łódź, Škoda é", 40, "lodz_skoda_e");
    /* The same letters, taken apart already. */
    check("a\xCC\x88", 40, "a");
}

static void what_stands_between_is_one_line(void **state) {
    (void)state;
    check("  (Ja) -- und: nein! ", 40, "ja_und_nein");
    check("organisation's needs", 40, "organisations_needs");
    check("a__b", 40, "a_b");
}

static void digits_come_behind_letters(void **state) {
    (void)state;
    check("3. Platz 2", 40, "platz_2");
    check("42", 40, "");
    check("Ελλάδα", 40, "");
    check("", 40, "");
}

static void long_words_are_cut_between_words(void **state) {
    (void)state;
    check("one two three", 8, "one_two");
    check("one two three", 7, "one_two");
    check("Donaudampfschiff", 5, "donau");
    check("a donaudampfschiff", 6, "a_dona");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_lose_marks_and_capitals),
        cmocka_unit_test(what_stands_between_is_one_line),
        cmocka_unit_test(digits_come_behind_letters),
        cmocka_unit_test(long_words_are_cut_between_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
