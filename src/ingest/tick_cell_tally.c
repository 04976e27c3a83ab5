#include "ingest/tick_cell_tally.h"

#include <string.h>

#include "survey/cell.h"

/* Texts that somebody has pasted into tick cells need not be kept. */
enum { MOST_WORDS = 24, MOST_OTHERS = 8, LONGEST_WORD = 200 };

static size_t option_place(const struct tick_cell_tally *tally, int64_t meaning) {
    return meaning == SPELLING_DK ? tally->question->codes->count : (size_t)meaning;
}

static void add_column(struct tick_cell_tally *tally, size_t column, int64_t meaning) {
    if (column == 0)
        return;
    struct tick_cell_column *added = &tally->columns[tally->count++];
    *added = (struct tick_cell_column){.column = column, .meaning = meaning};
    tally->by_option[option_place(tally, meaning)] = added;
    added->words = arena_allocate(tally->arena, MOST_WORDS, sizeof *added->words);
}

/* A question's own words replace those for all. */
static const struct tick_words *find_declared(const struct questionnaire *questionnaire,
                                              const struct question *question) {
    bool own =
        question->tick_cells.ticked.count > 0 || question->tick_cells.not_ticked.count > 0;
    return own ? &question->tick_cells : &questionnaire->ingest.tick_cells;
}

struct tick_cell_tally *
tick_cell_tally_new(struct arena *arena, const struct questionnaire *questionnaire,
                    const struct question *question, const struct spelling *spelling,
                    const struct missing_marks *marks, const struct question_columns *columns) {
    bool ticks = question_answer(question) == ANSWER_TICK;
    if ((!ticks && !question_has_one_code(question)) || !columns->found)
        return NULL;
    size_t options = question->codes->count;
    struct tick_cell_tally *tally = arena_allocate(arena, 1, sizeof *tally);
    *tally = (struct tick_cell_tally){.arena = arena,
                                      .question = question,
                                      .spelling = spelling,
                                      .marks = marks,
                                      .declared = find_declared(questionnaire, question)};
    tally->columns = arena_allocate(arena, options + 1, sizeof *tally->columns);
    tally->by_option = arena_allocate(arena, options + 1, sizeof(struct tick_cell_column *));
    for (size_t i = 0; i < options; i++)
        if (!question->has_other || question->other != i)
            add_column(tally, ticks ? columns->items[i] : columns->options[i], (int64_t)i);
    add_column(tally, columns->dk, SPELLING_DK);
    return tally->count > 0 ? tally : NULL;
}

static bool is_among(const struct export_words *words, const char *key) {
    bool found = false;
    for (size_t i = 0; i < words->count && !found; i++) {
        struct text form = {0};
        tick_key(&form, words->words[i], strlen(words->words[i]));
        found = strcmp(text_string(&form), key) == 0;
        text_free(&form);
    }
    return found;
}

static enum tick_class find_class(const struct tick_cell_tally *tally, const struct cell *cell,
                                  const char *key, bool *declared) {
    *declared = true;
    if (is_among(&tally->declared->ticked, key))
        return TICK_YES;
    if (is_among(&tally->declared->not_ticked, key))
        return TICK_NO;
    *declared = false;
    return missing_marks_declared(tally->marks, cell) ? TICK_NO_ANSWER : tick_class(key);
}

struct tick_cell_word tick_cell_tally_judge(const struct tick_cell_tally *tally,
                                            int64_t meaning, const struct cell *cell,
                                            const char *key) {
    struct tick_cell_word word = {.bytes = cell->bytes, .length = cell->length, .key = key};
    int64_t found = spelling_read(tally->spelling, cell->bytes, cell->length);
    /* "1.0" is the option that is called 1. */
    if (found == SPELLING_UNKNOWN)
        found = spelling_read(tally->spelling, key, strlen(key));
    word.class = find_class(tally, cell, key, &word.declared);
    word.own = found == meaning;
    word.named = found >= 0 || found == SPELLING_DK;
    return word;
}

struct tick_cell_column *tick_cell_tally_column(const struct tick_cell_tally *tally,
                                                int64_t meaning) {
    return tally->by_option[option_place(tally, meaning)];
}

struct tick_cell_word *tick_cell_column_find(const struct tick_cell_column *column,
                                             const struct cell *cell) {
    for (size_t i = 0; i < column->count; i++)
        if (column->words[i].length == cell->length &&
            memcmp(column->words[i].bytes, cell->bytes, cell->length) == 0)
            return &column->words[i];
    return NULL;
}

static bool is_other(const struct tick_cell_word *word) {
    return word->class == TICK_OTHER && !word->own && !word->declared;
}

bool tick_cell_tally_keep(struct tick_cell_tally *tally, struct tick_cell_column *column,
                          struct tick_cell_word word) {
    size_t others = 0;
    for (size_t i = 0; i < column->count; i++)
        others += is_other(&column->words[i]) ? 1 : 0;
    if (column->count == MOST_WORDS || word.length > LONGEST_WORD ||
        (is_other(&word) && others == MOST_OTHERS))
        return false;
    word.bytes = arena_copy_bytes(tally->arena, word.bytes, word.length);
    word.key = arena_copy(tally->arena, word.key);
    column->words[column->count++] = word;
    return true;
}

static void count_cell(struct tick_cell_tally *tally, struct tick_cell_column *column,
                       const struct cell *cell, size_t *filled) {
    struct tick_cell_word *known = tick_cell_column_find(column, cell);
    if (known == NULL) {
        struct text key = {0};
        tick_key(&key, cell->bytes, cell->length);
        struct tick_cell_word word =
            tick_cell_tally_judge(tally, column->meaning, cell, text_string(&key));
        bool ticks = word.class == TICK_YES || word.class == TICK_ONE;
        column->has_tick = column->has_tick || (ticks && !word.own);
        if (tick_cell_tally_keep(tally, column, word))
            known = &column->words[column->count - 1];
        text_free(&key);
    }
    if (known == NULL) {
        ++*filled;
        return;
    }
    known->count++;
    bool nothing = known->class == TICK_NOT_SHOWN || known->class == TICK_NO_ANSWER;
    *filled += nothing && !known->own ? 0 : 1;
}

void tick_cell_tally_add(struct tick_cell_tally *tally, const struct csv_record *record) {
    size_t filled = 0;
    for (size_t i = 0; i < tally->count; i++) {
        const struct csv_field *field = &record->fields[tally->columns[i].column - 1];
        const struct cell cell =
            cell_trimmed((struct cell){field->bytes, field->length, false});
        if (cell.length > 0)
            count_cell(tally, &tally->columns[i], &cell, &filled);
    }
    tally->full += filled == tally->count ? 1 : 0;
    tally->mixed += filled > 0 && filled < tally->count ? 1 : 0;
    tally->empty += filled == 0 ? 1 : 0;
}
