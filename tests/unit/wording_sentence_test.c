/* The key sentence of every type of question. Expected words follow from the counts in the
 * published.csv of the golden cases, worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "wording/sentence.h"
#include "wording/sentence_gap.h"
#include "wording_fixture.inc"

static void check(const char *name, const char *language, const char *question,
                  const char *expected) {
    struct fixture fixture = fixture_of(name, language);
    assert_string_equal(sentence_of_question(&fixture.teller, asked(&fixture, question)),
                        expected);
    fixture_free(&fixture);
}

static void test_types(void **state) {
    (void)state;
    check("all_types_de", "de", "org",
          "Die häufigste Antwort ist „Verein“: 5" FIXED "von" FIXED "12.");
    check("all_types_de", "de", "trend",
          "6" FIXED "von" FIXED "10 sagen „gleich geblieben oder gestiegen“.");
    check("all_types_de", "de", "members", "Der Größe nach geordnet steht in der Mitte 16,5.");
    check("all_types_de", "de", "story",
          "Hier haben 7" FIXED "von" FIXED "12 etwas geschrieben.");
    check("all_types_en", "en", "tools",
          "Tied for ticked most often are “Video meetings” and “Chat”: 7" FIXED "of" FIXED
          "11 each.");
    check("all_types_en", "en", "reforms",
          "In the first 2 places: most often “simpler applications”, 8" FIXED "of" FIXED "10.");
    check("all_types_en", "en", "importance",
          "The largest share for “quite or very important” is for “Money for projects”: "
          "10" FIXED "of" FIXED "12.");
}

/* Rows without order have no single key sentence, contacts none; hidden figures are not said.
 */
static void test_nothing(void **state) {
    (void)state;
    check("all_types_de", "de", "forms", "");
    check("all_types_de", "de", "reach", "");
    check("hidden_figures", "de", "district", "");
}

static void test_gap(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("all_types_de", "de");
    const struct gap *gap = &fixture.questionnaire->gaps[0];
    assert_string_equal(sentence_of_gap(&fixture.teller, gap),
                        "Am meisten fehlt „Geld für Projekte“. Wichtig ist das für 10" FIXED
                        "von" FIXED "12, zufrieden damit 1" FIXED "von" FIXED "10.");
    /* 9 of 10, 5 of 10, none of 10: the last is alone. */
    assert_int_equal(sentence_all_of_gap(&fixture.teller, gap).count, 2);
    fixture_free(&fixture);
}

static void test_names(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("all_types_de", "de");
    const struct question *org = asked(&fixture, "org"), *trend = asked(&fixture, "trend"),
                          *tools = asked(&fixture, "tools"),
                          *reforms = asked(&fixture, "reforms");
    assert_true(sentence_names(&fixture.teller, org, "club"));
    assert_false(sentence_names(&fixture.teller, org, "town"));
    /* The set: level and up. */
    assert_true(sentence_names(&fixture.teller, trend, "level"));
    assert_true(sentence_names(&fixture.teller, trend, "up"));
    assert_false(sentence_names(&fixture.teller, trend, "down"));
    assert_true(sentence_names(&fixture.teller, tools, "chat"));
    assert_true(sentence_names(&fixture.teller, reforms, "forms"));
    assert_false(sentence_names(&fixture.teller, asked(&fixture, "importance"), "money"));
    fixture_free(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_gap),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
