/* What is in the tick cells of one question: which words, in which of its columns, and whether
 * whole rows of tick cells are filled. A tally lives in the arena that it was made in; the
 * questionnaire, the spelling and the marks outlive it. */
#ifndef INGEST_TICK_CELL_TALLY_H
#define INGEST_TICK_CELL_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "ingest/columns.h"
#include "ingest/missing_marks.h"
#include "ingest/spelling.h"
#include "survey/cell.h"
#include "survey/tick_words.h"

/* A word as written in a column. */
struct tick_cell_word {
    const char *bytes; /* NUL-terminated, as in the file */
    size_t length;
    const char *key; /* as tick_key makes it */
    enum tick_class class;
    bool declared; /* the questionnaire says that it is a tick, or none */
    bool own;      /* what the option of the column is called */
    bool named;    /* what any option of the question is called */
    size_t count;
    enum tick_cell tick; /* what it says, once that was decided */
};

/* The column of one option, or of don't know. */
struct tick_cell_column {
    size_t column;   /* in the file, from 1 */
    int64_t meaning; /* position of the option, or SPELLING_DK */
    bool has_tick;   /* a word for a tick is there that is not the option's name */
    struct tick_cell_word *words;
    size_t count;
};

struct tick_cell_tally {
    struct arena *arena;
    const struct question *question;
    const struct spelling *spelling;
    const struct missing_marks *marks;
    const struct tick_words *declared;
    struct tick_cell_column *columns; /* that of "other" is not among them: it holds any text */
    size_t count;
    struct tick_cell_column **by_option; /* NULL: none; behind the options that of don't know */
    /* Rows of tick cells: with a word in each, in some, in none. */
    size_t full, mixed, empty;
};

/* NULL where the question has no columns of tick cells in the file. */
struct tick_cell_tally *
tick_cell_tally_new(struct arena *arena, const struct questionnaire *questionnaire,
                    const struct question *question, const struct spelling *spelling,
                    const struct missing_marks *marks, const struct question_columns *columns);
/* Adds a record as wide as the header, in valid UTF-8. */
void tick_cell_tally_add(struct tick_cell_tally *tally, const struct csv_record *record);
/* What the word is in that column; the cell is trimmed and not empty, key is its own and
 * outlives the result. Nothing is counted. */
struct tick_cell_word tick_cell_tally_judge(const struct tick_cell_tally *tally,
                                            int64_t meaning, const struct cell *cell,
                                            const char *key);
/* The column of the option, or of SPELLING_DK; NULL where it has none. */
struct tick_cell_column *tick_cell_tally_column(const struct tick_cell_tally *tally,
                                                int64_t meaning);
/* The word as written in the column, or NULL. */
struct tick_cell_word *tick_cell_column_find(const struct tick_cell_column *column,
                                             const struct cell *cell);
/* Keeps a copy of the word; false where the column has as many as can be kept. */
bool tick_cell_tally_keep(struct tick_cell_tally *tally, struct tick_cell_column *column,
                          struct tick_cell_word word);

#endif
