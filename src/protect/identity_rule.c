#include "protect/identity_rule.h"

#include "inference/interval.h"
#include "protect/group_rest.h"
#include "protect/state_rule.h"
#include "survey/threshold.h"

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

/* Of a level of the rest the reader knows, too, how many in it answered. */
static bool level_is_safe(const struct result_block *block, const struct coarse_level *level,
                          int64_t accepted, int64_t min_cell) {
    int64_t count = group_rest_level(block, level, accepted);
    int64_t silent = accepted - result_block_answered(block, "");
    return !threshold_hides(count, min_cell) &&
           !(level->rest && threshold_hides(count - silent, min_cell));
}

static bool coarse_is_safe(const struct result_block *block, const struct grouping *grouping,
                           int64_t accepted, int64_t min_cell) {
    int64_t rest = result_block_answered(block, "");
    for (size_t i = 0; i < grouping->coarse_count; i++) {
        if (!level_is_safe(block, &grouping->coarse[i], accepted, min_cell))
            return false;
        rest = grouping->coarse[i].rest
                   ? 0
                   : rest - group_rest_level(block, &grouping->coarse[i], accepted);
    }
    return grouping->coarse_count > 0 && !threshold_hides(rest, min_cell);
}

bool identity_rule_hides_levels(const struct result_block *block, int64_t accepted,
                                int64_t min_cell) {
    if ((block->question->roles & ROLE_IDENTIFYING) == 0)
        return false;
    return !coarse_is_safe(block, block->question->grouping, accepted, min_cell);
}

/* With a level of the rest, who did not answer counts, too. */
static int64_t base_of(const struct result_block *block, int64_t accepted) {
    const struct grouping *grouping = block->question->grouping;
    for (size_t i = 0; i < grouping->coarse_count; i++)
        if (grouping->coarse[i].rest)
            return accepted;
    return result_block_answered(block, "");
}

/* The row of the first code, which the same row of a level is made like: NULL where there is
 * none, or no rule for such a row (P19). */
static const struct result *pattern_of(const struct result_block *block,
                                       enum statistic statistic) {
    const struct result *row =
        result_block_find(block, block->question->codes->codes[0].id, statistic);
    return row != NULL && result_block_allows(block, row) ? row : NULL;
}

/* Of those invited, who is not known to be in no level may still be in it. */
static void write_bounds(FILE *stream, const struct result_block *block, struct result row,
                         int64_t min_cell) {
    const struct result *pattern = pattern_of(block, STATISTIC_BOUNDS);
    if (pattern == NULL || !pattern->has_low || !pattern->has_high)
        return;
    bool everybody = row.n > result_block_answered(block, "");
    double invited = (double)pattern->n;
    row.low = row.value / invited;
    row.high = row.low +
               (everybody ? (invited - (double)row.n) / invited : pattern->high - pattern->low);
    row.n = pattern->n;
    row.has_value = false;
    row.has_low = row.has_high = true;
    row.statistic = STATISTIC_BOUNDS;
    row.method = pattern->method;
    row.flag = pattern->flag;
    if (!everybody && state_rule_hides_bounds(block, pattern, min_cell))
        result_block_write_suppressed(stream, &row, RULE_P7);
    else
        results_write(stream, &row);
}

static void write_share(FILE *stream, const struct result_block *block, struct result row,
                        double confidence) {
    const struct result *bounds =
        result_block_find(block, block->question->codes->codes[0].id, STATISTIC_BOUNDS);
    int64_t population = bounds != NULL ? bounds->n : 0;
    if (pattern_of(block, STATISTIC_SHARE) == NULL)
        return;
    struct estimate share = interval_share((int64_t)row.value, row.n, population, confidence);
    row.statistic = STATISTIC_SHARE;
    row.value = share.value;
    row.has_low = row.has_high = share.has_interval;
    row.low = share.low;
    row.high = share.high;
    row.method = share.has_interval ? interval_share_method(row.n, population) : "";
    results_write(stream, &row);
}

static void write_coarse(FILE *stream, const struct result_block *block,
                         const struct coarse_level *level, int64_t accepted,
                         const struct questionnaire *questionnaire) {
    int64_t n = base_of(block, accepted);
    struct result row = {.question = block->id,
                         .item = "",
                         .category = level->id,
                         .by = "",
                         .level = "",
                         .statistic = STATISTIC_COUNT,
                         .has_value = true,
                         .value = (double)group_rest_level(block, level, accepted),
                         .has_n = true,
                         .n = n,
                         .method = "",
                         .flag = n < RESULTS_SMALL_BASE ? FLAG_SMALL : FLAG_NONE};
    if (pattern_of(block, STATISTIC_COUNT) == NULL)
        return;
    results_write(stream, &row);
    write_share(stream, block, row, questionnaire->confidence);
    write_bounds(stream, block, row, questionnaire->min_cell);
}

void identity_rule_write(FILE *stream, const struct result_block *block,
                         const struct questionnaire *questionnaire, int64_t accepted) {
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
        !coarse_is_safe(block, grouping, accepted, questionnaire->min_cell))
        return;
    for (size_t i = 0; i < grouping->coarse_count; i++)
        write_coarse(stream, block, &grouping->coarse[i], accepted, questionnaire);
}
