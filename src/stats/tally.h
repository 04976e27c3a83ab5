/* The one pass over the answers: whole numbers only, in memory that depends on the
 * questionnaire alone. Every count is kept for all respondents (level 0) and for each level of
 * each grouping, fine and coarse. tally_free frees it; the arrays handed out are the tally's.
 * The questionnaire must outlive it. */
#ifndef STATS_TALLY_H
#define STATS_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "inference/concordance.h"
#include "inference/reliability.h"
#include "survey/answers.h"
#include "survey/questionnaire.h"

/* What became of one respondent's answer; every accepted respondent is in exactly one. */
enum tally_state {
    TALLY_ANSWERED, /* the base of all shares and means */
    TALLY_SKIPPED,
    TALLY_DONT_KNOW,
    TALLY_NOT_SHOWN,
    TALLY_INVALID,
    TALLY_OUTSIDE, /* only a code beside the scale */
    TALLY_STATES
};

struct tally;

struct tally *tally_new(const struct questionnaire *questionnaire);
void tally_free(struct tally *tally);

/* Counts a record of any status; only what an accepted one answered is tallied. Fits
 * answers_read. */
void tally_add(void *tally, const struct answer_record *record);
/* From now on there are rows of exchange.csv, each added for all respondents alone, since
 * nobody's is known. Fits exchange_read. */
void tally_begin_exchange(struct tally *tally);
void tally_add_exchange(void *tally, const struct answer *answers);
/* Fills the coarse levels; once, after the last record. */
void tally_finish(struct tally *tally);

/* How many records had the status, all, and how many of all were made up. */
int64_t tally_records(const struct tally *tally, enum answer_status status);
int64_t tally_read(const struct tally *tally);
int64_t tally_simulated(const struct tally *tally);
/* Accepted records of that origin. */
int64_t tally_origin(const struct tally *tally, enum answer_origin origin);

/* False where the question is apart (question_is_apart) and no exchange.csv was read: then its
 * counts say nothing. */
bool tally_knows(const struct tally *tally, const struct question *question);

/* 1 + the levels of all groupings. Level 0 is everyone. */
size_t tally_level_count(const struct tally *tally);
/* The level of the respondents who gave that answer (inside the scale) to the question of that
 * grouping. */
size_t tally_level(const struct tally *tally, size_t grouping, size_t code);
/* The level of those who gave one of the answers (inside the scale) of that coarse level; of
 * the rest also of those who gave none. */
size_t tally_coarse_level(const struct tally *tally, size_t grouping, size_t coarse);

/* TALLY_STATES counts of a question of any type but contact; row is 0 but for a matrix. A multi
 * question is answered by at least one tick, a ranking by at least one rank. */
const int64_t *tally_states(const struct tally *tally, size_t level,
                            const struct question *question, size_t row);

/* Single, matrix: how often each code. Multi: how many ticked each option. Number: how often
 * each value from the minimum on, in units of 10^-decimals. */
const int64_t *tally_values(const struct tally *tally, size_t level,
                            const struct question *question, size_t row);
/* How many values that are; 0 for the types without. */
size_t tally_value_count(const struct question *question);

/* Matrix with an order of its codes: how its rows rank among the respondents who answered every
 * one of them. */
struct rank_sums tally_order(const struct tally *tally, size_t level,
                             const struct question *question);

/* Multi: how many ticked an option that is not exclusive. */
int64_t tally_any(const struct tally *tally, size_t level, const struct question *question);

/* Ranking: how often an option (inside) had rank 1, 2 ..., gaps closed up; as many counts as
 * there are options. */
const int64_t *tally_ranks(const struct tally *tally, size_t level,
                           const struct question *question, size_t option);
/* How many ranks a ranking question lets its respondents give. */
size_t tally_ranks_allowed(const struct question *question);
/* Twice the sum of an option's ranks over all who answered; options left unranked share the
 * mean of the remaining ranks. */
int64_t tally_rank_sum(const struct tally *tally, size_t level, const struct question *question,
                       size_t option);

/* Pair counts of a list of items that each respondent has or has not, of everyone: items x
 * items, of those who answered to both, how many have the item of the line and not that of the
 * column. Multi: its options, had by a tick. Matrix with an order of its codes: its rows, had
 * by an answer that top2 counts. Ranking: its options inside, had by the first place, or by one
 * of the places allowed. NULL for other questions. */
const int64_t *tally_only(const struct tally *tally, const struct question *question,
                          bool first_place);
/* The same of a gap's rows: had by who finds them important and is not satisfied; answered by
 * who is in the base of unmet. */
const int64_t *tally_only_unmet(const struct tally *tally, const struct gap *gap);

/* The fewest answered rows that make a score: three quarters. */
size_t tally_fewest(const struct score *score);
/* How often each sum of the codes' numbers (code_list_number), from answered x the lowest to
 * answered x the highest, occurs among those who answered exactly that many rows of the score;
 * *count says how many sums there are. */
const int64_t *tally_score(const struct tally *tally, size_t level, const struct score *score,
                           size_t answered, size_t *count);

/* The sums over the respondents who answered every row of the score, of the codes'
 * numbers. */
struct item_sums tally_items(const struct tally *tally, size_t level,
                             const struct score *score);

/* Of a gap's row: how often each pair of codes inside, importance x satisfaction, satisfaction
 * running fastest. */
const int64_t *tally_pairs(const struct tally *tally, size_t level, const struct gap *gap,
                           size_t row);
/* Of a gap's row: how many of each importance gave one of the gap's unmet_codes. */
const int64_t *tally_unmet_codes(const struct tally *tally, size_t level, const struct gap *gap,
                                 size_t row);
/* Of a gap's row: how many said something to both questions, inside the scale, beside it, or
 * that they do not know. */
int64_t tally_both_known(const struct tally *tally, size_t level, const struct gap *gap,
                         size_t row);

#endif
