/* Numbers, dates, lists and quotations in German and English, as the two catalogues have them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "wording/voice.h"

#define NARROW "\u202f"
#define FIXED  "\u00a0"

struct pair {
    struct voice german, english;
};

static struct voice voice_of_language(const char *path) {
    struct diag *diag = diag_new(stderr);
    struct catalogue *catalogue = catalogue_load(path, diag);
    diag_free(diag);
    assert_non_null(catalogue);
    return (struct voice){catalogue, arena_new()};
}

static int set_up(void **state) {
    static struct pair pair;
    pair.german = voice_of_language("questionnaire/wording/de.ini");
    pair.english = voice_of_language("questionnaire/wording/en.ini");
    *state = &pair;
    return 0;
}

static int tear_down(void **state) {
    struct pair *pair = *state;
    struct voice *voices[] = {&pair->german, &pair->english};
    for (size_t i = 0; i < 2; i++) {
        arena_free(voices[i]->arena);
        catalogue_free((struct catalogue *)(uintptr_t)voices[i]->catalogue);
    }
    return 0;
}

static void test_whole(void **state) {
    struct pair *pair = *state;
    assert_string_equal(voice_whole(&pair->german, 0), "0");
    assert_string_equal(voice_whole(&pair->german, 1322), "1322");
    assert_string_equal(voice_whole(&pair->german, 12792), "12" NARROW "792");
    assert_string_equal(voice_whole(&pair->german, 1000000), "1" NARROW "000" NARROW "000");
    assert_string_equal(voice_whole(&pair->german, -12792), "−12" NARROW "792");
    assert_string_equal(voice_whole(&pair->english, 12792), "12" NARROW "792");
}

static void test_rounded(void **state) {
    struct pair *pair = *state;
    assert_string_equal(voice_rounded(&pair->german, (struct rounded){42, 1}), "4,2");
    assert_string_equal(voice_rounded(&pair->english, (struct rounded){42, 1}), "4.2");
    assert_string_equal(voice_rounded(&pair->german, (struct rounded){5, 2}), "0,05");
    assert_string_equal(voice_rounded(&pair->german, (struct rounded){-5, 1}), "−0,5");
    assert_string_equal(voice_rounded(&pair->german, (struct rounded){0, 1}), "0,0");
    assert_string_equal(voice_rounded(&pair->german, (struct rounded){12345678, 1}),
                        "1" NARROW "234" NARROW "567,8");
}

static void test_share(void **state) {
    struct pair *pair = *state;
    const struct voice *german = &pair->german, *english = &pair->english;
    assert_string_equal(voice_of(german, 0, 12), "0" FIXED "von" FIXED "12");
    assert_string_equal(voice_share(german, 7, 12), "7" FIXED "von" FIXED "12");
    /* Percent stands in sentences from 100 answers on. */
    assert_string_equal(voice_share(german, 24, 26), "24" FIXED "von" FIXED "26");
    assert_string_equal(voice_share(german, 98, 99), "98" FIXED "von" FIXED "99");
    assert_string_equal(voice_share(german, 92, 100),
                        "92" FIXED "von" FIXED "100 (92" NARROW "%)");
    assert_string_equal(voice_share(english, 92, 100), "92" FIXED "of" FIXED "100 (92%)");
    assert_string_equal(voice_share(german, 12, 12), "alle" FIXED "12");
    assert_string_equal(voice_share(english, 12, 12), "all" FIXED "12");
    assert_string_equal(voice_share(german, 0, 12), "niemand von den" FIXED "12");
    assert_string_equal(voice_share(german, 1, 1), "1" FIXED "von" FIXED "1");
    assert_string_equal(voice_share(german, 0, 1), "0" FIXED "von" FIXED "1");
    assert_null(voice_percent(german, 7, 12));
    assert_string_equal(voice_percent(german, 969, 1000), "96,9" NARROW "%");
}

static void test_forms(void **state) {
    struct pair *pair = *state;
    const struct voice *german = &pair->german;
    assert_int_equal(voice_form(german, PHRASE_TEXT_WROTE_NONE, 0, 5), PHRASE_TEXT_WROTE_NONE);
    assert_int_equal(voice_form(german, PHRASE_TEXT_WROTE_NONE, 1, 5), PHRASE_TEXT_WROTE_ONE);
    assert_int_equal(voice_form(german, PHRASE_TEXT_WROTE_NONE, 4, 5), PHRASE_TEXT_WROTE_MANY);
    assert_int_equal(voice_form(german, PHRASE_TEXT_WROTE_NONE, 5, 5), PHRASE_TEXT_WROTE_ALL);
    assert_int_equal(voice_form(german, PHRASE_TEXT_WROTE_NONE, 1, 1), PHRASE_TEXT_WROTE_ONE);
    assert_int_equal(voice_form(german, PHRASE_TEXT_WROTE_NONE, 0, 0), PHRASE_TEXT_WROTE_NONE);
    assert_int_equal(voice_plural(german, PHRASE_MULTI_LIMIT_ONE, 1), PHRASE_MULTI_LIMIT_ONE);
    assert_int_equal(voice_plural(german, PHRASE_MULTI_LIMIT_ONE, 2), PHRASE_MULTI_LIMIT_MANY);
}

static void test_dates(void **state) {
    struct pair *pair = *state;
    const struct voice *german = &pair->german;
    assert_string_equal(voice_date(german, "2021-03-13"), "13." FIXED "März" FIXED "2021");
    assert_string_equal(voice_date(&pair->english, "2021-03-01"),
                        "1" FIXED "March" FIXED "2021");
    assert_string_equal(voice_period(german, "2021-02-26", "2021-03-14"),
                        "26." FIXED "Februar" FIXED "bis 14." FIXED "März" FIXED "2021");
    assert_string_equal(voice_period(german, "2021-03-01", "2021-03-14"),
                        "1." FIXED "bis 14." FIXED "März" FIXED "2021");
    assert_string_equal(voice_period(german, "2020-12-28", "2021-01-09"),
                        "28." FIXED "Dezember" FIXED "2020" FIXED "bis 9." FIXED "Januar" FIXED
                        "2021");
    assert_string_equal(voice_period(german, "2021-03-14", "2021-03-14"),
                        "14." FIXED "März" FIXED "2021");
}

static void test_lists(void **state) {
    struct pair *pair = *state;
    const struct voice *german = &pair->german;
    const char *const items[] = {"A", "B", "C", "D", "E", "F", "G"};
    assert_string_equal(voice_list(german, items, 0), "");
    assert_string_equal(voice_list(german, items, 1), "A");
    assert_string_equal(voice_list(german, items, 2), "A und B");
    assert_string_equal(voice_list(german, items, 3), "A, B und C");
    assert_string_equal(voice_choice(german, items, 2), "A oder B");
    assert_string_equal(voice_names(german, items, 5), "A, B, C, D und E");
    assert_string_equal(voice_names(german, items, 7), "A, B, C, D, E und 2 weitere");
    assert_string_equal(voice_names(&pair->english, items, 6), "A, B, C, D, E and 1 more");
}

static void test_quotes(void **state) {
    struct pair *pair = *state;
    assert_string_equal(voice_quote(&pair->german, "Geld"), "„Geld“");
    assert_string_equal(voice_quote(&pair->german, ""), "„“");
    assert_string_equal(voice_quote(&pair->german, "die „Stadt“"), "„die ‚Stadt‘“");
    assert_string_equal(voice_quote(&pair->english, "the “town”"), "“the ‘town’”");
}

static void test_values_are_not_read(void **state) {
    struct pair *pair = *state;
    assert_string_equal(
        voice_say(&pair->german, PHRASE_STATEMENT_FULL, "sentence", "{text} %s ~ {thin}", NULL),
        "{text} %s ~ {thin}.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),  cmocka_unit_test(test_rounded),
        cmocka_unit_test(test_share),  cmocka_unit_test(test_forms),
        cmocka_unit_test(test_dates),  cmocka_unit_test(test_lists),
        cmocka_unit_test(test_quotes), cmocka_unit_test(test_values_are_not_read),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
