#include "protect/number_rule.h"

#include <math.h>

#include "base/number.h"
#include "protect/showing.h"
#include "protect/state_rule.h"

enum { FEWEST_ON_EITHER_SIDE = 5 }; /* answers beside a quantile */

static bool value_of(const struct block *block, enum statistic statistic, double *value) {
    const struct result *row = block_find(block, "", statistic);
    *value = row != NULL && row->has_value ? row->value : 0;
    return row != NULL && row->has_value;
}

static bool is_dominated(const struct block *block) {
    double largest, second, all;
    if (!value_of(block, STATISTIC_LARGEST, &largest) ||
        !value_of(block, STATISTIC_SECOND_LARGEST, &second) ||
        !value_of(block, STATISTIC_MAGNITUDE, &all))
        return true;
    return 2 * largest > all || 10 * (largest + second) > 9 * all;
}

/* Which quarter of the answers a quantile cuts off: 1, 2 or 3; 0 for others. */
static int quartile_of(enum statistic statistic) {
    switch (statistic) {
    case STATISTIC_Q1:
        return 1;
    case STATISTIC_MEDIAN:
        return 2;
    case STATISTIC_Q3:
        return 3;
    default:
        return 0;
    }
}

static bool hides_quantile(const struct result *row) {
    int quartile = quartile_of(row->statistic);
    int quarters = quartile < 4 - quartile ? quartile : 4 - quartile; /* on the smaller side */
    return row->n * quarters < 4 * FEWEST_ON_EITHER_SIDE;
}

/* The value times factor, which must be whole. */
static bool read_whole(double value, int64_t factor, int64_t *whole) {
    value *= (double)factor;
    if (!(fabs(value) < 1e15) || fabs(value - round(value)) > 1e-3)
        return false;
    *whole = (int64_t)llround(value);
    return true;
}

static bool read_quartiles(const struct block *block, struct number_figures *figures) {
    static const enum statistic names[QUARTILES] = {STATISTIC_Q1, STATISTIC_MEDIAN,
                                                    STATISTIC_Q3};
    for (size_t i = 0; i < QUARTILES; i++) {
        const struct result *row = block_find(block, "", names[i]);
        if (row == NULL || !row->has_value || hides_quantile(row))
            continue;
        figures->quartiles[i].shown = true;
        if (row->n != figures->n ||
            !read_whole(row->value, 4 * number_power_of_ten(block->question->decimals),
                        &figures->quartiles[i].fourfold))
            return false;
    }
    return true;
}

/* False where the figures cannot be judged: no classes, or they do not go with the rest. */
static bool read_figures(const struct block *block, struct number_figures *figures) {
    const struct histogram *histogram = figures->histogram;
    double answered;
    int64_t counted = 0;
    for (size_t i = 0; i < histogram->count; i++) {
        if (histogram->classes[i].high < histogram->classes[i].low)
            return false;
        counted += histogram->classes[i].count;
    }
    if (!value_of(block, STATISTIC_ANSWERED, &answered) || counted == 0 ||
        (double)counted != answered)
        return false;
    figures->n = counted;
    return read_quartiles(block, figures);
}

static bool read_sum(const struct block *block, int64_t *sum) {
    double value;
    return value_of(block, STATISTIC_SUM, &value) &&
           read_whole(value, number_power_of_ten(block->question->decimals), sum);
}

static struct showing decide(const struct block *block, const struct histogram *histogram,
                             const struct questionnaire *questionnaire) {
    struct number_answers answers = {.figures.histogram = histogram,
                                     .dominated = is_dominated(block)};
    if (!read_figures(block, &answers.figures))
        return (struct showing){false, false, false};
    answers.has_sum =
        answers.figures.n >= questionnaire->min_report && read_sum(block, &answers.sum);
    return showing_decide(&answers, questionnaire->min_cell);
}

static bool is_shown(const struct block *block, const struct showing *showing,
                     const struct result *row) {
    switch (block_treatment(block, row)) {
    case TREATMENT_SUM:
        return showing->sum && row->statistic != STATISTIC_SD;
    case TREATMENT_QUANTILE:
        if (hides_quantile(row))
            return false;
        return quartile_of(row->statistic) == 2 ? showing->median : showing->quartiles;
    case TREATMENT_NONE:
    case TREATMENT_RECORDS:
    case TREATMENT_STATE:
    case TREATMENT_FIGURE:
    case TREATMENT_CLASSES:
        break;
    }
    return false;
}

/* The interval of a mean would tell the standard deviation. */
static void write_shown(FILE *stream, const struct result *row) {
    struct result shown = *row;
    if (row->has_low || row->has_high) {
        shown.has_low = shown.has_high = false;
        shown.method = "";
    }
    results_write(stream, &shown);
}

/* Rule P18: nothing but how many answered; not even the edges of classes. */
static void write_few(FILE *stream, const struct block *block, int64_t min_cell) {
    bool classes_written = false;
    for (size_t i = 0; i < block->count; i++) {
        struct result row = block->rows[i];
        bool class = block_treatment(block, &row) == TREATMENT_CLASSES;
        if (!block_allows(block, &row) || (class && classes_written))
            continue;
        if (class)
            row.category = "";
        classes_written = classes_written || class;
        if (block_treatment(block, &row) == TREATMENT_STATE)
            state_rule_write(stream, block, &row, min_cell);
        else
            block_write_suppressed(stream, &row, RULE_P18);
    }
}

void number_rule_write(FILE *stream, const struct block *block,
                       const struct questionnaire *questionnaire) {
    int64_t answered = block_answered(block, "");
    if (answered > 0 && answered < questionnaire->min_report) {
        write_few(stream, block, questionnaire->min_cell);
        return;
    }
    struct arena *arena = arena_new();
    struct histogram histogram = histogram_of(arena, block, questionnaire->min_cell);
    struct showing showing = decide(block, &histogram, questionnaire);
    bool histogram_written = false;
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (!block_allows(block, row))
            continue;
        enum treatment treatment = block_treatment(block, row);
        if (treatment == TREATMENT_CLASSES) {
            if (!histogram_written)
                histogram_write(stream, &histogram);
            histogram_written = true;
        } else if (treatment == TREATMENT_STATE) {
            state_rule_write(stream, block, row, questionnaire->min_cell);
        } else if (row->has_value && !is_shown(block, &showing, row)) {
            block_write_suppressed(stream, row, RULE_P6);
        } else {
            write_shown(stream, row);
        }
    }
    arena_free(arena);
}
