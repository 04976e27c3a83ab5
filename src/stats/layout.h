/* How many counts each part of a questionnaire needs in a tally, and in which order they lie.
 * Nothing is allocated. */
#ifndef STATS_LAYOUT_H
#define STATS_LAYOUT_H

#include <stddef.h>

#include "stats/tally.h"
#include "survey/questionnaire.h"

/* What a matrix with an order of its codes keeps about the respondents who answered every row,
 * before the sums of the ranks of each row. */
enum { LAYOUT_ORDER_COMPLETE, LAYOUT_ORDER_TIES, LAYOUT_ORDER_SUMS };

/* Counts of a question: rows of units, then the order of the rows; a unit is the states, then
 * the values, then what the type adds. */
size_t layout_question(const struct question *question);
/* Counts of the order of a matrix's rows; 0 where the codes have none. */
size_t layout_order(const struct question *question);
/* Counts of a question that is no matrix, or of one row of a matrix. */
size_t layout_unit(const struct question *question);
/* How many values tally_values has for a question; 0 for the types without. */
size_t layout_values(const struct question *question);

/* How many ranks a ranking question lets its respondents give. */
size_t layout_ranks_allowed(const struct question *question);

/* The fewest answered rows that make a score: three quarters. */
size_t layout_fewest(const struct score *score);
/* How many sums that many answered rows can have: from answered to answered x codes. */
size_t layout_sums(const struct score *score, size_t answered);
/* Where the sums of that many rows begin within the score; with one more than its rows, where
 * they end and, for those who answered every row, the sums of each and the sum of all squares
 * begin. */
size_t layout_sum_offset(const struct score *score, size_t answered);
/* Counts of a score. */
size_t layout_score(const struct score *score);

/* How many pairs of codes inside a gap has; and the counts of one of its rows: the pairs, then
 * for each importance those who gave one of the unmet codes. */
size_t layout_pairs(const struct gap *gap);
size_t layout_gap_row(const struct gap *gap);

#endif
