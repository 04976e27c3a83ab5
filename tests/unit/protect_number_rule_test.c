/* Against brute force: all answers to small number questions are listed, with what would be
 * shown of each. Those of which the same is shown, which figures are missing included, are what
 * a reader must think possible: no number may have 1 to min_cell - 1 answers in all of them,
 * nor may a number and all beyond it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "protect/number_rule.c"
#include "protect/result_block.c"
#include "protect/spread.c"
#include "protect/state_rule.c"
#include "survey/threshold.c"

enum { NUMBERS = 5, CLASSES = 3, MIN_CELL = 3, CLAIMS = 3 * NUMBERS };

/* The numbers of a question, 0 and up, and the classes they are in. */
struct grid {
    size_t numbers;
    size_t class_of[NUMBERS];
};

/* What is shown, and of each claim whether it is wrong. */
struct outcome {
    int64_t counts[CLASSES];
    int64_t quartiles[QUARTILES], sum; /* -1: not shown */
    bool wrong[CLAIMS];
};

static struct outcome *outcomes;
static size_t outcome_count, outcome_capacity;

/* --- one set of answers --- */

static int64_t number_at(const int64_t *counts, int64_t place) {
    int64_t number = 0;
    while (place >= counts[number])
        place -= counts[number++];
    return number;
}

static int64_t fourfold(const int64_t *counts, int64_t n, int64_t quarter) {
    int64_t place = (n - 1) * quarter / 4, quarters = (n - 1) * quarter % 4;
    int64_t next = quarters > 0 ? number_at(counts, place + 1) : 0;
    return (4 - quarters) * number_at(counts, place) + quarters * next;
}

static bool dominates(const int64_t *counts, int64_t n, int64_t sum) {
    int64_t largest = number_at(counts, n - 1), second = number_at(counts, n - 2);
    return 2 * largest > sum || 10 * (largest + second) > 9 * sum;
}

/* False where a class is too small to be shown. */
static bool sort_in(const struct grid *grid, const int64_t *counts,
                    struct histogram_class classes[CLASSES], struct histogram *histogram) {
    *histogram = (struct histogram){.classes = classes};
    for (size_t i = 0; i < grid->numbers; i++) {
        struct histogram_class *class = &classes[grid->class_of[i]];
        if (i == 0 || grid->class_of[i] != grid->class_of[i - 1]) {
            *class = (struct histogram_class){.low = (int64_t)i};
            histogram->count++;
        }
        class->high = (int64_t)i;
        class->count += counts[i];
    }
    for (size_t i = 0; i < histogram->count; i++)
        if (classes[i].count > 0 && classes[i].count < MIN_CELL)
            return false;
    return true;
}

static bool is_few(int64_t count) {
    return count > 0 && count < MIN_CELL;
}

static void take_claims(const struct grid *grid, const int64_t *counts,
                        struct outcome *outcome) {
    for (size_t i = 0; i < grid->numbers; i++) {
        int64_t below = 0, above = 0;
        for (size_t j = 0; j <= i; j++)
            below += counts[j];
        for (size_t j = i; j < grid->numbers; j++)
            above += counts[j];
        outcome->wrong[3 * i] = !is_few(counts[i]);
        outcome->wrong[3 * i + 1] = !is_few(below);
        outcome->wrong[3 * i + 2] = !is_few(above);
    }
}

static void take(const struct grid *grid, const int64_t *counts, int64_t n) {
    struct histogram_class classes[CLASSES];
    struct histogram histogram;
    struct outcome outcome = {.quartiles = {-1, -1, -1}, .sum = -1};
    struct number_answers answers = {.figures = {.histogram = &histogram, .n = n},
                                     .has_sum = true};
    if (!sort_in(grid, counts, classes, &histogram))
        return;
    for (size_t i = 0; i < grid->numbers; i++)
        answers.sum += counts[i] * (int64_t)i;
    answers.dominated = dominates(counts, n, answers.sum);
    for (int64_t i = 0; i < QUARTILES; i++) {
        answers.figures.quartiles[i].shown = n >= (i == 1 ? 10 : 20);
        answers.figures.quartiles[i].fourfold = fourfold(counts, n, i + 1);
    }
    struct showing showing = decide_showing(&answers, MIN_CELL);
    for (size_t i = 0; i < histogram.count; i++)
        outcome.counts[i] = classes[i].count;
    for (size_t i = 0; i < QUARTILES; i++)
        if (answers.figures.quartiles[i].shown && shows_quartile(&showing, i))
            outcome.quartiles[i] = answers.figures.quartiles[i].fourfold;
    if (showing.sum)
        outcome.sum = answers.sum;
    take_claims(grid, counts, &outcome);
    if (outcome_count == outcome_capacity) {
        outcome_capacity = 2 * outcome_capacity + 1000;
        outcomes = realloc(outcomes, outcome_capacity * sizeof *outcomes);
        assert_non_null(outcomes);
    }
    outcomes[outcome_count++] = outcome;
}

static void list(const struct grid *grid, int64_t *counts, size_t at, int64_t left, int64_t n) {
    if (at + 1 == grid->numbers) {
        counts[at] = left;
        take(grid, counts, n);
        return;
    }
    for (counts[at] = 0; counts[at] <= left; counts[at]++)
        list(grid, counts, at + 1, left - counts[at], n);
}

/* --- all of which the same is shown --- */

static int compare(const void *a, const void *b) {
    return memcmp(a, b, offsetof(struct outcome, wrong));
}

static bool shows_nothing(const struct outcome *outcome) {
    return outcome->sum < 0 && outcome->quartiles[0] < 0 && outcome->quartiles[1] < 0;
}

struct tally {
    size_t disclosed, disclosed_by_nothing; /* claims that nothing shows to be wrong */
    size_t with_sum, with_median;
};

static struct tally tally_all(const struct grid *grid) {
    struct tally tally = {0};
    qsort(outcomes, outcome_count, sizeof *outcomes, compare);
    for (size_t first = 0, end; first < outcome_count; first = end) {
        bool wrong[CLAIMS] = {false};
        for (end = first; end < outcome_count && compare(&outcomes[first], &outcomes[end]) == 0;
             end++) {
            for (size_t i = 0; i < CLAIMS; i++)
                wrong[i] = wrong[i] || outcomes[end].wrong[i];
            tally.with_sum += outcomes[end].sum >= 0;
            tally.with_median += outcomes[end].quartiles[1] >= 0;
        }
        for (size_t i = 0; i < 3 * grid->numbers; i++)
            *(shows_nothing(&outcomes[first]) ? &tally.disclosed_by_nothing
                                              : &tally.disclosed) += !wrong[i];
    }
    return tally;
}

static const struct grid grids[] = {
    {4, {0, 0, 0, 0}},    {4, {0, 0, 1, 1}},    {4, {0, 1, 1, 1}},    {4, {0, 0, 0, 1}},
    {5, {0, 0, 1, 1, 1}}, {5, {0, 1, 1, 1, 2}}, {5, {0, 1, 1, 2, 2}}, {5, {0, 0, 0, 0, 0}},
};

static void check_grid(const struct grid *grid, int64_t n) {
    int64_t counts[NUMBERS] = {0};
    outcome_count = 0;
    list(grid, counts, 0, n, n);
    struct tally tally = tally_all(grid);
    assert_int_equal(tally.disclosed, 0);
    assert_true(tally.with_sum > 0 && tally.with_sum < outcome_count);
    assert_true(n < 10 || 10 * tally.with_median > 7 * outcome_count);
}

static void nothing_is_disclosed(void **state) {
    static const int64_t sizes[] = {8, 10, 12, 13, 20, 22, 23};
    (void)state;
    for (size_t i = 0; i < sizeof grids / sizeof grids[0]; i++)
        for (size_t j = 0; j < sizeof sizes / sizeof sizes[0]; j++)
            check_grid(&grids[i], sizes[j]);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_disclosed)};
    int code = cmocka_run_group_tests(tests, NULL, NULL);
    free(outcomes);
    return code;
}
