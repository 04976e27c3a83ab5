/* What belongs on one line is bound, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "wording/typography.h"

#define FIXED "\u00a0"

struct bound {
    const char *string, *expected;
};

static void check(const char *catalogue_file, const struct bound *cases, size_t count) {
    struct diag *diag = diag_new(stderr);
    struct catalogue *catalogue = catalogue_load(catalogue_file, diag);
    diag_free(diag);
    assert_non_null(catalogue);
    struct voice voice = {catalogue, arena_new()};
    for (size_t i = 0; i < count; i++)
        assert_string_equal(typography_bind(&voice, cases[i].string), cases[i].expected);
    arena_free(voice.arena);
    catalogue_free(catalogue);
}

static void test_german(void **state) {
    (void)state;
    static const struct bound cases[] = {
        {"", ""},
        {" 5", " 5"},
        {"ohne Zahl am Montag", "ohne Zahl am Montag"},
        {"100 % und mehr", "100" FIXED "% und mehr"},
        {"Treffen am 13. März 2021", "Treffen am 13." FIXED "März" FIXED "2021"},
        {"seit März 2020 und 5 Jahren", "seit März" FIXED "2020 und 5 Jahren"},
        {"13. Punkt", "13. Punkt"},
        {"März 20210", "März 20210"},
        {"im Mai", "im Mai"},
        {"3 Mai", "3" FIXED "Mai"},
        {"%", "%"},
        {"kurzfristig (< 6 Monate) oder > 60",
         "kurzfristig (<" FIXED "6 Monate) oder >" FIXED "60"},
        {"6 < mehr", "6 < mehr"},
        {"> ", "> "},
        {"x. März", "x. März"},
    };
    check("questionnaire/wording/de.ini", cases, sizeof cases / sizeof cases[0]);
}

static void test_english(void **state) {
    (void)state;
    static const struct bound cases[] = {
        {"on 13 March 2021", "on 13" FIXED "March" FIXED "2021"},
        {"am 13. März 2021", "am 13. März 2021"},
    };
    check("questionnaire/wording/en.ini", cases, sizeof cases / sizeof cases[0]);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_german),
                                       cmocka_unit_test(test_english)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
