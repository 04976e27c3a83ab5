#include "protect/origin_rule.h"

#include "survey/threshold.h"

void origin_rule_write(FILE *stream, const struct result_block *block, const struct result *row,
                       int64_t min_cell) {
    int64_t others = row->has_n ? row->n : 0;
    bool hides = false;
    for (size_t i = 0; i < block->count; i++) {
        const struct result *way = &block->rows[i];
        if (statistic_kind(way->statistic) != KIND_ORIGIN || !result_block_holds(block, way))
            continue;
        int64_t people = way->has_value ? (int64_t)way->value : 0;
        others -= people;
        hides = hides || threshold_hides(people, min_cell);
    }
    if (hides || others < 0 || threshold_hides(others, min_cell))
        result_block_write_suppressed(stream, row, RULE_P7);
    else
        results_write(stream, row);
}
