/* The first of what is said of every type of question. The counts were worked out by hand from
 * the published.csv of the golden cases. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "wording/statement.h"
#include "wording/statement_gap.h"
#include "wording/statement_list.h"
#include "wording/statement_words.h"
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
          "For 2" FIXED "of" FIXED
          "3 items “quite or very important” has the majority: “Money for projects” (10" FIXED
          "of" FIXED "12) and “Advice on applications” (7" FIXED "of" FIXED "11).");
}

/* A verb, a quoted item, and what is said. No sentence begins with a quoted small letter where
 * the words can be turned; what cannot be turned stays as written. */
static const struct {
    const char *language, *verb, *item, *said;
} verbs[] = {
    {"de", "{item} finden {k} dringend", "„Visa“", "„Visa“ finden 15 von 29 dringend"},
    {"de", "{item} finden {k} dringend", "„kleine Zuschüsse“",
     "15 von 29 finden „kleine Zuschüsse“ dringend"},
    {"de", "{item} ist für {k} kein oder ein kleines Problem.", "„fehlendes Geld“",
     "für 15 von 29 ist „fehlendes Geld“ kein oder ein kleines Problem"},
    {"de", "{item} stimmt für {k}", "„eine Idee“", "für 15 von 29 stimmt „eine Idee“"},
    {"de", "{item} bekommen {k} nicht", "„übersetzen“",
     "15 von 29 bekommen „übersetzen“ nicht"},
    {"de", "Mit {item} sind {k} zufrieden", "„visa“", "Mit „visa“ sind 15 von 29 zufrieden"},
    {"de", "{item} gab es für {k} nicht", "„visa“", "„visa“ gab es für 15 von 29 nicht"},
    {"de", "{item} ist gut genug, sagen {k}", "„visa“",
     "„visa“ ist gut genug, sagen 15 von 29"},
    {"de", "{item} finden {k} gut, {item} bleibt", "„visa“",
     "„visa“ finden 15 von 29 gut, „visa“ bleibt"},
    {"de", "{item} ist gut", "„visa“", "„visa“ ist gut"},
    {"de", "{item} ist für {k} gut", "„3 Zuschüsse“", "„3 Zuschüsse“ ist für 15 von 29 gut"},
    {"en", "{item} is no problem or a small one for {k}", "“lack of money”",
     "for 15 von 29, “lack of money” is no problem or a small one"},
    {"en", "{item} is of little urgency to {k}", "“visas”",
     "to 15 von 29, “visas” is of little urgency"},
    {"en", "{item} matters to {k}", "“visas”", "to 15 von 29, “visas” matters"},
    {"en", "{item} is no problem for {k}", "“Visas”", "“Visas” is no problem for 15 von 29"},
    {"en", "{item} interests {k} much", "“visas”", "“visas” interests 15 von 29 much"},
};

static void test_turned(void **state) {
    (void)state;
    struct fixture german = fixture_of("all_types_de", "de"),
                   english = fixture_of("all_types_en", "en");
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        struct fixture *fixture = strcmp(verbs[i].language, "de") == 0 ? &german : &english;
        struct saying saying = {.many = {{NULL}}};
        saying.many.in[fixture->teller.facts.language] = verbs[i].verb;
        assert_string_equal(
            words_saying(&fixture->teller, &saying, verbs[i].item, "15 von 29", 15),
            verbs[i].said);
    }
    fixture_free(&german);
    fixture_free(&english);
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
        cmocka_unit_test(test_types),   cmocka_unit_test(test_turned),
        cmocka_unit_test(test_nothing), cmocka_unit_test(test_gap),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
