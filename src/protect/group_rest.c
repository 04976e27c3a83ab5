#include "protect/group_rest.h"

#include "survey/threshold.h"

/* -1: there is no such row. */
static int64_t code_count(const struct result_block *block, size_t code) {
    const struct result *row =
        result_block_find(block, block->question->codes->codes[code].id, STATISTIC_COUNT);
    return row != NULL && row->has_value ? result_block_people(row) : -1;
}

/* Codes outside the scale are in no base, so they count in no level either. */
static int64_t level_codes(const struct result_block *block, const struct coarse_level *level) {
    int64_t count = 0;
    for (size_t i = 0; i < level->count; i++)
        if (!block->question->codes->codes[level->codes[i]].outside)
            count += code_count(block, level->codes[i]);
    return count;
}

int64_t group_rest_level(const struct result_block *block, const struct coarse_level *level,
                         int64_t accepted) {
    const struct grouping *grouping = block->question->grouping;
    if (!level->rest)
        return level_codes(block, level);
    for (size_t i = 0; i < grouping->coarse_count; i++)
        if (!grouping->coarse[i].rest)
            accepted -= level_codes(block, &grouping->coarse[i]);
    return accepted;
}

static bool is_known(const struct result_block *block) {
    for (size_t i = 0; i < block->question->codes->inside; i++)
        if (code_count(block, i) < 0)
            return false;
    return true;
}

bool group_rest_hides(const struct result_block *block, bool coarse, int64_t accepted,
                      int64_t min_group) {
    const struct grouping *grouping = block->question->grouping;
    size_t groups = coarse ? grouping->coarse_count : block->question->codes->inside;
    int64_t rest = accepted;
    if (!is_known(block))
        return true;
    for (size_t i = 0; i < groups; i++) {
        int64_t count = coarse ? group_rest_level(block, &grouping->coarse[i], accepted)
                               : code_count(block, i);
        if (threshold_shows_group(count, min_group))
            rest -= count;
    }
    return rest < 0 || threshold_hides(rest, min_group);
}
