#include "protect/identity_rule.h"

#include "inference/interval.h"
#include "protect/state_rule.h"
#include "protect/threshold.h"

bool identity_rule_hides(const struct result_block *block, int64_t min_cell) {
    if (block->question == NULL || (block->question->roles & ROLE_IDENTIFYING) == 0 ||
        block_has_classes(block))
        return false;
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (result_block_holds(block, row) &&
            (!result_block_allows(block, row) || /* not known (P19) */
             threshold_hides(result_block_people(row), min_cell)))
            return true;
    }
    return false;
}

static int64_t count_of(const struct result_block *block, size_t code) {
    const struct result *row =
        result_block_find(block, block->question->codes->codes[code].id, STATISTIC_COUNT);
    return row != NULL ? result_block_people(row) : 0;
}

/* Codes outside the scale are in no base, so they count in no level either. */
static int64_t level_count(const struct result_block *block, const struct coarse_level *level) {
    int64_t count = 0;
    for (size_t i = 0; i < level->count; i++)
        if (!block->question->codes->codes[level->codes[i]].outside)
            count += count_of(block, level->codes[i]);
    return count;
}

static bool coarse_is_safe(const struct result_block *block, const struct grouping *grouping,
                           int64_t min_cell) {
    int64_t rest = 0;
    for (size_t i = 0; i < block->question->codes->inside; i++)
        rest += count_of(block, i);
    for (size_t i = 0; i < grouping->coarse_count; i++) {
        int64_t count = level_count(block, &grouping->coarse[i]);
        if (threshold_hides(count, min_cell))
            return false;
        rest -= count;
    }
    return grouping->coarse_count > 0 && !threshold_hides(rest, min_cell);
}

bool identity_rule_hides_levels(const struct result_block *block, int64_t min_cell) {
    if ((block->question->roles & ROLE_IDENTIFYING) == 0)
        return false;
    return !coarse_is_safe(block, block->question->grouping, min_cell);
}

/* A row of the coarse level after the pattern of the same row of a fine code: its base, method
 * and flag are the same. */
static void write_like(FILE *stream, const struct result_block *block,
                       const struct result *pattern, const struct coarse_level *level,
                       struct estimate estimate) {
    if (pattern == NULL || !result_block_allows(block, pattern))
        return;
    struct result row = *pattern;
    row.category = level->id;
    row.value = estimate.value;
    row.low = estimate.low;
    row.high = estimate.high;
    results_write(stream, &row);
}

static void write_coarse(FILE *stream, const struct result_block *block,
                         const struct coarse_level *level, double confidence) {
    const char *pattern = block->question->codes->codes[0].id;
    const struct result *count = result_block_find(block, pattern, STATISTIC_COUNT);
    const struct result *bounds = result_block_find(block, pattern, STATISTIC_BOUNDS);
    if (count == NULL)
        return;
    int64_t found = level_count(block, level);
    write_like(stream, block, count, level, (struct estimate){.value = (double)found});
    write_like(stream, block, result_block_find(block, pattern, STATISTIC_SHARE), level,
               interval_wilson(found, count->n, confidence));
    if (bounds != NULL)
        write_like(stream, block, bounds, level, interval_bounds(found, count->n, bounds->n));
}

void identity_rule_write(FILE *stream, const struct result_block *block,
                         const struct questionnaire *questionnaire) {
    const struct grouping *grouping = block->question->grouping;
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (!result_block_allows(block, row))
            continue;
        if (result_block_treatment(block, row) == TREATMENT_STATE)
            state_rule_write(stream, block, row, questionnaire->min_cell);
        else
            result_block_write_suppressed(stream, row, RULE_P7);
    }
    if (result_block_answered(block, "") < questionnaire->min_report || grouping == NULL ||
        !coarse_is_safe(block, grouping, questionnaire->min_cell))
        return;
    for (size_t i = 0; i < grouping->coarse_count; i++)
        write_coarse(stream, block, &grouping->coarse[i], questionnaire->confidence);
}
