#include "protect/number_rule.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "protect/whitelist.h"

enum { FEWEST_ON_EITHER_SIDE = 5 }; /* answers beside a quantile */

static bool value_of(const struct block *block, const char *statistic, double *value) {
    const struct result *row = block_find(block, "", statistic);
    *value = row != NULL && row->has_value ? row->value : 0;
    return row != NULL && row->has_value;
}

/* True where all answers are one value, or where nobody can tell: any mean or quantile would be
 * that value. */
static bool is_uniform(const struct block *block) {
    double minimum, maximum;
    if (!value_of(block, "min", &minimum) || !value_of(block, "max", &maximum))
        return true;
    return minimum >= maximum;
}

static bool is_dominated(const struct block *block) {
    double largest, second, all;
    if (!value_of(block, "largest", &largest) || !value_of(block, "second_largest", &second) ||
        !value_of(block, "magnitude", &all))
        return true;
    return 2 * largest > all || 10 * (largest + second) > 9 * all;
}

static bool hides_quantile(const struct result *row) {
    int quartile = whitelist_quartile(row->statistic);
    int quarters = quartile < 4 - quartile ? quartile : 4 - quartile; /* on the smaller side */
    return row->n * quarters < 4 * FEWEST_ON_EITHER_SIDE;
}

/* Neighbouring classes as one: "[a,b)" and "[b,c)" are "[a,c)". */
static void write_merged(FILE *stream, const struct result *first, const struct result *last,
                         int64_t count) {
    struct text category = {0};
    const char *comma = strchr(first->category, ',');
    text_add_bytes(&category, first->category, (size_t)(comma - first->category));
    text_add(&category, strchr(last->category, ','));
    struct result merged = *first;
    merged.category = text_string(&category);
    merged.value = (double)count;
    results_write(stream, &merged);
    text_free(&category);
}

struct merged_class {
    size_t first, last; /* positions among the classes */
    int64_t count;
};

/* From the left, classes are joined until their count is 0 or reaches min_cell; what is left
 * over at the end joins the last ones. Returns how many there are; 0 where even all together
 * are too few. */
static size_t merge(const struct result *const *classes, size_t count, int64_t min_cell,
                    struct merged_class *merged) {
    size_t used = 0;
    struct merged_class open = {0};
    for (size_t i = 0; i < count; i++) {
        open.last = i;
        open.count += (int64_t)classes[i]->value;
        if (open.count > 0 && open.count < min_cell)
            continue;
        merged[used++] = open;
        open = (struct merged_class){i + 1, i + 1, 0};
    }
    if (open.count == 0)
        return used;
    while (open.count < min_cell && used > 0) {
        open.first = merged[--used].first;
        open.count += merged[used].count;
    }
    if (open.count < min_cell)
        return 0;
    merged[used++] = open;
    return used;
}

static bool is_class(const struct block *block, const struct result *row) {
    return block_allows(block, row) && whitelist_kind(row->statistic) == WHITELIST_COUNT &&
           row->has_value && strchr(row->category, ',') != NULL;
}

/* Hidden as a whole it leaves one row without a category: the edges of its classes would say
 * where the answers lie. */
static void write_histogram(FILE *stream, const struct block *block, int64_t min_cell) {
    const struct result **classes = memory_allocate(block->count, sizeof *classes);
    struct merged_class *merged = memory_allocate(block->count, sizeof *merged);
    size_t count = 0;
    for (size_t i = 0; i < block->count; i++)
        if (is_class(block, &block->rows[i]))
            classes[count++] = &block->rows[i];
    size_t used = merge(classes, count, min_cell, merged);
    for (size_t i = 0; i < used; i++)
        write_merged(stream, classes[merged[i].first], classes[merged[i].last],
                     merged[i].count);
    if (used == 0 && count > 0) {
        struct result hidden = *classes[0];
        hidden.category = "";
        block_write_suppressed(stream, &hidden, "P6");
    }
    free(classes);
    free(merged);
}

void number_rule_write(FILE *stream, const struct block *block,
                       const struct questionnaire *questionnaire) {
    bool uniform = is_uniform(block), dominated = is_dominated(block),
         histogram_written = false;
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        enum whitelist_kind kind = whitelist_kind(row->statistic);
        if (!block_allows(block, row))
            continue;
        bool hide = false;
        if (kind == WHITELIST_COUNT) {
            if (!histogram_written)
                write_histogram(stream, block, questionnaire->min_cell);
            histogram_written = true;
            continue;
        }
        if (row->has_value && kind == WHITELIST_QUANTILE)
            hide = uniform || hides_quantile(row);
        else if (row->has_value && kind != WHITELIST_STATE)
            hide = uniform || dominated || row->n < questionnaire->min_report;
        if (hide)
            block_write_suppressed(stream, row, "P6");
        else
            results_write(stream, row);
    }
}
