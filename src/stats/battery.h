/* All tests across groups of one report, made from a finished tally before the first row is
 * written, since each p-value is adjusted for all others. battery_free frees it; questionnaire
 * and tally must outlive it. */
#ifndef STATS_BATTERY_H
#define STATS_BATTERY_H

#include "inference/comparison.h"
#include "inference/permutation.h"
#include "stats/tally.h"

/* Do the groups of one grouping differ in the answers to one item? */
struct group_test {
    bool ordered; /* Kruskal and Wallis over answers in order or numbers; else chi-square */
    struct comparison comparison;
    struct permutation permutation;
    double adjusted; /* the permutation's p, by Benjamini and Hochberg; where it is defined */
    struct estimate cliff;
    bool has_cliff; /* the grouping has two codes, or two groups answered */
};

struct battery;

struct battery *battery_new(const struct questionnaire *questionnaire,
                            const struct tally *tally);
/* NULL is fine. */
void battery_free(struct battery *battery);

/* How many tests have a p-value. */
int64_t battery_count(const struct battery *battery);

/* The test of an item of a question by a grouping (its position) that is not the question
 * itself. */
const struct group_test *battery_test(const struct battery *battery,
                                      const struct question *question, size_t item,
                                      size_t grouping);

/* What of a question is tested: the question itself (single, number), its rows (matrix) or its
 * options (multi, ranking); 0: nothing. */
size_t battery_items(const struct question *question);
/* An item's id; "" for the question itself. */
const char *battery_item(const struct question *question, size_t item);
/* How many answers an item's table has. Of an option they are two, chosen (a ranking: within
 * the ranks allowed) and not chosen. */
size_t battery_answers(const struct question *question);
/* How often each answer in one level of the tally; pair is room for the two of an option. */
const int64_t *battery_counts(const struct tally *tally, size_t level,
                              const struct question *question, size_t item, int64_t pair[2]);

#endif
