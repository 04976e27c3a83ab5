#include "protect/gap_rule.h"

#include <math.h>
#include <string.h>

/* How many of those who answered both questions gave one of the two highest answers to one. */
struct margin {
    int64_t least, most;
};

static bool is_small(int64_t count, int64_t min_cell) {
    return count > 0 && count < min_cell;
}

/* Who answered one question only may have given any answer. False where counts are missing. */
static bool read_margin(const struct question *question, size_t row,
                        const struct results *results, int64_t both, struct margin *margin) {
    const struct code_list *codes = question->codes;
    int64_t answered = 0, high = 0;
    for (size_t i = 0; i < codes->inside; i++) {
        const struct result *count = results_find(results, question->id, question->rows[row].id,
                                                  codes->codes[i].id, "count");
        if (count == NULL || !count->has_value)
            return false;
        answered += (int64_t)count->value;
        high += i + 2 >= codes->inside ? (int64_t)count->value : 0;
    }
    int64_t low = answered - high;
    margin->most = high < both ? high : both;
    margin->least = both > low ? both - low : 0;
    return true;
}

static int64_t least_of(int64_t one, int64_t other) {
    return one < other ? one : other;
}

/* A count that may be 0 but not min_cell is hidden, too: to be on the safe side. */
static bool row_tells(const struct block *block, size_t row, const struct results *results,
                      const struct result *unmet, int64_t min_cell) {
    struct margin important, satisfied;
    int64_t both = unmet->n, count = (int64_t)round(unmet->value * (double)both);
    if (!read_margin(block->made_from[0], row, results, both, &important) ||
        !read_margin(block->made_from[1], row, results, both, &satisfied))
        return true;
    int64_t met = least_of(important.most - count, satisfied.most);
    int64_t only_satisfied = least_of(satisfied.most - important.least + count,
                                      least_of(satisfied.most, both - important.least));
    int64_t neither = least_of(both - important.least, both - satisfied.least - count);
    return is_small(count, min_cell) || is_small(met, min_cell) ||
           is_small(only_satisfied, min_cell) || is_small(neither, min_cell);
}

bool gap_rule_hides(const struct block *block, const struct results *results,
                    int64_t min_cell) {
    const struct question *importance = block->made_from[0],
                          *satisfaction = block->made_from[1];
    if (importance == NULL || satisfaction == NULL ||
        ((importance->roles | satisfaction->roles) & ROLE_IDENTIFYING) == 0)
        return false;
    for (size_t i = 0; i < importance->row_count; i++) {
        const struct result *unmet =
            results_find(results, block->id, importance->rows[i].id, "", "unmet");
        if (unmet == NULL || !unmet->has_n || (!unmet->has_value && unmet->n > 0))
            return true;
        if (unmet->has_value && row_tells(block, i, results, unmet, min_cell))
            return true;
    }
    return false;
}
