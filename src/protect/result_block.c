#include "protect/result_block.h"

#include <math.h>
#include <string.h>

static bool find_owner(const struct questionnaire *questionnaire, struct result_block *block) {
    block->question = questionnaire_question(questionnaire, block->id);
    block->owner = block->question != NULL ? (size_t)block->question->type : OWNER_SURVEY;
    if (block->id[0] == '\0' || block->question != NULL)
        return true;
    const struct score *score = questionnaire_score(questionnaire, block->id);
    const struct gap *gap = questionnaire_gap(questionnaire, block->id);
    if (score != NULL) {
        block->owner = OWNER_SCORE;
        block->made_from[0] = score->question;
    } else if (gap != NULL) {
        block->owner = OWNER_GAP;
        block->made_from[0] = gap->importance;
        block->made_from[1] = gap->satisfaction;
    }
    return score != NULL || gap != NULL;
}

bool result_block_at(const struct results *results, size_t first,
                     const struct questionnaire *questionnaire, const struct gate_rules *rules,
                     struct result_block *block) {
    *block = (struct result_block){
        .id = results->rows[first].question, .rules = rules, .rows = &results->rows[first]};
    while (first + block->count < results->count &&
           strcmp(block->rows[block->count].question, block->id) == 0)
        block->count++;
    return find_owner(questionnaire, block);
}

/* Kinds that nobody may see of all respondents, whatever the rules. */
static bool is_for_gate_alone(enum statistic_kind kind) {
    return kind == KIND_UNKNOWN || kind == KIND_MARK || kind == KIND_INTERNAL ||
           kind == KIND_VERDICT;
}

bool result_block_holds(const struct result_block *block, const struct result *row) {
    enum statistic_kind kind = statistic_kind(row->statistic);
    bool of_survey = kind == KIND_ACCOUNTING || kind == KIND_ORIGIN || kind == KIND_TESTS;
    return row->by[0] == '\0' && row->level[0] == '\0' && !is_for_gate_alone(kind) &&
           of_survey == (block->id[0] == '\0');
}

enum treatment result_block_treatment(const struct result_block *block,
                                      const struct result *row) {
    return block->rules->treatments[block->owner][statistic_kind(row->statistic)];
}

bool result_block_allows(const struct result_block *block, const struct result *row) {
    return result_block_holds(block, row) &&
           result_block_treatment(block, row) != TREATMENT_NONE;
}

bool block_has_classes(const struct result_block *block) {
    return block->rules->treatments[block->owner][KIND_COUNT] == TREATMENT_CLASSES;
}

const struct result *result_block_find(const struct result_block *block, const char *category,
                                       enum statistic statistic) {
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (row->by[0] == '\0' && row->level[0] == '\0' &&
            strcmp(row->category, category) == 0 && row->statistic == statistic)
            return row;
    }
    return NULL;
}

int64_t result_block_people(const struct result *row) {
    enum statistic_kind kind = statistic_kind(row->statistic);
    if (!row->has_value || !row->has_n)
        return 0;
    if (kind == KIND_COUNT)
        return (int64_t)row->value; /* whole: gate_accepts saw to it */
    return kind == KIND_SHARE ? (int64_t)round(row->value * (double)row->n) : 0;
}

int64_t result_block_answered(const struct result_block *block, const char *item) {
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (row->by[0] == '\0' && row->level[0] == '\0' && strcmp(row->item, item) == 0 &&
            row->statistic == STATISTIC_ANSWERED && row->has_value)
            return (int64_t)row->value;
    }
    return -1;
}

void result_block_write_suppressed(FILE *stream, const struct result *row,
                                   enum privacy_rule rule) {
    struct result hidden = *row;
    /* That there is such a row says already that this is an answer of the majority. */
    if (row->statistic == STATISTIC_TIPPING)
        return;
    hidden.has_value = hidden.has_low = hidden.has_high = hidden.has_n = false;
    hidden.method = privacy_rule_name(rule);
    hidden.flag = FLAG_SUPPRESSED;
    results_write(stream, &hidden);
}
