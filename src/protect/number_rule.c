#include "protect/number_rule.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "protect/histogram.h"
#include "protect/state_rule.h"
#include "protect/whitelist.h"

enum {
    FEWEST_ON_EITHER_SIDE = 5, /* answers beside a quantile */
    FEWEST_SCATTERED = 20,     /* answers for a standard deviation */
    FEWEST_OPEN = 10           /* of these, in classes of more than one number */
};

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

/* What is shown of the answers, and what it would tell. */
struct answers {
    struct histogram histogram;
    bool uniform, dominated, tells_end;
    bool scattered; /* enough of them are unknown for their standard deviation to be shown */
};

/* The sum in units of 10^-decimals; false where it is not there. */
static bool sum_of(const struct block *block, int64_t *sum) {
    double value;
    if (!value_of(block, "sum", &value))
        return false;
    value *= (double)number_power_of_ten(block->question->decimals);
    *sum = (int64_t)llround(value);
    return fabs(value) < 1e15;
}

static struct answers look_at(struct arena *arena, const struct block *block,
                              int64_t min_cell) {
    struct answers answers = {.histogram = histogram_of(arena, block, min_cell),
                              .uniform = is_uniform(block),
                              .dominated = is_dominated(block)};
    int64_t sum;
    double answered;
    if (sum_of(block, &sum))
        answers.tells_end = histogram_tells_end(&answers.histogram, sum);
    answers.scattered = value_of(block, "answered", &answered) &&
                        answered >= FEWEST_SCATTERED &&
                        histogram_open(&answers.histogram) >= FEWEST_OPEN;
    return answers;
}

static bool is_hidden(const struct answers *answers, const struct result *row,
                      int64_t min_report) {
    enum whitelist_kind kind = whitelist_kind(row->statistic);
    if (!row->has_value)
        return false;
    if (kind == WHITELIST_QUANTILE)
        return answers->uniform || hides_quantile(row);
    return answers->uniform || answers->dominated || answers->tells_end ||
           row->n < min_report || (strcmp(row->statistic, "sd") == 0 && !answers->scattered);
}

/* The interval of a mean tells the standard deviation. */
static void write_shown(FILE *stream, const struct answers *answers, const struct result *row) {
    struct result shown = *row;
    if (row->has_low && !answers->scattered) {
        shown.has_low = shown.has_high = false;
        shown.method = "";
    }
    results_write(stream, &shown);
}

void number_rule_write(FILE *stream, const struct block *block,
                       const struct questionnaire *questionnaire) {
    struct arena *arena = arena_new();
    struct answers answers = look_at(arena, block, questionnaire->min_cell);
    bool histogram_written = false;
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (!block_allows(block, row))
            continue;
        if (whitelist_kind(row->statistic) == WHITELIST_COUNT) {
            if (!histogram_written)
                histogram_write(stream, &answers.histogram);
            histogram_written = true;
        } else if (whitelist_kind(row->statistic) == WHITELIST_STATE) {
            state_rule_write(stream, block, row, questionnaire->min_cell);
        } else if (is_hidden(&answers, row, questionnaire->min_report)) {
            block_write_suppressed(stream, row, "P6");
        } else {
            write_shown(stream, &answers, row);
        }
    }
    arena_free(arena);
}
