#include "stats/battery.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "inference/adjustment.h"

struct battery {
    const struct questionnaire *questionnaire;
    struct group_test *tests; /* question after question, grouping after grouping */
    size_t *first;            /* of each question: its first test */
    size_t count;
    int64_t defined;
};

/* --- what is tested --- */

enum tested {
    TESTED_UNKNOWN, /* no type has this */
    TESTED_NOTHING,
    TESTED_CODES,  /* those inside the scale: of the question, or of each row */
    TESTED_NUMBER, /* all numbers */
    TESTED_TICKS,  /* of each option: ticked or not */
    TESTED_PLACES  /* of each option: within the ranks allowed or not */
};

static const enum tested types[QUESTION_TYPES] = {
    [QUESTION_SINGLE] = TESTED_CODES,    [QUESTION_MULTI] = TESTED_TICKS,
    [QUESTION_MATRIX] = TESTED_CODES,    [QUESTION_RANKING] = TESTED_PLACES,
    [QUESTION_NUMBER] = TESTED_NUMBER,   [QUESTION_TEXT] = TESTED_NOTHING,
    [QUESTION_CONTACT] = TESTED_NOTHING,
};

size_t battery_items(const struct question *question) {
    size_t count;
    if (types[question->type] == TESTED_NOTHING)
        return 0;
    return question_items(question, &count) != NULL ? count : 1;
}

const char *battery_item(const struct question *question, size_t item) {
    size_t count;
    const struct code *items = question_items(question, &count);
    return items != NULL ? items[item].id : "";
}

size_t battery_answers(const struct question *question) {
    switch (types[question->type]) {
    case TESTED_CODES:
        return question->codes->inside;
    case TESTED_NUMBER:
        return tally_value_count(question);
    case TESTED_TICKS:
    case TESTED_PLACES:
        return 2;
    case TESTED_NOTHING:
    case TESTED_UNKNOWN:
        break;
    }
    return 0;
}

/* How many chose an option. */
static int64_t count_chosen(const struct tally *tally, size_t level,
                            const struct question *question, size_t option) {
    int64_t count = 0;
    if (types[question->type] == TESTED_TICKS)
        return tally_values(tally, level, question, 0)[option];
    const int64_t *ranks = tally_ranks(tally, level, question, option);
    for (size_t i = 0; i < tally_ranks_allowed(question); i++)
        count += ranks[i];
    return count;
}

const int64_t *battery_counts(const struct tally *tally, size_t level,
                              const struct question *question, size_t item, int64_t pair[2]) {
    if (!question_has_options(question))
        return tally_values(tally, level, question, item);
    pair[0] = count_chosen(tally, level, question, item);
    pair[1] = tally_states(tally, level, question, 0)[TALLY_ANSWERED] - pair[0];
    return pair;
}

static bool is_ordered(const struct question *question) {
    enum tested tested = types[question->type];
    return tested == TESTED_NUMBER ||
           (tested == TESTED_CODES && question->codes->measure == MEASURE_ORDINAL);
}

/* --- one test --- */

/* FNV-1a (Fowler, Noll and Vo) over the bytes and a NUL behind them. */
static uint64_t hash(uint64_t seed, const char *string) {
    for (;; string++) {
        seed = (seed ^ (unsigned char)*string) * UINT64_C(0x100000001b3);
        if (*string == '\0')
            return seed;
    }
}

/* The row's key and the seed of the questionnaire decide the random tables: neither the other
 * questions nor the order of rows do. */
static uint64_t seed_of(const struct questionnaire *questionnaire,
                        const struct question *question, size_t item,
                        const struct question *group) {
    uint64_t seed = UINT64_C(0xcbf29ce484222325) ^ questionnaire->seed;
    seed = hash(seed * UINT64_C(0x100000001b3), question->id);
    return hash(hash(seed, battery_item(question, item)), group->id);
}

static struct contingency *table_of(const struct tally *tally, const struct question *question,
                                    size_t item, size_t grouping, size_t levels) {
    const int64_t *groups[QUESTIONNAIRE_MAX_CODES];
    int64_t pairs[QUESTIONNAIRE_MAX_CODES][2];
    for (size_t level = 0; level < levels; level++)
        groups[level] = battery_counts(tally, tally_level(tally, grouping, level), question,
                                       item, pairs[level]);
    return contingency_new(groups, levels, battery_answers(question));
}

static struct group_test test_of(const struct questionnaire *questionnaire,
                                 const struct tally *tally, const struct question *question,
                                 size_t item, size_t grouping) {
    const struct question *group = questionnaire->groupings[grouping].question;
    struct contingency *table = table_of(tally, question, item, grouping, group->codes->inside);
    struct group_test test = {.ordered = is_ordered(question)};
    test.comparison = test.ordered ? comparison_kruskal(table) : comparison_chi_square(table);
    test.permutation =
        permutation_test(table, test.ordered ? PERMUTATION_KRUSKAL : PERMUTATION_CHI_SQUARE,
                         seed_of(questionnaire, question, item, group));
    test.has_cliff = test.ordered && (group->codes->inside == 2 || table->columns == 2);
    test.cliff = comparison_cliff(table);
    contingency_free(table);
    return test;
}

/* --- all of them --- */

static void adjust(struct battery *battery) {
    double *p = memory_allocate(battery->count, sizeof *p);
    size_t defined = 0;
    for (size_t i = 0; i < battery->count; i++)
        if (battery->tests[i].permutation.defined)
            p[defined++] = battery->tests[i].permutation.p;
    adjustment_benjamini_hochberg(p, defined, p);
    battery->defined = (int64_t)defined;
    defined = 0;
    for (size_t i = 0; i < battery->count; i++)
        if (battery->tests[i].permutation.defined)
            battery->tests[i].adjusted = p[defined++];
    free(p);
}

/* Where a test belongs. */
struct place {
    const struct question *question;
    size_t item, grouping;
};

struct testing {
    struct battery *battery;
    const struct tally *tally;
    struct place *places; /* one a test */
};

static void place_tests(struct testing *testing, const struct question *question) {
    struct battery *battery = testing->battery;
    for (size_t i = 0; i < battery->questionnaire->grouping_count; i++)
        for (size_t item = 0; item < battery_items(question); item++)
            testing->places[battery->count++] = (struct place){question, item, i};
}

/* A question is not tested by itself, yet the place of that test is kept. */
static void make_test(void *context, size_t i) {
    const struct testing *testing = context;
    const struct questionnaire *questionnaire = testing->battery->questionnaire;
    const struct place *place = &testing->places[i];
    if (questionnaire->groupings[place->grouping].question != place->question)
        testing->battery->tests[i] = test_of(questionnaire, testing->tally, place->question,
                                             place->item, place->grouping);
}

struct battery *battery_new(const struct questionnaire *questionnaire,
                            const struct tally *tally) {
    struct battery *battery = memory_allocate(1, sizeof *battery);
    size_t count = 0;
    for (size_t i = 0; i < QUESTION_TYPES; i++)
        assert(types[i] != TESTED_UNKNOWN);
    battery->questionnaire = questionnaire;
    battery->first = memory_allocate(questionnaire->question_count, sizeof *battery->first);
    for (size_t i = 0; i < questionnaire->question_count; i++)
        count += questionnaire->grouping_count * battery_items(&questionnaire->questions[i]);
    battery->tests = memory_allocate(count, sizeof *battery->tests);
    struct testing testing = {battery, tally, memory_allocate(count, sizeof *testing.places)};
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        battery->first[i] = battery->count;
        place_tests(&testing, &questionnaire->questions[i]);
    }
    assert(battery->count == count);
    parallel_for(count, make_test, &testing);
    free(testing.places);
    adjust(battery);
    return battery;
}

void battery_free(struct battery *battery) {
    if (battery == NULL)
        return;
    free(battery->tests);
    free(battery->first);
    free(battery);
}

int64_t battery_count(const struct battery *battery) {
    return battery->defined;
}

const struct group_test *battery_test(const struct battery *battery,
                                      const struct question *question, size_t item,
                                      size_t grouping) {
    size_t number = (size_t)(question - battery->questionnaire->questions);
    return &battery->tests[battery->first[number] + grouping * battery_items(question) + item];
}
