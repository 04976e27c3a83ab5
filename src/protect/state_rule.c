#include "protect/state_rule.h"

#include <string.h>

#include "survey/threshold.h"

static bool is_missing(const struct result_block *block, const struct result *row) {
    return result_block_allows(block, row) &&
           result_block_treatment(block, row) == TREATMENT_STATE &&
           row->statistic != STATISTIC_ANSWERED;
}

bool state_rule_hides_missing(const struct result_block *block, const char *item,
                              int64_t min_cell) {
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (is_missing(block, row) && strcmp(row->item, item) == 0 && row->has_value &&
            threshold_hides((int64_t)row->value, min_cell))
            return true;
    }
    return false;
}

bool state_rule_hides_bounds(const struct result_block *block, const struct result *row,
                             int64_t min_cell) {
    const struct question *question = block->question;
    return statistic_kind(row->statistic) == KIND_BOUNDS && question != NULL &&
           (question->roles & ROLE_IDENTIFYING) != 0 &&
           state_rule_hides_missing(block, question_has_rows(question) ? row->item : "",
                                    min_cell);
}

void state_rule_write(FILE *stream, const struct result_block *block, const struct result *row,
                      int64_t min_cell) {
    bool identifies =
        block->question != NULL && (block->question->roles & ROLE_IDENTIFYING) != 0;
    if (identifies && is_missing(block, row) &&
        state_rule_hides_missing(block, row->item, min_cell))
        result_block_write_suppressed(stream, row, RULE_P7);
    else
        results_write(stream, row);
}
