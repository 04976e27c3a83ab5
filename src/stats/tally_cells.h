/* What a tally is made of. For tally.c and tally_add.c only. */
#ifndef STATS_TALLY_CELLS_H
#define STATS_TALLY_CELLS_H

#include "stats/tally.h"

/* All counts of one level lie side by side; where each question's begin is found once. So a
 * count is cells[level * level_size + offset], and adding a record is adding to the same
 * offsets in all of its levels. */
struct tally {
    const struct questionnaire *questionnaire;
    int64_t *cells;
    size_t level_size, level_count;
    size_t *question_offsets, *score_offsets, *gap_offsets;
    size_t *grouping_levels; /* the first level of each grouping */
    size_t *levels;          /* those of the record at hand, as offsets into cells */
    size_t record_level_count;
    int64_t records[STATUS_COUNT];
    int64_t simulated;
};

#endif
