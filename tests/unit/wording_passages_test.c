/* Placeholders of ready-made sentences. Figures are those of the golden case ready_sentences.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "findings/addressees.h"
#include "wording/passages.h"
#include "wording_fixture.inc"

static void test_filled(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("ready_sentences", "de");
    const struct passage *passages = fixture.questionnaire->passages;
    struct diag *diag = diag_new(stderr);
    assert_true(passages_check(fixture.questionnaire, diag));
    diag_free(diag);
    assert_string_equal(passages_text(&fixture.teller, &passages[0]),
                        "12 von 30 haben geantwortet. Am meisten fehlt „Geld für Projekte“: "
                        "wichtig für 10" FIXED "von" FIXED "12, zufrieden damit 1" FIXED
                        "von" FIXED "10. Es fehlt 9" FIXED "von" FIXED
                        "10. Fragen an netz@example.org.");
    /* Level: both are named, and the next place begins behind them. */
    assert_non_null(strstr(passages_text(&fixture.teller, &passages[1]),
                           "„Videotreffen“ und „Chat“: jeweils 7" FIXED "von" FIXED "11"));
    assert_null(passages_text(&fixture.teller, &passages[2]));
    fixture_free(&fixture);
}

static void test_faults(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("faulty_passages", "en");
    char *messages;
    size_t size;
    FILE *stream = open_memstream(&messages, &size);
    struct diag *diag = diag_new(stream);
    assert_false(passages_check(fixture.questionnaire, diag));
    assert_int_equal(diag_count(diag, DIAG_ERROR), 13);
    diag_free(diag);
    fclose(stream);
    free(messages);
    fixture_free(&fixture);
}

/* "Land, EU" are two, and each gets only what it decides. */
static void test_addressees(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("ready_sentences", "de");
    size_t count;
    const char *const *names = addressees_of(&fixture.teller.facts, &count);
    assert_int_equal(count, 4);
    assert_string_equal(names[0], "Land");
    assert_string_equal(names[1], "EU");
    const struct question *reforms = asked(&fixture, "reforms");
    size_t for_land = 0, for_eu = 0, for_county = 0;
    for (size_t i = 0; i < reforms->codes->count; i++) {
        const struct label *addressee = &reforms->codes->codes[i].addressee;
        for_land += addressees_include(&fixture.teller.facts, addressee, "Land");
        for_eu += addressees_include(&fixture.teller.facts, addressee, "EU");
        for_county += addressees_include(&fixture.teller.facts, addressee, "Landkreis");
    }
    assert_int_equal(for_land, 2);
    assert_int_equal(for_eu, 1);
    assert_int_equal(for_county, 0);
    fixture_free(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filled),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_addressees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
