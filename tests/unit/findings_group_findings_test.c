/* Views of groups as they are read, and when a difference is claimed. The figures are those of
 * the golden cases groups_*. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "wording/group_sentence.h"
#include "wording/item_words.h"
#include "wording_fixture.inc"

static struct group_findings tables_of(const struct fixture *fixture, const char *question,
                                       size_t grouping) {
    return group_findings_of(&fixture->teller.facts, asked(fixture, question),
                             &fixture->questionnaire->groupings[grouping]);
}

static void test_all_answers(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("groups_claimed", "de");
    struct group_findings tables = tables_of(&fixture, "trend", 0);
    assert_int_equal(tables.count, 1);
    const struct group_finding *trend = &tables.table[0];
    assert_true(trend->all && !trend->coarse);
    assert_int_equal(trend->verdict, GROUP_DIFFERENT);
    assert_int_equal(trend->class.statistic, STATISTIC_TOP2);
    assert_int_equal(trend->groups.count, 2);
    assert_int_equal(trend->groups.hidden, 1);
    assert_int_equal(trend->groups.item[0].figure.count, 12);
    assert_int_equal(trend->groups.item[1].figure.count, 3);
    assert_string_equal(trend->groups.item[2].figure.rule, "P2");
    assert_string_equal(group_sentence_ends(&fixture.teller, trend, false),
                        "Am größten ist der Anteil bei „Verein“: alle" FIXED
                        "12. Am kleinsten ist er bei „Kommune“: 3" FIXED "von" FIXED "8.");
    fixture_free(&fixture);
}

static void test_coarse(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("groups_coarse", "de");
    struct group_findings tables = tables_of(&fixture, "importance", 0);
    assert_int_equal(tables.count, 3);
    assert_false(tables.table[0].coarse);
    assert_true(tables.table[1].coarse && !tables.table[1].all);
    assert_string_equal(tables.table[1].rule, "P3");
    assert_string_equal(group_findings_by(&fixture.teller.facts, &tables.table[1]),
                        "org.coarse");
    assert_string_equal(item_label(&fixture.teller, &tables.table[1].groups.item[0]),
                        "Verein oder Initiative");
    /* That of the coarser groups is claimed; nothing is denied, as one has no test. */
    struct sentences verdicts = group_sentence_verdicts(&fixture.teller, &tables);
    assert_int_equal(verdicts.count, 1);
    fixture_free(&fixture);
}

/* Nothing is claimed or denied where there is no verdict, however the counts look. */
static void test_hidden(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("groups_hidden", "de");
    struct group_findings tables = tables_of(&fixture, "importance", 0);
    assert_int_equal(tables.table[0].verdict, GROUP_UNTESTED);
    assert_int_equal(group_sentence_verdicts(&fixture.teller, &tables).count, 0);
    assert_int_equal(group_sentence_hidden(&fixture.teller, &tables).count, 2);
    tables = tables_of(&fixture, "trend", 0);
    assert_int_equal(group_sentence_verdicts(&fixture.teller, &tables).count, 0);
    assert_string_equal(
        group_sentence_hidden(&fixture.teller, &tables).line[0],
        "Zahlen der Gruppen sind hier nicht ausgewiesen. Was alle in einer kleinen "
        "Gruppe geantwortet haben, wäre sonst zu erkennen.");
    fixture_free(&fixture);
}

static void test_none(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("all_types_de", "de");
    assert_false(group_findings_published(&fixture.teller.facts));
    fixture_free(&fixture);
    fixture = fixture_of("groups_alike", "en");
    assert_true(group_findings_published(&fixture.teller.facts));
    assert_int_equal(tables_of(&fixture, "org", 0).count, 0);
    fixture_free(&fixture);
}

static const char *fixture_first(const struct fixture *fixture, const char *question) {
    struct group_findings tables = tables_of(fixture, question, 0);
    struct sentences verdicts = group_sentence_verdicts(&fixture->teller, &tables);
    return verdicts.count > 0 ? verdicts.line[0] : "";
}

/* What is said is of the class: of all answers it is named. Nothing is denied of two options
 * where one was not tested. */
static void test_tested(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("verdict_parts_en", "en");
    assert_string_equal(
        fixture_first(&fixture, "form"),
        "The groups answer differently. The largest share for “in a hall” is in "
        "“Club”: 7" FIXED "of" FIXED "10. The smallest is in “Town”: none of "
        "the" FIXED "10.");
    assert_string_equal(fixture_first(&fixture, "few"), "");
    struct group_findings ways = tables_of(&fixture, "ways", 0);
    assert_string_equal(group_sentence_ends(&fixture.teller, &ways.table[1], false),
                        "The largest share is in “Town”: all" FIXED
                        "10. The smallest is in “Club”: 5" FIXED "of" FIXED "10.");
    assert_int_equal(ways.table[1].verdict, GROUP_DIFFERENT);
    fixture_free(&fixture);
    fixture = fixture_of("asked_if_de", "de");
    assert_string_equal(fixture_first(&fixture, "hilfe"),
                        "Beim Anteil für „ja“ gibt es keinen belastbaren Unterschied.");
    fixture_free(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_answers), cmocka_unit_test(test_coarse),
        cmocka_unit_test(test_hidden),      cmocka_unit_test(test_none),
        cmocka_unit_test(test_tested),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
