#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "survey/quotation.h"

static void assert_tidy(const char *string, const char *expected) {
    struct text tidy = {0};
    quotation_tidy(&tidy, string, strlen(string));
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
    char one[QUOTATION_KEY_SIZE], other[QUOTATION_KEY_SIZE];
    quotation_key(one, "q", "eins zwei");
    /* printf 'q\neins zwei' | sha256sum */
    assert_string_equal(one, "4e7c87920d8e6ba7");
    quotation_key(other, "q", "eins\nzwei");
    assert_string_equal(one, other);
    quotation_key(other, "r", "eins zwei");
    assert_string_not_equal(one, other);
    assert_true(quotation_same("eins\nzwei", "eins zwei"));
    assert_false(quotation_same("eins zwei", "eins zwei drei"));
    assert_false(quotation_same("eins zwei", "eins"));
}

static void what_people_wrote_may_be_quoted(void **state) {
    (void)state;
    assert_true(quotation_allowed(&(struct question){.type = QUESTION_TEXT}));
    /* A comment beside it, the text of "other". */
    assert_true(quotation_allowed(&(struct question){.type = QUESTION_SINGLE}));
    assert_true(
        quotation_allowed(&(struct question){.type = QUESTION_MULTI, .has_other = true}));
    assert_true(
        quotation_allowed(&(struct question){.type = QUESTION_TEXT, .roles = ROLE_SENSITIVE}));
}

static void what_identifies_or_consents_may_not(void **state) {
    (void)state;
    static const enum question_role roles[] = {ROLE_IDENTIFYING, ROLE_CONSENT_PARTICIPATION,
                                               ROLE_CONSENT_QUOTES, ROLE_CONSENT_CONTACT};
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        assert_false(quotation_allowed(
            &(struct question){.type = QUESTION_SINGLE, .has_other = true, .roles = roles[i]}));
    struct grouping grouping = {0};
    assert_false(quotation_allowed(
        &(struct question){.type = QUESTION_SINGLE, .has_other = true, .grouping = &grouping}));
    assert_false(quotation_allowed(&(struct question){.type = QUESTION_MULTI}));
    assert_false(quotation_allowed(&(struct question){.type = QUESTION_CONTACT}));
    assert_false(quotation_allowed(&(struct question){.type = QUESTION_NUMBER}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tidy_keeps_paragraphs_only),
        cmocka_unit_test(tidy_is_nfc_without_what_nobody_sees),
        cmocka_unit_test(the_number_ignores_white_space),
        cmocka_unit_test(what_people_wrote_may_be_quoted),
        cmocka_unit_test(what_identifies_or_consents_may_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
