#include "protect/block.h"

#include <math.h>
#include <string.h>

#include "protect/whitelist.h"

static bool find_owner(const struct questionnaire *questionnaire, struct block *block) {
    block->question = questionnaire_question(questionnaire, block->id);
    if (block->id[0] == '\0' || block->question != NULL)
        return true;
    for (size_t i = 0; i < questionnaire->score_count; i++) {
        if (strcmp(questionnaire->scores[i].id, block->id) != 0)
            continue;
        block->made_from[0] = questionnaire->scores[i].question;
        return true;
    }
    for (size_t i = 0; i < questionnaire->gap_count; i++) {
        if (strcmp(questionnaire->gaps[i].id, block->id) != 0)
            continue;
        block->made_from[0] = questionnaire->gaps[i].importance;
        block->made_from[1] = questionnaire->gaps[i].satisfaction;
        return true;
    }
    return false;
}

bool block_at(const struct results *results, size_t first,
              const struct questionnaire *questionnaire, struct block *block) {
    *block = (struct block){.id = results->rows[first].question, .rows = &results->rows[first]};
    while (first + block->count < results->count &&
           strcmp(block->rows[block->count].question, block->id) == 0)
        block->count++;
    return find_owner(questionnaire, block);
}

bool block_allows(const struct block *block, const struct result *row) {
    enum whitelist_kind kind = whitelist_kind(row->statistic);
    bool of_survey = kind == WHITELIST_ACCOUNTING || kind == WHITELIST_TESTS;
    if (row->by[0] != '\0' || row->level[0] != '\0' || kind == WHITELIST_UNKNOWN ||
        kind == WHITELIST_INTERNAL || kind == WHITELIST_VERDICT)
        return false;
    return of_survey == (block->id[0] == '\0');
}

const struct result *block_find(const struct block *block, const char *category,
                                const char *statistic) {
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (row->by[0] == '\0' && row->level[0] == '\0' &&
            strcmp(row->category, category) == 0 && strcmp(row->statistic, statistic) == 0)
            return row;
    }
    return NULL;
}

int64_t block_people(const struct result *row) {
    enum whitelist_kind kind = whitelist_kind(row->statistic);
    if (!row->has_value || !row->has_n)
        return 0;
    if (kind == WHITELIST_COUNT)
        return (int64_t)row->value; /* whole: gate_accepts saw to it */
    return kind == WHITELIST_SHARE ? (int64_t)round(row->value * (double)row->n) : 0;
}

int64_t block_answered(const struct block *block, const char *item) {
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (row->by[0] == '\0' && row->level[0] == '\0' && strcmp(row->item, item) == 0 &&
            strcmp(row->statistic, "answered") == 0 && row->has_value)
            return (int64_t)row->value;
    }
    return -1;
}

void block_write_suppressed(FILE *stream, const struct result *row, const char *rule) {
    struct result hidden = *row;
    hidden.has_value = hidden.has_low = hidden.has_high = hidden.has_n = false;
    hidden.method = rule;
    hidden.flag = FLAG_SUPPRESSED;
    results_write(stream, &hidden);
}
