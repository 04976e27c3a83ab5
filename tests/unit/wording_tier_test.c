/* Which items of a list are named together, and what is said to be open. Figures are those of
 * the golden case leaders_en, or made up here: of a list without rows lead all can be first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "wording/statement_gap.h"
#include "wording/statement_list.h"
#include "wording/tier_words.h"
#include "wording_fixture.inc"

enum { MOST = 8 };

/* How many are named of items with these counts of base. */
static size_t named(const struct fixture *fixture, const int64_t *counts, size_t count,
                    int64_t base) {
    struct item item[MOST];
    struct items items = {.question = "made_up", .statistic = STATISTIC_SHARE, .item = item};
    for (size_t i = 0; i < count; i++)
        item[i] = (struct item){NULL, "id", i, figure_of(counts[i], base)};
    items.count = count;
    struct tier tier = tier_of(&fixture->teller.facts, &items);
    assert_false(tier.known);
    assert_int_equal(tier.leaders, tier.count);
    assert_false(tier_is_behind(&tier, count - 1));
    return tier.named;
}

static void test_step(void **state) {
    (void)state;
    static const struct {
        int64_t counts[MOST];
        size_t count, named;
    } cases[] = {
        {{20}, 1, 1},
        {{20, 3}, 2, 2},
        {{20, 10, 3}, 3, 3},
        {{20, 19, 12, 11}, 4, 2},
        {{20, 19, 12, 11, 10, 9}, 6, 2},
        {{20, 12, 12, 11, 10}, 5, 3},
        {{20, 15, 14, 13, 5, 1}, 6, 4},
        {{20, 18, 16, 14, 12, 10}, 6, 2},    /* equal steps: the first */
        {{20, 19, 18, 17, 17, 1}, 6, 2},     /* a step behind the fifth does not count */
        {{20, 10, 10, 10, 10, 10, 9}, 7, 6}, /* no step: ties are not parted */
        {{5, 1, 0, 0, 0}, 5, 2},
        {{5, 0, 0}, 3, 1}, /* nobody is not named */
    };
    struct fixture fixture = fixture_of("leaders_en", "en");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(named(&fixture, cases[i].counts, cases[i].count, 25), cases[i].named);
    fixture_free(&fixture);
}

static struct items list(const struct fixture *fixture, const char *id,
                         enum statistic statistic) {
    return items_of_list(&fixture->teller.facts, asked(fixture, id), statistic);
}

static void test_published(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("leaders_en", "en");
    struct items rows = list(&fixture, "rows", STATISTIC_TOP2),
                 clear = list(&fixture, "clear", STATISTIC_SHARE),
                 first = list(&fixture, "ranks", STATISTIC_FIRST),
                 top = list(&fixture, "ranks", STATISTIC_TOP),
                 hidden = list(&fixture, "sensitive", STATISTIC_SHARE);
    struct tier tier = tier_of(&fixture.teller.facts, &rows);
    assert_true(tier.known);
    assert_int_equal(tier.leaders, 3);
    assert_int_equal(tier.count, 5);
    assert_false(tier_is_behind(&tier, 2));
    assert_true(tier_is_behind(&tier, 3));
    assert_string_equal(tier_open(&fixture.teller, &rows),
                        "Which of these comes first is open.");
    /* Where fewer are shown than can be first: how many of all. */
    assert_string_equal(
        tier_open_beside(&fixture.teller, &rows, 2),
        "What comes first is open: 3\u00a0of\u00a0the\u00a05 entries are possible.");
    assert_int_equal(tier_of(&fixture.teller.facts, &clear).leaders, 1);
    assert_string_equal(tier_open(&fixture.teller, &clear), "");
    assert_int_equal(tier_of(&fixture.teller.facts, &first).leaders, 1);
    assert_int_equal(tier_of(&fixture.teller.facts, &top).leaders, 2);
    assert_false(tier_of(&fixture.teller.facts, &hidden).known);
    assert_string_equal(tier_open(&fixture.teller, &hidden), "What comes first is open.");
    fixture_free(&fixture);
}

/* The option that excludes all others is in no order, however often it is ticked. */
static void test_exclusive(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("leaders_en", "en");
    struct items items = list(&fixture, "level", STATISTIC_SHARE);
    assert_int_equal(items.count, 3);
    for (size_t i = 0; i < items.count; i++)
        assert_string_not_equal(items.item[i].id, "none");
    fixture_free(&fixture);
}

/* The key sentence names just the leaders, and the picture marks them. */
static void test_key(void **state) {
    (void)state;
    struct fixture fixture = fixture_of("leaders_en", "en");
    assert_true(statement_names(&fixture.teller, asked(&fixture, "clear"), "a"));
    assert_false(statement_names(&fixture.teller, asked(&fixture, "clear"), "b"));
    assert_true(statement_names(&fixture.teller, asked(&fixture, "ranks"), "b"));
    assert_false(statement_names(&fixture.teller, asked(&fixture, "ranks"), "c"));
    assert_non_null(
        strstr(statement_of_gap(&fixture.teller, &fixture.questionnaire->gaps[0]).line[1],
               "Which of them comes first is open."));
    fixture_free(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_step), cmocka_unit_test(test_published),
        cmocka_unit_test(test_exclusive), cmocka_unit_test(test_key)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
