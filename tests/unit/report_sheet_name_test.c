/* Names of the sheets of a workbook. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/sheet_name.h"

/* Titles in the order of their sheets, and the name that each gets. */
struct name_case {
    const char *title, *name;
};

static void check(const struct name_case *cases, size_t count) {
    struct arena *arena = arena_new();
    struct sheet_names names = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        assert_string_equal(sheet_name_add(&names, cases[i].title), cases[i].name);
    sheet_names_free(&names);
    arena_free(arena);
}

static void forbidden_characters_are_blanks(void **state) {
    (void)state;
    static const struct name_case cases[] = {{"[a]:b*c?d/e\\f", "a  b c d e f"},
                                             {"'quoted'", "quoted"},
                                             {"tab\there", "tab here"},
                                             {"it's fine", "it's fine"}};
    check(cases, sizeof cases / sizeof *cases);
}

static void long_titles_are_cut_between_characters(void **state) {
    (void)state;
    static const struct name_case cases[] = {
        {"0123456789012345678901234567890", "0123456789012345678901234567890"},
        {"01234567890123456789012345678901", "01234567890123456789012345678 2"},
        {"äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäö", "äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüä"},
        /* Two units of UTF-16 each: 15 of them, and no half one. */
        {"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"},
        {"012345678901234567890123456789 b", "012345678901234567890123456789"}};
    check(cases, sizeof cases / sizeof *cases);
}

static void no_name_is_there_twice(void **state) {
    (void)state;
    static const struct name_case cases[] = {{"Ideen", "Ideen"},   {"IDEEN", "IDEEN 2"},
                                             {"Ideen", "Ideen 3"}, {"History", "History 2"},
                                             {"?", "2"},           {"*", "3"}};
    check(cases, sizeof cases / sizeof *cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forbidden_characters_are_blanks),
        cmocka_unit_test(long_titles_are_cut_between_characters),
        cmocka_unit_test(no_name_is_there_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
