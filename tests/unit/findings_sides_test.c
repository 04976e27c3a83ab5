/* Both sides of ordered answers. The figures are made up: tests/data/sides. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "findings/sides.h"
#include "wording_fixture.inc"

/* --- the cut --- */

static int64_t sum_of(const int64_t *counts, size_t first, size_t end) {
    int64_t sum = 0;
    for (size_t i = first; i < end; i++)
        sum += counts[i];
    return sum;
}

static int64_t larger_at(const int64_t *counts, size_t count, size_t at) {
    int64_t below = sum_of(counts, 0, at), above = sum_of(counts, at, count);
    return below > above ? below : above;
}

/* What rule 3 of the report asks of a cut that was chosen by rule. */
static void check_cut(const int64_t *counts, size_t count) {
    int64_t all = sum_of(counts, 0, count);
    struct cut cut = sides_cut(counts, count);
    assert_in_range(cut.at, 1, count - 1);
    int64_t above = sum_of(counts, cut.at, count), below = all - above;
    assert_int_equal(cut.upper, above >= below);
    assert_int_equal(cut.larger, cut.upper ? above : below);
    bool upper_at_best = false;
    for (size_t at = 1; at < count; at++) {
        int64_t larger = larger_at(counts, count, at);
        assert_true(larger >= cut.larger);
        if (larger == cut.larger && 2 * sum_of(counts, at, count) >= all)
            upper_at_best = true;
    }
    assert_int_equal(cut.upper, upper_at_best); /* ties: the upper side */
    for (size_t at = cut.at + 1; cut.upper && at < count; at++)
        assert_true(2 * sum_of(counts, at, count) <= all);
    for (size_t at = 1; !cut.upper && at < cut.at; at++)
        assert_true(2 * sum_of(counts, 0, at) <= all);
}

/* All counts of 0..most on scales of two to five answers. */
static void test_cut(void **state) {
    (void)state;
    enum { MOST = 6 };
    for (size_t count = 2; count <= 5; count++) {
        int64_t counts[5] = {0};
        for (size_t i = 0; i < count;) {
            if (sum_of(counts, 0, count) > 0)
                check_cut(counts, count);
            for (i = 0; i < count && ++counts[i] > MOST; i++)
                counts[i] = 0;
        }
    }
}

/* --- sides --- */

static struct sides sides(const struct fixture *fixture, const char *id, size_t row) {
    const struct question *question = asked(fixture, id);
    return sides_of(&fixture->teller.facts, question,
                    question_has_rows(question) ? &question->rows[row] : NULL);
}

static void check_side(const struct side *side, enum side_kind kind, size_t first_code,
                       size_t codes, int64_t count) {
    assert_int_equal(side->kind, kind);
    assert_int_equal(side->count, codes);
    assert_int_equal(side->codes[0], first_code);
    assert_int_equal(side->figure.state, FIGURE_SHOWN);
    assert_int_equal(side->figure.count, count);
    assert_int_equal(side->figure.base, 26);
}

static void test_origins(void **state) {
    (void)state;
    struct fixture fixture = fixture_from("tests/data/sides", "de");
    struct sides found = sides(&fixture, "cut", 0); /* 2 3 8 9 4 */
    assert_int_equal(found.origin, SIDES_CUT);
    assert_true(found.complete);
    assert_false(found.majority);
    check_side(&found.first, SIDE_CODES, 3, 2, 13);
    check_side(&found.second, SIDE_CODES, 0, 3, 13);
    found = sides(&fixture, "declared", 0); /* 7 6 5 4 4 */
    assert_int_equal(found.origin, SIDES_SET);
    assert_true(found.majority && found.complete);
    check_side(&found.first, SIDE_SET, 1, 4, 19);
    check_side(&found.second, SIDE_CODES, 0, 1, 7);
    found = sides(&fixture, "rows", 0);
    assert_int_equal(found.origin, SIDES_ENDS);
    assert_true(found.majority);
    assert_false(found.complete);
    check_side(&found.first, SIDE_TOP, 3, 2, 20);
    check_side(&found.second, SIDE_BOTTOM, 0, 2, 3);
    found = sides(&fixture, "rows", 1);
    assert_true(found.majority);
    check_side(&found.first, SIDE_BOTTOM, 0, 2, 16);
    found = sides(&fixture, "rows", 2); /* neither */
    assert_int_equal(found.origin, SIDES_ENDS);
    assert_false(found.majority);
    check_side(&found.first, SIDE_BOTTOM, 0, 2, 9);
    check_side(&found.second, SIDE_TOP, 3, 2, 8);
    found = sides(&fixture, "rows", 3); /* all in the middle */
    assert_int_equal(found.origin, SIDES_ALL);
    check_side(&found.first, SIDE_CODES, 2, 1, 26);
    assert_int_equal(found.second.count, 0);
    fixture_free(&fixture);
}

/* What is hidden is not made from differences. */
static void test_hidden(void **state) {
    (void)state;
    struct fixture fixture = fixture_from("tests/data/sides", "de");
    struct sides found = sides(&fixture, "hidden", 0); /* two sets, published each */
    assert_int_equal(found.origin, SIDES_SET);
    check_side(&found.first, SIDE_SET, 0, 3, 17);
    check_side(&found.second, SIDE_SET, 3, 2, 9);
    found = sides(&fixture, "rows", 4); /* top2 of a minority alone */
    assert_int_equal(found.origin, SIDES_NONE);
    fixture_free(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_origins),
        cmocka_unit_test(test_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
