/* Against brute force: all answers to small number questions are listed, with what would be
 * shown of each. Those of which the same is shown, in the same classes, missing figures
 * included, are what a reader must think possible: no number may have 1 to min_cell - 1 answers
 * in all of them, nor may a number and all beyond it, nor may the greatest or smallest answer
 * be the same in all unless min_cell gave it in each. With the argument deep, larger questions.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "protect/fillings.c"
#include "protect/number_choice.c"
#include "protect/spread.c"

enum { NUMBERS = 13, MIN_CELL = 3, FEW_CLAIMS = 3 * NUMBERS };

struct survey {
    int64_t n, numbers;         /* answers, and how many different ones are possible */
    int64_t open_to, open_from; /* 0: not declared */
};

/* What is shown of one set of answers, and what is true of it. */
struct outcome {
    int32_t shown[NUMBERS + 8]; /* layout, counts of classes, figures; -1: not shown */
    int8_t not_few[FEW_CLAIMS];
    int8_t smallest, greatest; /* answer */
    int8_t many_smallest, many_greatest;
};

static struct outcome *outcomes;
static size_t outcome_count, outcome_capacity;

/* --- one set of answers --- */

static bool is_few(int64_t count) {
    return count > 0 && count < MIN_CELL;
}

static void take_claims(const int64_t *counts, int64_t numbers, struct outcome *outcome) {
    outcome->smallest = -1;
    for (int64_t i = 0; i < numbers; i++) {
        int64_t below = 0, above = 0;
        for (int64_t j = 0; j < numbers; j++) {
            below += j <= i ? counts[j] : 0;
            above += j >= i ? counts[j] : 0;
        }
        outcome->not_few[3 * i] = !is_few(counts[i]);
        outcome->not_few[3 * i + 1] = !is_few(below);
        outcome->not_few[3 * i + 2] = !is_few(above);
        if (counts[i] == 0)
            continue;
        if (outcome->smallest < 0) {
            outcome->smallest = (int8_t)i;
            outcome->many_smallest = counts[i] >= MIN_CELL;
        }
        outcome->greatest = (int8_t)i;
        outcome->many_greatest = counts[i] >= MIN_CELL;
    }
}

static void take_shown(const struct number_answers *answers, const struct number_choice *choice,
                       struct outcome *outcome) {
    memset(outcome->shown, -1, sizeof outcome->shown);
    const struct class_layout *layout = &choice->layout;
    int32_t *figures = &outcome->shown[NUMBERS];
    if (choice->sum)
        figures[3] = (int32_t)number_sum(answers);
    for (int quartile = 1; quartile <= 3; quartile++)
        if (number_allows_quartile(number_answered(answers), quartile) &&
            (quartile == 2 ? choice->median : choice->quartiles))
            figures[3 + quartile] = (int32_t)number_fourfold(answers, quartile);
    if (!choice->classes)
        return;
    figures[0] = (int32_t)layout->width;
    figures[1] = layout->has_first;
    figures[2] = layout->has_last;
    for (size_t i = 0; i < answers->count; i++) {
        int64_t class = class_layout_position(layout, answers->values[i].value);
        int32_t *count = &outcome->shown[class];
        *count = (int32_t)(answers->values[i].count + (*count < 0 ? 0 : *count));
    }
}

/* What decides; the other one takes the first layout that allows the answers, unchecked. */
static struct number_choice (*decide)(const struct number_answers *answers) = number_choose;

static struct number_choice choose_finest(const struct number_answers *answers) {
    struct class_layout layout = class_layout_finest(answers->question, answers->values,
                                                     answers->count, answers->min_cell);
    return (struct number_choice){
        class_layout_allows(&layout, answers->values, answers->count, answers->min_cell),
        layout, false, false, false};
}

static void take(const struct survey *survey, const int64_t *counts) {
    struct question question = {.maximum = survey->numbers - 1,
                                .has_open_to = survey->open_to > 0,
                                .has_open_from = survey->open_from > 0,
                                .open_to = survey->open_to,
                                .open_from = survey->open_from};
    struct value_count values[NUMBERS];
    struct number_answers answers = {&question, values, 0, MIN_CELL};
    struct outcome outcome = {.greatest = -1};
    for (int64_t i = 0; i < survey->numbers; i++)
        if (counts[i] > 0)
            values[answers.count++] = (struct value_count){i, counts[i]};
    struct number_choice choice = decide(&answers);
    take_shown(&answers, &choice, &outcome);
    take_claims(counts, survey->numbers, &outcome);
    if (outcome_count == outcome_capacity) {
        outcome_capacity = 2 * outcome_capacity + 1000;
        outcomes = realloc(outcomes, outcome_capacity * sizeof *outcomes);
        assert_non_null(outcomes);
    }
    outcomes[outcome_count++] = outcome;
}

static void list(const struct survey *survey, int64_t *counts, int64_t at, int64_t left) {
    if (at + 1 == survey->numbers) {
        counts[at] = left;
        take(survey, counts);
        return;
    }
    for (counts[at] = 0; counts[at] <= left; counts[at]++)
        list(survey, counts, at + 1, left - counts[at]);
}

/* --- all of which the same is shown --- */

static int compare(const void *a, const void *b) {
    return memcmp(a, b, offsetof(struct outcome, not_few));
}

struct verdict {
    size_t told; /* claims that hold in all sets of answers of which the same is shown */
    size_t with_classes, with_sum, with_median; /* sets */
};

static void judge(const struct survey *survey, const struct outcome *first, size_t count,
                  struct verdict *verdict) {
    struct outcome all = *first;
    bool same_smallest = true, same_greatest = true;
    size_t told = 0;
    for (size_t i = 1; i < count; i++) {
        for (int64_t j = 0; j < 3 * survey->numbers; j++)
            all.not_few[j] = all.not_few[j] || first[i].not_few[j];
        same_smallest = same_smallest && first[i].smallest == all.smallest;
        same_greatest = same_greatest && first[i].greatest == all.greatest;
        all.many_smallest = all.many_smallest && first[i].many_smallest;
        all.many_greatest = all.many_greatest && first[i].many_greatest;
    }
    for (int64_t j = 0; j < 3 * survey->numbers; j++)
        told += !all.not_few[j];
    told +=
        (size_t)((same_smallest && !all.many_smallest) + (same_greatest && !all.many_greatest));
    verdict->told += told;
    verdict->with_classes += first->shown[NUMBERS] >= 0 ? count : 0;
    verdict->with_sum += first->shown[NUMBERS + 3] >= 0 ? count : 0;
    verdict->with_median += first->shown[NUMBERS + 5] >= 0 ? count : 0;
}

static struct verdict enumerate(const struct survey *survey) {
    struct verdict verdict = {0};
    int64_t counts[NUMBERS] = {0};
    outcome_count = 0;
    list(survey, counts, 0, survey->n);
    qsort(outcomes, outcome_count, sizeof *outcomes, compare);
    for (size_t first = 0, end; first < outcome_count; first = end) {
        for (end = first + 1;
             end < outcome_count && compare(&outcomes[first], &outcomes[end]) == 0;)
            end++;
        judge(survey, &outcomes[first], end - first, &verdict);
    }
    return verdict;
}

/* At least so many of 100 sets keep their median, where so many answers allow one: a gate that
 * hides all would disclose nothing. */
static void check(const struct survey *surveys, size_t count, size_t kept) {
    for (size_t i = 0; i < count; i++) {
        struct verdict verdict = enumerate(&surveys[i]);
        if (verdict.told > 0)
            print_error("%d answers, %d numbers\n", (int)surveys[i].n, (int)surveys[i].numbers);
        print_message("%d answers, %d numbers: %zu of %zu sets with median\n",
                      (int)surveys[i].n, (int)surveys[i].numbers, verdict.with_median,
                      outcome_count);
        assert_int_equal(verdict.told, 0);
        assert_true(surveys[i].n < 10 || 100 * verdict.with_median >= kept * outcome_count);
        assert_true(surveys[i].numbers < 4 || verdict.with_sum > 0);
        assert_true(surveys[i].n < 8 || verdict.with_classes > 0);
    }
}

static void small_surveys_disclose_nothing(void **state) {
    static const struct survey surveys[] = {
        {5, 2, 0, 0},  {5, 3, 0, 0},  {5, 12, 0, 0}, {6, 8, 0, 0},  {7, 8, 0, 0},
        {8, 8, 0, 5},  {8, 8, 3, 0},  {8, 8, 2, 6},  {9, 7, 0, 4},  {10, 5, 0, 0},
        {10, 6, 0, 4}, {12, 6, 0, 0}, {13, 5, 0, 0}, {20, 4, 0, 0}, {22, 4, 0, 3}};
    (void)state;
    check(surveys, sizeof surveys / sizeof *surveys, 60);
}

static void larger_surveys_disclose_nothing(void **state) {
    static const struct survey surveys[] = {
        {8, 12, 0, 0}, {8, 13, 0, 10}, {8, 13, 3, 10}, {9, 12, 0, 0}, {10, 9, 0, 0},
        {10, 8, 2, 6}, {12, 7, 0, 0},  {20, 5, 0, 0},  {23, 5, 2, 0}, {21, 5, 0, 3}};
    (void)state;
    check(surveys, sizeof surveys / sizeof *surveys, 50);
}

/* Without the check that a smaller width was not taken tells, or the test could not fail. */
static void the_finest_layout_alone_discloses(void **state) {
    static const struct survey survey = {8, 5, 0, 0};
    (void)state;
    decide = choose_finest;
    struct verdict verdict = enumerate(&survey);
    decide = number_choose;
    assert_true(verdict.told > 0);
}

int main(int argc, char **argv) {
    /* Memory that is given back for each of 40,000 sets costs eight times what the choice does.
     */
    mallopt(M_MMAP_THRESHOLD, 32 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024 * 1024);
    const struct CMUnitTest small[] = {cmocka_unit_test(small_surveys_disclose_nothing),
                                       cmocka_unit_test(the_finest_layout_alone_discloses)};
    const struct CMUnitTest large[] = {cmocka_unit_test(larger_surveys_disclose_nothing)};
    bool deep = argc > 1 && strcmp(argv[1], "deep") == 0;
    int code = deep ? cmocka_run_group_tests(large, NULL, NULL)
                    : cmocka_run_group_tests(small, NULL, NULL);
    free(outcomes);
    return code;
}
