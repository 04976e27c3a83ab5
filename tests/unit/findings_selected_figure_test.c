/* What is published of one group: every view that the gate can leave, for an answer and for a
 * coarser group; and the sentences about it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "wording/selected_sentence.h"
#include "wording_fixture.inc"

static struct selected_group group;

/* A teller for one group of tests/data/group, whose tables are in all views. */
static struct fixture fixture_for(const char *words, const char *language) {
    struct fixture fixture = fixture_from("tests/data/group", language);
    struct diag *diag = diag_new(stderr);
    assert_true(selected_group_read(fixture.questionnaire, words, &group, diag));
    diag_free(diag);
    fixture.teller.facts.selected = &group;
    return fixture;
}

struct expectation {
    const char *group, *question, *item, *category, *statistic;
    enum selected_state state;
    int64_t count, base;
    const char *rule;
};

static void check(const struct expectation *expected) {
    struct fixture fixture = fixture_for(expected->group, "de");
    struct selected_figure selected = selected_share(
        &fixture.teller.facts, asked(&fixture, expected->question), expected->item,
        expected->category, statistic_named(expected->statistic));
    bool same = selected.state == expected->state;
    if (same && selected_has_figure(selected.state))
        same =
            selected.figure.count == expected->count && selected.figure.base == expected->base;
    if (same && selected.state == SELECTED_HIDDEN)
        same = strcmp(selected.figure.rule, expected->rule) == 0;
    if (!same)
        fail_msg("%s, %s %s %s %s: state %d, %d of %d", expected->group, expected->question,
                 expected->item, expected->category, expected->statistic, selected.state,
                 (int)selected.figure.count, (int)selected.figure.base);
    fixture_free(&fixture);
}

#define SHOWN(group, question, item, category, statistic, count, base)                         \
    { group, question, item, category, statistic, SELECTED_SHOWN, count, base, "" }
#define TOGETHER(group, question, item, category, statistic, count, base)                      \
    { group, question, item, category, statistic, SELECTED_TOGETHER, count, base, "" }
#define HIDDEN(group, question, item, category, statistic, rule)                               \
    { group, question, item, category, statistic, SELECTED_HIDDEN, 0, 0, rule }
#define NONE(group, question, item, category, statistic)                                       \
    { group, question, item, category, statistic, SELECTED_NONE, 0, 0, "" }

static const struct expectation expectations[] = {
    /* view 1: all answers, by code */
    SHOWN("org=club", "trend", "", "up", "share", 9, 12),
    SHOWN("org=club", "trend", "", "down", "share", 0, 12),
    SHOWN("org=club", "trend", "", "", "top2", 12, 12),
    SHOWN("org=civil", "trend", "", "up", "share", 9, 17), /* club and initiative */
    SHOWN("org=civil", "trend", "", "", "top2", 17, 17),
    SHOWN("org=public", "trend", "", "level", "share", 4, 8),
    SHOWN("org=learning", "trend", "", "down", "share", 5, 5), /* nobody chose the library */
    HIDDEN("org=press", "trend", "", "up", "share", "P2"),
    HIDDEN("org=library", "trend", "", "up", "share", "P2"),
    /* view 2: one class, by code */
    SHOWN("org=club", "pace", "", "any", "set", 9, 12),
    SHOWN("org=civil", "pace", "", "any", "set", 14, 17),
    HIDDEN("org=club", "pace", "", "once", "share", "P3"),
    HIDDEN("org=civil", "pace", "", "once", "share", "P3"),
    HIDDEN("org=press", "pace", "", "any", "set", "P2"),
    HIDDEN("org=press", "pace", "", "once", "share", "P2"),
    SHOWN("org=club", "importance", "money", "", "top2", 12, 12),
    SHOWN("org=civil", "satisfaction", "money", "", "top2", 3, 17),
    HIDDEN("org=club", "importance", "money", "w4", "share", "P3"),
    SHOWN("org=club", "tools", "video", "", "share", 9, 12),
    SHOWN("org=learning", "tools", "chat", "", "share", 0, 5),
    SHOWN("org=club", "devices", "screen", "lent", "share", 8, 12),
    /* view 3: all answers, by coarser group */
    TOGETHER("org=club", "place", "", "hall", "share", 11, 17),
    SHOWN("org=town", "place", "", "hall", "share", 4, 8),   /* alone in its group */
    SHOWN("org=school", "place", "", "home", "share", 0, 5), /* nobody else is in there */
    SHOWN("org=civil", "place", "", "home", "share", 6, 17),
    SHOWN("org=learning", "place", "", "hall", "share", 5, 5),
    HIDDEN("org=press", "place", "", "hall", "share", "P3"), /* in no coarser group */
    /* view 4: one class, by coarser group */
    TOGETHER("org=initiative", "mood", "", "", "top2", 13, 17),
    SHOWN("org=town", "mood", "", "", "top2", 4, 8),
    SHOWN("org=civil", "mood", "", "", "top2", 13, 17),
    HIDDEN("org=club", "mood", "", "good", "share", "P3"),
    HIDDEN("org=school", "mood", "", "", "top2", "P2"),
    HIDDEN("org=learning", "mood", "", "", "top2", "P2"),
    TOGETHER("org=club", "importance", "advice", "", "top2", 13, 17),
    TOGETHER("org=club", "first", "forms", "", "top", 10, 17),
    SHOWN("org=school", "first", "forms", "", "top", 5, 5),
    /* views 5 and 6: no counts */
    HIDDEN("org=club", "risk", "", "yes", "share", "P3"),
    HIDDEN("org=civil", "debt", "", "some", "share", "P3"),
    HIDDEN("org=town", "importance", "rooms", "", "top2", "P3"),
    HIDDEN("org=club", "tools", "letter", "", "share", "P3"),
    HIDDEN("org=club", "members", "", "", "mean", "P6"),
    HIDDEN("org=town", "region", "", "north", "share", "P7"),
    /* what there never is */
    NONE("org=club", "first", "forms", "", "first"),
    NONE("org=club", "importance", "money", "", "mean"),
    NONE("org=club", "importance", "money", "", "bottom2"),
    NONE("org=club", "tools", "", "", "any"),
    NONE("org=club", "wish", "", "", "share"),
    NONE("org=club", "org", "", "club", "share"),
    /* another grouping, of which nothing is published but that org is hidden */
    HIDDEN("region=north", "org", "", "club", "share", "P7"),
    NONE("region=north", "trend", "", "up", "share"),
};

static void test_share(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++)
        check(&expectations[i]);
}

static void check_size(const char *words, enum selected_state state, int64_t count,
                       int64_t base) {
    struct fixture fixture = fixture_for(words, "de");
    struct selected_figure size = selected_size(&fixture.teller.facts);
    assert_int_equal(size.state, state);
    assert_int_equal(size.figure.count, count);
    assert_int_equal(size.figure.base, base);
    fixture_free(&fixture);
}

static void test_size(void **state) {
    (void)state;
    check_size("org=club", SELECTED_SHOWN, 12, 34);
    check_size("org=civil", SELECTED_SHOWN, 17, 34);
    check_size("org=library", SELECTED_SHOWN, 0, 34);
    check_size("region=north", SELECTED_SHOWN, 20, 34);
    struct fixture fixture = fixture_for("region=north", "de");
    assert_false(selected_is_small(&fixture.teller)); /* 20 are enough for percentages */
    fixture_free(&fixture);
    fixture = fixture_for("org=civil", "de");
    assert_true(selected_is_small(&fixture.teller));
    fixture_free(&fixture);
}

/* The gate put the answers of an identifying question together (P7): then the size of a group
 * is that of the coarser one, or hidden with it. */
static void check_merged(const char *words, enum selected_state state, int64_t count) {
    struct fixture fixture = fixture_for(words, "de");
    struct diag *diag = diag_new(stderr);
    struct results *merged = results_read("tests/data/group/merged.csv", diag);
    diag_free(diag);
    assert_non_null(merged);
    fixture.teller.facts.results = merged;
    struct selected_figure size = selected_size(&fixture.teller.facts);
    assert_int_equal(size.state, state);
    assert_int_equal(size.figure.count, count);
    if (state == SELECTED_HIDDEN)
        assert_string_equal(size.figure.rule, "P7");
    results_free(merged);
    fixture_free(&fixture);
}

static void test_size_merged(void **state) {
    (void)state;
    check_merged("org=club", SELECTED_TOGETHER, 17);
    check_merged("org=civil", SELECTED_SHOWN, 17);
    check_merged("org=town", SELECTED_SHOWN, 8); /* alone in its group */
    check_merged("org=press", SELECTED_HIDDEN, 0);
}

static void test_fact(void **state) {
    (void)state;
    struct fixture fixture = fixture_for("org=club", "de");
    assert_string_equal(selected_sentence_fact(&fixture.teller),
                        "„Verein“: 12" FIXED "von" FIXED "34");
    fixture_free(&fixture);
    fixture = fixture_for("org=library", "en");
    assert_string_equal(selected_sentence_fact(&fixture.teller),
                        "“Library”: none of the" FIXED "34");
    fixture_free(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_share),
        cmocka_unit_test(test_size),
        cmocka_unit_test(test_size_merged),
        cmocka_unit_test(test_fact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
