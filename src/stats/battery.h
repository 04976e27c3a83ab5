/* All tests across groups of one report, made from a finished tally before the first row is
 * written, since each p-value is adjusted for all others. What is tested is what a reader may
 * see: one class of answers (survey/answer_class.h) by the groups that are large enough, of
 * each table by a grouping that is shown; once by the codes of the grouping, once by its
 * coarser levels. battery_free frees it; questionnaire and tally must outlive it. */
#ifndef STATS_BATTERY_H
#define STATS_BATTERY_H

#include "inference/permutation.h"
#include "stats/tally.h"

/* Do the groups differ in how many gave an answer of the class? */
struct group_test {
    struct permutation permutation; /* undefined where fewer than two groups are large enough,
                                       or all or none in them are in the class */
    double adjusted; /* its p, by Benjamini and Hochberg over all tests; where it is defined */
};

struct battery;

struct battery *battery_new(const struct questionnaire *questionnaire,
                            const struct tally *tally);
/* NULL is fine. */
void battery_free(struct battery *battery);

/* How many tests have a p-value. */
int64_t battery_count(const struct battery *battery);

/* The test of an item of a question by a grouping (its position), by its coarser levels or by
 * its codes; NULL where that is not in the family: the grouping is not shown, or has no coarser
 * levels; the question has no class, is a grouping itself, identifying or a consent. */
const struct group_test *battery_test(const struct battery *battery,
                                      const struct question *question, size_t item,
                                      size_t grouping, bool coarse);

/* What of a question is compared between groups: the question itself (single, number), its rows
 * (matrix) or its options (multi, ranking); 0: nothing. */
size_t battery_items(const struct question *question);
/* An item's id; "" for the question itself. */
const char *battery_item(const struct question *question, size_t item);
/* How many answers an item's table has. Of an option they are two, chosen (a ranking: within
 * the ranks allowed) and not chosen. */
size_t battery_answers(const struct question *question);
/* True for numbers and for codes in an order. */
bool battery_is_ordered(const struct question *question);
/* How often each answer in one level of the tally; pair is room for the two of an option. */
const int64_t *battery_counts(const struct tally *tally, size_t level,
                              const struct question *question, size_t item, int64_t pair[2]);

#endif
