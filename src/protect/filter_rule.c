#include "protect/filter_rule.h"

#include <string.h>

#include "protect/response_rule.h"
#include "protect/state_rule.h"
#include "survey/answer_class.h"
#include "survey/condition.h"
#include "survey/threshold.h"

enum filter_view { FILTER_NOTHING, FILTER_CLASS, FILTER_ALL };

/* The answers to a question, or to a row of a matrix, of those who were asked. */
struct asked {
    const struct result_block *block;
    const char *item; /* of a matrix, else "" */
    const struct questionnaire *questionnaire;
    int64_t base;
    bool forget_population; /* N of those asked, where it is known, must not be disclosed */
    bool source_hidden;     /* how many were asked must not be disclosed, not even as a base */
    enum statistic statistic;
    const char *category; /* the one class */
};

bool filter_rule_concerns(const struct question *question) {
    return question != NULL &&
           condition_depends_on(question, ROLE_IDENTIFYING | ROLE_SENSITIVE, true);
}

/* Those asked are one group: P3, and P5 where the question is sensitive. */
static bool is_safe(const struct asked *asked, int64_t count, bool class) {
    int64_t min_cell = asked->questionnaire->min_cell;
    if (threshold_hides(count, min_cell))
        return false;
    if ((asked->block->question->roles & ROLE_SENSITIVE) == 0)
        return true;
    bool of_one_mind = count == asked->base || (class && count == 0);
    return !threshold_hides(asked->base - count, min_cell) &&
           !(of_one_mind && threshold_is_small_group(asked->base, min_cell));
}

static bool is_of_item(const struct asked *asked, const struct result *row) {
    return result_block_allows(asked->block, row) &&
           (question_has_options(asked->block->question) ||
            strcmp(row->item, asked->item) == 0);
}

static bool is_outside(const struct question *question, const struct result *row) {
    int code =
        question->codes != NULL && row->category[0] != '\0'
            ? code_position(question->codes->codes, question->codes->count, row->category)
            : -1;
    return code >= 0 && question->codes->codes[code].outside;
}

/* All counts of the item; of options that means every tick, which are judged together. */
static bool all_is_safe(const struct asked *asked) {
    const struct result_block *block = asked->block;
    bool options = question_has_options(block->question);
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        enum statistic_kind kind = statistic_kind(row->statistic);
        if (!is_of_item(asked, row) || is_outside(block->question, row) ||
            (kind != KIND_COUNT && kind != KIND_SHARE))
            continue;
        if (!is_safe(asked, result_block_people(row), options))
            return false;
    }
    return true;
}

/* The class that view 2 would show: stats decided it. */
static void find_class(struct asked *asked) {
    asked->statistic = STATISTIC_NONE;
    asked->category = "";
    for (size_t i = 0; i < asked->block->count; i++) {
        const struct result *row = &asked->block->rows[i];
        if (row->statistic != STATISTIC_CLASS || row->by[0] != '\0' ||
            strcmp(row->item, asked->item) != 0)
            continue;
        asked->statistic =
            class_kind_statistic(class_kind_named(row->method, strlen(row->method)));
        asked->category = row->category;
    }
}

static bool is_of_class(const struct asked *asked, const struct result *row) {
    bool named = row->statistic == asked->statistic ||
                 (asked->statistic == STATISTIC_COUNT && row->statistic == STATISTIC_SHARE);
    return is_of_item(asked, row) && named && strcmp(row->category, asked->category) == 0;
}

/* The rest of a class can be one answer, or a set that is declared, too: 12 of 13 in all
 * answers but one say that one gave that. So the rest is judged like the class, whatever is in
 * it. */
static bool class_and_rest_are_safe(const struct asked *asked, int64_t count) {
    return is_safe(asked, count, true) &&
           !threshold_hides(asked->base - count, asked->questionnaire->min_cell);
}

static bool class_is_safe(const struct asked *asked) {
    bool found = false;
    for (size_t i = 0; i < asked->block->count; i++) {
        const struct result *row = &asked->block->rows[i];
        if (!is_of_class(asked, row))
            continue;
        found = row->has_value && row->has_n;
        if (!found || !class_and_rest_are_safe(asked, result_block_people(row)))
            return false;
    }
    return found;
}

static enum filter_view decide(struct asked *asked) {
    const struct question *question = asked->block->question;
    const struct questionnaire *questionnaire = asked->questionnaire;
    asked->base = result_block_answered(asked->block, asked->item);
    if (asked->source_hidden || question->codes == NULL ||
        asked->base < questionnaire->min_group || asked->base < questionnaire->min_report)
        return FILTER_NOTHING;
    if (all_is_safe(asked))
        return FILTER_ALL;
    if (question_has_options(question) || (question->roles & ROLE_IDENTIFYING) != 0)
        return FILTER_NOTHING;
    find_class(asked);
    return class_is_safe(asked) ? FILTER_CLASS : FILTER_NOTHING;
}

static bool hides_state(const struct asked *asked, const struct result *row) {
    int64_t min_cell = asked->questionnaire->min_cell;
    if (asked->source_hidden || threshold_hides(asked->base, min_cell))
        return true;
    return row->statistic != STATISTIC_ANSWERED &&
           state_rule_hides_missing(asked->block, row->item, min_cell);
}

/* What follows from counts that are shown; the ranks of options do not. */
static bool is_shown(const struct asked *asked, enum filter_view view,
                     const struct result *row) {
    enum statistic_kind kind = statistic_kind(row->statistic);
    if (kind == KIND_BOUNDS && hides_state(asked, row))
        return false; /* they say how many said something beside the scale */
    if (view == FILTER_NOTHING || !asked->block->rules->follows_counts[kind])
        return false;
    if (view == FILTER_CLASS)
        return is_of_class(asked, row);
    return !is_outside(asked->block->question, row) ||
           !threshold_hides(result_block_people(row), asked->questionnaire->min_cell);
}

static void write_item(FILE *stream, struct asked *asked) {
    const struct result_block *block = asked->block;
    bool classes_written = false;
    enum filter_view view = decide(asked);
    for (size_t i = 0; i < block->count; i++) {
        struct result row = block->rows[i];
        bool class = result_block_treatment(block, &row) == TREATMENT_CLASSES;
        if (!is_of_item(asked, &row) || (class && classes_written))
            continue;
        /* The edges of a histogram would say where the answers lie. */
        if (class)
            row.category = "";
        classes_written = classes_written || class;
        bool hide = result_block_treatment(block, &row) == TREATMENT_STATE
                        ? hides_state(asked, &row)
                        : !is_shown(asked, view, &row);
        bool forgotten =
            !hide && asked->forget_population &&
            !response_rule_forget_population(&row, asked->questionnaire->confidence);
        if (hide)
            result_block_write_suppressed(stream, &row, RULE_P20);
        else if (forgotten)
            result_block_write_suppressed(stream, &row, RULE_P21);
        else
            results_write(stream, &row);
    }
}

void filter_rule_write(FILE *stream, const struct result_block *block,
                       const struct questionnaire *questionnaire, bool source_hidden,
                       bool forget_population) {
    const struct question *question = block->question;
    struct asked asked = {.block = block,
                          .item = "",
                          .questionnaire = questionnaire,
                          .forget_population = forget_population,
                          .source_hidden = source_hidden};
    if (!question_has_rows(question)) {
        write_item(stream, &asked);
        return;
    }
    for (size_t i = 0; i < question->row_count; i++) {
        asked.item = question->rows[i].id;
        write_item(stream, &asked);
    }
}
