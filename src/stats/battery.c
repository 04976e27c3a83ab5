#include "stats/battery.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "inference/adjustment.h"
#include "survey/answer_class.h"
#include "survey/results.h"
#include "survey/threshold.h"

struct battery {
    const struct questionnaire *questionnaire;
    struct group_test *tests;
    struct place *places; /* of each test, in the order of rising places */
    size_t count;
    int64_t defined;
};

/* Where a test belongs. */
struct place {
    const struct question *question;
    size_t item, grouping;
    bool coarse;
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
    if (types[question->type] == TESTED_NOTHING || question_is_apart(question))
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

bool battery_is_ordered(const struct question *question) {
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
static uint64_t seed_of(const struct questionnaire *questionnaire, const struct place *place) {
    const struct question *group = questionnaire->groupings[place->grouping].question;
    char by[RESULTS_BY_SIZE];
    uint64_t seed = UINT64_C(0xcbf29ce484222325) ^ questionnaire->seed;
    seed = hash(seed * UINT64_C(0x100000001b3), place->question->id);
    seed = hash(seed, battery_item(place->question, place->item));
    return hash(seed, results_by(by, group->id, place->coarse));
}

/* How many of a level are in the class of the item, and how many answered without being. */
static void count_class(const struct tally *tally, size_t level, const struct place *place,
                        const struct answer_class *class, int64_t counts[2]) {
    const struct question *question = place->question;
    const int64_t *answers = battery_counts(tally, level, question, place->item, counts);
    if (question_has_options(question))
        return;
    int64_t sums[2] = {0};
    for (size_t code = 0; code < question->codes->inside; code++)
        sums[answer_class_holds(class, question, code) ? 0 : 1] += answers[code];
    counts[0] = sums[0];
    counts[1] = sums[1];
}

static size_t level_of(const struct tally *tally, const struct place *place, size_t group) {
    return place->coarse ? tally_coarse_level(tally, place->grouping, group)
                         : tally_level(tally, place->grouping, group);
}

static size_t count_groups(const struct questionnaire *questionnaire,
                           const struct place *place) {
    const struct grouping *grouping = &questionnaire->groupings[place->grouping];
    return place->coarse ? grouping->coarse_count : grouping->question->codes->inside;
}

static struct group_test test_of(const struct questionnaire *questionnaire,
                                 const struct tally *tally, const struct place *place) {
    const int64_t *groups[QUESTIONNAIRE_MAX_CODES];
    int64_t counts[QUESTIONNAIRE_MAX_CODES][2], whole[2];
    struct answer_class class = answer_class_decide(
        place->question, battery_counts(tally, 0, place->question, place->item, whole));
    size_t large = 0;
    for (size_t i = 0; i < count_groups(questionnaire, place); i++) {
        count_class(tally, level_of(tally, place, i), place, &class, counts[large]);
        if (threshold_shows_group(counts[large][0] + counts[large][1],
                                  questionnaire->min_group)) {
            groups[large] = counts[large];
            large++;
        }
    }
    struct contingency *table = contingency_new(groups, large, 2);
    struct group_test test = {.permutation =
                                  permutation_test(table, seed_of(questionnaire, place))};
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

/* True where its answers may be shown by group and fall into classes. */
static bool is_compared(const struct question *question) {
    enum {
        NEVER_BY_GROUP = ROLE_IDENTIFYING | ROLE_EXCHANGE | ROLE_CONSENT_PARTICIPATION |
                         ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT
    };
    return question_offers_codes(question) && question->grouping == NULL &&
           (question->roles & NEVER_BY_GROUP) == 0;
}

/* Notes the places of all tests, if there is room for them; returns how many they are. */
static size_t place_tests(const struct questionnaire *questionnaire, int64_t accepted,
                          struct place *places) {
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        for (size_t g = 0; is_compared(question) && g < questionnaire->grouping_count; g++) {
            const struct grouping *grouping = &questionnaire->groupings[g];
            if (!questionnaire_shows_grouping(questionnaire, grouping, accepted))
                continue;
            for (size_t item = 0; item < battery_items(question); item++)
                for (size_t fineness = 0; fineness < (grouping->coarse_count > 0 ? 2 : 1);
                     fineness++, count++)
                    if (places != NULL)
                        places[count] = (struct place){question, item, g, fineness == 1};
        }
    }
    return count;
}

struct testing {
    const struct battery *battery;
    const struct tally *tally;
};

static void make_test(void *context, size_t i) {
    const struct testing *testing = context;
    const struct battery *battery = testing->battery;
    battery->tests[i] = test_of(battery->questionnaire, testing->tally, &battery->places[i]);
}

struct battery *battery_new(const struct questionnaire *questionnaire,
                            const struct tally *tally) {
    struct battery *battery = memory_allocate(1, sizeof *battery);
    int64_t accepted = tally_records(tally, STATUS_ACCEPTED);
    for (size_t i = 0; i < QUESTION_TYPES; i++)
        assert(types[i] != TESTED_UNKNOWN);
    battery->questionnaire = questionnaire;
    battery->count = place_tests(questionnaire, accepted, NULL);
    battery->places = memory_allocate(battery->count, sizeof *battery->places);
    battery->tests = memory_allocate(battery->count, sizeof *battery->tests);
    place_tests(questionnaire, accepted, battery->places);
    struct testing testing = {battery, tally};
    parallel_for(battery->count, make_test, &testing);
    adjust(battery);
    return battery;
}

void battery_free(struct battery *battery) {
    if (battery == NULL)
        return;
    free(battery->tests);
    free(battery->places);
    free(battery);
}

int64_t battery_count(const struct battery *battery) {
    return battery->defined;
}

static int compare_sizes(size_t one, size_t other) {
    return (one > other) - (one < other);
}

static int compare_places(const void *one, const void *other) {
    const struct place *a = one, *b = other;
    int by_question = (a->question > b->question) - (a->question < b->question);
    int by_grouping = compare_sizes(a->grouping, b->grouping);
    int by_item = compare_sizes(a->item, b->item);
    return by_question != 0   ? by_question
           : by_grouping != 0 ? by_grouping
           : by_item != 0     ? by_item
                              : (int)a->coarse - (int)b->coarse;
}

const struct group_test *battery_test(const struct battery *battery,
                                      const struct question *question, size_t item,
                                      size_t grouping, bool coarse) {
    struct place wanted = {question, item, grouping, coarse};
    const struct place *place =
        bsearch(&wanted, battery->places, battery->count, sizeof wanted, compare_places);
    return place != NULL ? &battery->tests[place - battery->places] : NULL;
}
