#include "stats/tally.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "stats/layout.h"
#include "stats/tally_cells.h"

static size_t lay_out(struct tally *tally) {
    const struct questionnaire *questionnaire = tally->questionnaire;
    size_t offset = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        tally->question_offsets[i] = offset;
        offset += layout_question(&questionnaire->questions[i]);
    }
    for (size_t i = 0; i < questionnaire->score_count; i++) {
        const struct score *score = &questionnaire->scores[i];
        tally->score_offsets[i] = offset;
        offset += layout_score(score);
    }
    for (size_t i = 0; i < questionnaire->gap_count; i++) {
        const struct gap *gap = &questionnaire->gaps[i];
        tally->gap_offsets[i] = offset;
        offset += gap->importance->row_count * layout_gap_row(gap);
    }
    return offset;
}

static size_t number_levels(struct tally *tally) {
    const struct questionnaire *questionnaire = tally->questionnaire;
    size_t level = 1;
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        tally->grouping_levels[i] = level;
        level += questionnaire->groupings[i].question->codes->inside +
                 questionnaire->groupings[i].coarse_count;
    }
    return level;
}

struct tally *tally_new(const struct questionnaire *questionnaire) {
    struct tally *tally = memory_allocate(1, sizeof *tally);
    size_t size = sizeof(size_t);
    tally->questionnaire = questionnaire;
    tally->question_offsets = memory_allocate(questionnaire->question_count, size);
    tally->score_offsets = memory_allocate(questionnaire->score_count, size);
    tally->gap_offsets = memory_allocate(questionnaire->gap_count, size);
    tally->grouping_levels = memory_allocate(questionnaire->grouping_count, size);
    tally->levels = memory_allocate(questionnaire->grouping_count + 1, size);
    tally->level_size = lay_out(tally);
    tally->level_count = number_levels(tally);
    tally->cells =
        memory_allocate(tally->level_count, tally->level_size * sizeof *tally->cells);
    return tally;
}

void tally_free(struct tally *tally) {
    if (tally == NULL)
        return;
    free(tally->question_offsets);
    free(tally->score_offsets);
    free(tally->gap_offsets);
    free(tally->grouping_levels);
    free(tally->levels);
    free(tally->cells);
    free(tally);
}

/* Adds up the levels of the answers that a coarse level is made of. Answers outside the scale
 * have none. */
static void fill_coarse(struct tally *tally, size_t number, size_t coarse) {
    const struct grouping *grouping = &tally->questionnaire->groupings[number];
    const struct coarse_level *level = &grouping->coarse[coarse];
    int64_t *cells =
        &tally->cells[tally_coarse_level(tally, number, coarse) * tally->level_size];
    for (size_t i = 0; i < level->count; i++) {
        if (level->codes[i] >= grouping->question->codes->inside)
            continue;
        const int64_t *fine =
            &tally->cells[tally_level(tally, number, level->codes[i]) * tally->level_size];
        for (size_t j = 0; j < tally->level_size; j++)
            cells[j] += fine[j];
    }
}

void tally_finish(struct tally *tally) {
    for (size_t i = 0; i < tally->questionnaire->grouping_count; i++)
        for (size_t j = 0; j < tally->questionnaire->groupings[i].coarse_count; j++)
            fill_coarse(tally, i, j);
}

/* --- asking --- */

int64_t tally_records(const struct tally *tally, enum answer_status status) {
    return tally->records[status];
}

int64_t tally_read(const struct tally *tally) {
    int64_t sum = 0;
    for (size_t i = 0; i < STATUS_COUNT; i++)
        sum += tally->records[i];
    return sum;
}

int64_t tally_simulated(const struct tally *tally) {
    return tally->simulated;
}

size_t tally_level_count(const struct tally *tally) {
    return tally->level_count;
}

size_t tally_level(const struct tally *tally, size_t grouping, size_t code) {
    return tally->grouping_levels[grouping] + code;
}

size_t tally_coarse_level(const struct tally *tally, size_t grouping, size_t coarse) {
    return tally->grouping_levels[grouping] +
           tally->questionnaire->groupings[grouping].question->codes->inside + coarse;
}

const int64_t *tally_states(const struct tally *tally, size_t level,
                            const struct question *question, size_t row) {
    size_t number = (size_t)(question - tally->questionnaire->questions);
    assert(number < tally->questionnaire->question_count && level < tally->level_count);
    size_t offset = tally->question_offsets[number] + row * layout_unit(question);
    return &tally->cells[level * tally->level_size + offset];
}

const int64_t *tally_values(const struct tally *tally, size_t level,
                            const struct question *question, size_t row) {
    return tally_states(tally, level, question, row) + TALLY_STATES;
}

struct rank_sums tally_order(const struct tally *tally, size_t level,
                             const struct question *question) {
    const int64_t *order = tally_states(tally, level, question, question->row_count);
    return (struct rank_sums){.n = order[LAYOUT_ORDER_COMPLETE],
                              .items = question->row_count,
                              .sums = &order[LAYOUT_ORDER_SUMS],
                              .ties = order[LAYOUT_ORDER_TIES]};
}

int64_t tally_any(const struct tally *tally, size_t level, const struct question *question) {
    return tally_values(tally, level, question, 0)[question->codes->count];
}

const int64_t *tally_ranks(const struct tally *tally, size_t level,
                           const struct question *question, size_t option) {
    return tally_values(tally, level, question, 0) + option * (question->codes->inside + 1);
}

int64_t tally_rank_sum(const struct tally *tally, size_t level, const struct question *question,
                       size_t option) {
    return tally_ranks(tally, level, question, option)[question->codes->inside];
}

const int64_t *tally_score(const struct tally *tally, size_t level, const struct score *score,
                           size_t answered, size_t *count) {
    size_t number = (size_t)(score - tally->questionnaire->scores);
    size_t offset = tally->score_offsets[number] + layout_sum_offset(score, answered);
    *count = layout_sums(score, answered);
    return &tally->cells[level * tally->level_size + offset];
}

struct item_sums tally_items(const struct tally *tally, size_t level,
                             const struct score *score) {
    size_t count;
    const int64_t *totals = tally_score(tally, level, score, score->count, &count);
    struct item_sums items = {.items = score->count, .sums = &totals[count]};
    items.squares = items.sums[score->count];
    for (size_t i = 0; i < count; i++) {
        int64_t total = (int64_t)(score->count + i);
        items.n += totals[i];
        items.total_squares += totals[i] * total * total;
    }
    return items;
}

const int64_t *tally_pairs(const struct tally *tally, size_t level, const struct gap *gap,
                           size_t row) {
    size_t number = (size_t)(gap - tally->questionnaire->gaps);
    size_t offset = tally->gap_offsets[number] + row * layout_gap_row(gap);
    return &tally->cells[level * tally->level_size + offset];
}

const int64_t *tally_unmet_codes(const struct tally *tally, size_t level, const struct gap *gap,
                                 size_t row) {
    return tally_pairs(tally, level, gap, row) + layout_pairs(gap);
}
