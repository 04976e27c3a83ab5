/* The first of what is said of every type of question. The counts were worked out by hand from
 * the published.csv of the golden cases. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "wording/statement.h"
#include "wording/statement_gap.h"
#include "wording/statement_list.h"
#include "wording_fixture.inc"

static const char *first_of(struct sentences sentences) {
    return sentences.count > 0 ? sentences.line[0] : "";
}

static void check(const char *name, const char *language, const char *question,
                  const char *expected) {
    struct fixture fixture = fixture_of(name, language);
    struct topic topic = {
        .kind = TOPIC_QUESTION, .id = question, .question = asked(&fixture, question)};
    assert_string_equal(first_of(statement_of(&fixture.teller, &topic)), expected);
    fixture_free(&fixture);
}

static void test_types(void **state) {
    (void)state;
    check("all_types_de", "de", "org",
          "Am häufigsten ist „Verein“ mit 5" FIXED "von" FIXED
          "12, auf „Kommune“ entfallen 4.");
    check("all_types_de", "de", "trend",
          "Auf „gleich geblieben oder gestiegen“ entfallen 6" FIXED "von" FIXED
          "10 Antworten, auf „gesunken“" FIXED "4.");
    check("all_types_de", "de", "members",
          "Der Reihe nach liegt die Mitte der 12" FIXED
          "Antworten bei 16,5, ihre mittlere Hälfte zwischen 9,5 und 26,3.");
    check("all_types_de", "de", "story",
          "Hier haben 7" FIXED "von" FIXED "12 etwas geschrieben.");
    check("all_types_en", "en", "tools",
          "Ticked most often, and equally often: “Video meetings” (7" FIXED "of" FIXED
          "11) and “Chat” (7" FIXED "of" FIXED "11).");
    check("all_types_en", "en", "reforms",
          "Among the first 2 places most often: “simpler applications” (8" FIXED "of" FIXED
          "10).");
    check("all_types_en", "en", "importance",
          "“quite or very important” has the majority for 2" FIXED "of" FIXED
          "3 items: “Money for projects” (10" FIXED "of" FIXED
          "12) and “Advice on applications” (7" FIXED "of" FIXED "11).");
}

/* Contacts have none, and hidden figures are not said. */
static void test_nothing(void **state) {
    (void)state;
    check("all_types_de", "de", "reach", "");
    check("hidden_figures", "de", "district", "");
}

static void test_gap(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("all_types_de", "de");
    const struct gap *gap = &fixture.questionnaire->gaps[0];
    assert_string_equal(first_of(statement_of_gap(&fixture.teller, gap)),
                        "Am meisten fehlt „Geld für Projekte“: wichtig für 10" FIXED "von" FIXED
                        "12, zufrieden 1" FIXED "von" FIXED "10.");
    fixture_free(&fixture);
}

static void test_names(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("all_types_de", "de");
    const struct question *org = asked(&fixture, "org"), *trend = asked(&fixture, "trend"),
                          *tools = asked(&fixture, "tools"),
                          *reforms = asked(&fixture, "reforms");
    assert_true(statement_names(&fixture.teller, org, "club"));
    assert_false(statement_names(&fixture.teller, org, "town"));
    /* The set: level and up. */
    assert_true(statement_names(&fixture.teller, trend, "level"));
    assert_true(statement_names(&fixture.teller, trend, "up"));
    assert_false(statement_names(&fixture.teller, trend, "down"));
    assert_true(statement_names(&fixture.teller, tools, "chat"));
    assert_true(statement_names(&fixture.teller, reforms, "forms"));
    assert_false(statement_names(&fixture.teller, asked(&fixture, "importance"), "money"));
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
