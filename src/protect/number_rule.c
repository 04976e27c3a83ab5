#include "protect/number_rule.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "protect/number_choice.h"
#include "protect/state_rule.h"
#include "survey/threshold.h"

/* --- reading the figures --- */

static bool is_value(const struct result *row) {
    return row->by[0] == '\0' && row->level[0] == '\0' && row->statistic == STATISTIC_VALUE;
}

/* The value times factor, which must be whole. */
static bool read_whole(double value, int64_t factor, int64_t *whole) {
    value *= (double)factor;
    if (!(fabs(value) < 1e15) || fabs(value - round(value)) > 1e-3)
        return false;
    *whole = (int64_t)llround(value);
    return true;
}

static bool read_value(const struct result_block *block, const struct result *row,
                       struct value_count *value) {
    const struct question *question = block->question;
    return row->has_value && read_whole(row->value, 1, &value->count) && value->count > 0 &&
           number_parse_decimal(row->category, strlen(row->category), '.', question->decimals,
                                &value->value) &&
           value->value >= question->minimum && value->value <= question->maximum;
}

/* How many gave each number. False where stats did not say it, or not of all who answered. */
static bool read_values(struct arena *arena, const struct result_block *block,
                        struct number_answers *answers) {
    struct value_count *values = arena_allocate(arena, block->count, sizeof *values);
    answers->values = values;
    for (size_t i = 0; i < block->count; i++) {
        struct value_count *value = &values[answers->count];
        if (!is_value(&block->rows[i]))
            continue;
        if (!read_value(block, &block->rows[i], value) ||
            (answers->count > 0 && value->value <= value[-1].value))
            return false;
        answers->count++;
    }
    return answers->count > 0 && number_answered(answers) == result_block_answered(block, "");
}

/* Which quarter of the answers a quantile cuts off: 1, 2 or 3; 0 for others. */
static int64_t quartile_of(enum statistic statistic) {
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

/* False where a figure does not go with the answers: then nothing can be judged. */
static bool agrees(const struct result_block *block, const struct result *row,
                   const struct number_answers *answers) {
    int64_t unit = number_power_of_ten(block->question->decimals), quartile, whole;
    if (row->by[0] != '\0' || row->level[0] != '\0' || !row->has_value)
        return true;
    if (row->statistic == STATISTIC_SUM)
        return read_whole(row->value, unit, &whole) && whole == number_sum(answers);
    quartile = quartile_of(row->statistic);
    return quartile == 0 || (read_whole(row->value, 4 * unit, &whole) &&
                             whole == number_fourfold(answers, quartile));
}

static struct number_choice decide(const struct result_block *block,
                                   const struct number_answers *answers) {
    for (size_t i = 0; i < block->count; i++)
        if (!agrees(block, &block->rows[i], answers))
            return (struct number_choice){.classes = false};
    return number_choose(answers);
}

/* --- the histogram --- */

static void write_class(FILE *stream, const struct result *pattern,
                        const struct class_layout *layout, int64_t position, int64_t count,
                        int decimals) {
    char category[CLASS_EDGES_SIZE];
    struct class_edges edges = class_layout_edges(layout, position);
    struct result class = *pattern;
    class.category = class_edges_format(category, &edges, decimals);
    class.value = (double)count;
    results_write(stream, &class);
}

/* From the first class with answers to the last. Without classes, one suppressed row without
 * category: the edges of classes would say where the answers lie. */
static void write_histogram(FILE *stream, const struct result *pattern,
                            const struct number_answers *answers,
                            const struct number_choice *choice) {
    if (!choice->classes) {
        struct result hidden = *pattern;
        hidden.category = "";
        result_block_write_suppressed(stream, &hidden, RULE_P6);
        return;
    }
    int64_t position = class_layout_position(&choice->layout, answers->values[0].value);
    int64_t count = 0;
    for (size_t i = 0; i < answers->count; i++) {
        int64_t at = class_layout_position(&choice->layout, answers->values[i].value);
        for (; position < at; position++, count = 0)
            write_class(stream, pattern, &choice->layout, position, count,
                        answers->question->decimals);
        count += answers->values[i].count;
    }
    write_class(stream, pattern, &choice->layout, position, count, answers->question->decimals);
}

/* --- writing --- */

static bool is_shown(const struct result_block *block, const struct number_choice *showing,
                     const struct result *row) {
    switch (result_block_treatment(block, row)) {
    case TREATMENT_SUM:
        return showing->sum && row->statistic != STATISTIC_SD;
    case TREATMENT_QUANTILE:
        if (!number_allows_quartile(row->n, quartile_of(row->statistic)))
            return false;
        return quartile_of(row->statistic) == 2 ? showing->median : showing->quartiles;
    case TREATMENT_NONE:
    case TREATMENT_RECORDS:
    case TREATMENT_ORIGIN:
    case TREATMENT_STATE:
    case TREATMENT_FIGURE:
    case TREATMENT_CLASSES:
    case TREATMENT_LEAD:
        break;
    }
    return false;
}

/* The interval of a mean would disclose the standard deviation. */
static void write_shown(FILE *stream, const struct result *row) {
    struct result shown = *row;
    if (row->has_low || row->has_high) {
        shown.has_low = shown.has_high = false;
        shown.method = "";
    }
    results_write(stream, &shown);
}

/* Rule P18: nothing but how many answered; not even the edges of classes. */
static void write_few(FILE *stream, const struct result_block *block, int64_t min_cell) {
    bool classes_written = false;
    for (size_t i = 0; i < block->count; i++) {
        struct result row = block->rows[i];
        bool class = result_block_treatment(block, &row) == TREATMENT_CLASSES;
        if (!result_block_allows(block, &row) || (class && classes_written))
            continue;
        if (class)
            row.category = "";
        classes_written = classes_written || class;
        if (result_block_treatment(block, &row) == TREATMENT_STATE)
            state_rule_write(stream, block, &row, min_cell);
        else
            result_block_write_suppressed(stream, &row, RULE_P18);
    }
}

void number_rule_write(FILE *stream, const struct result_block *block,
                       const struct questionnaire *questionnaire) {
    int64_t answered = result_block_answered(block, "");
    if (threshold_hides(answered, questionnaire->min_report)) {
        write_few(stream, block, questionnaire->min_cell);
        return;
    }
    struct arena *arena = arena_new();
    struct number_answers answers = {.question = block->question,
                                     .min_cell = questionnaire->min_cell};
    struct number_choice choice = {.classes = false};
    if (read_values(arena, block, &answers))
        choice = decide(block, &answers);
    bool histogram_written = false;
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (!result_block_allows(block, row))
            continue;
        enum treatment treatment = result_block_treatment(block, row);
        if (treatment == TREATMENT_CLASSES) {
            if (!histogram_written)
                write_histogram(stream, row, &answers, &choice);
            histogram_written = true;
        } else if (treatment == TREATMENT_STATE) {
            state_rule_write(stream, block, row, questionnaire->min_cell);
        } else if (row->has_value && !is_shown(block, &choice, row)) {
            result_block_write_suppressed(stream, row, RULE_P6);
        } else {
            write_shown(stream, row);
        }
    }
    arena_free(arena);
}
