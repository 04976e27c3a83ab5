/* Rule P2 for a grouping as a whole. Who skipped its question is the whole sample less the
 * groups, in every table; were that decided table by table, the pattern of those that are shown
 * would tell which questions that person left out. */
#ifndef PROTECT_GROUP_REST_H
#define PROTECT_GROUP_REST_H

#include "protect/result_block.h"

/* block: that of a grouping question. True where 1 to min_group - 1 of all accepted are in no
 * group that is large enough to be shown: no code, or no coarser level (coarse). Also where the
 * rows are missing or count more than were accepted: what is not known is hidden. */
bool group_rest_hides(const struct result_block *block, bool coarse, int64_t accepted,
                      int64_t min_group);

/* How many of all accepted are in a coarser level: who gave one of its codes inside the scale;
 * in that of the rest everybody who is in no other one. */
int64_t group_rest_level(const struct result_block *block, const struct coarse_level *level,
                         int64_t accepted);

#endif
