/* Rule P7: a question that can identify people shows its categories only where none holds 1 to
 * min_cell - 1 answers, else the coarser grouping that the questionnaire declares. Nothing is
 * allocated for the caller. */
#ifndef PROTECT_IDENTITY_RULE_H
#define PROTECT_IDENTITY_RULE_H

#include <stdbool.h>
#include <stdio.h>

#include "protect/result_block.h"

/* True where the question of this block identifies and one of its counts is too small. */
bool identity_rule_hides(const struct result_block *block, int64_t min_cell);

/* True where not even the counts of the coarser levels of this grouping question may be
 * published: it identifies, and one of them, or the count of the codes in none of them, is too
 * small. True also where there are no such levels. */
bool identity_rule_hides_levels(const struct result_block *block, int64_t accepted,
                                int64_t min_cell);

/* Writes such a block: states by their rule, every other row suppressed; then, where there is a
 * coarser grouping and each of its counts (and that of the codes in none of its levels) is 0 or
 * at least min_cell, count, share and bounds with the id of the coarse level as category. Where
 * there is a level of the rest, n is all accepted records, since it holds who did not answer.
 */
void identity_rule_write(FILE *stream, const struct result_block *block,
                         const struct questionnaire *questionnaire, int64_t accepted);

#endif
