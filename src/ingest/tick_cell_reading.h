/* How the tick cells of a question are read: decided over all of its columns, never by one
 * cell. Nothing is allocated. */
#ifndef INGEST_TICK_CELL_READING_H
#define INGEST_TICK_CELL_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "ingest/tick_cell_tally.h"

enum tick_cell_manner {
    TICK_CELLS_WORDS,           /* words for ticked and not; 1 and 0 */
    TICK_CELLS_TWO_IS_NO,       /* 1 and 2 as LimeSurvey converts Y and N */
    TICK_CELLS_TWO_IS_TICK,     /* 2 and 1 as SoSci Survey writes */
    TICK_CELLS_NAMES,           /* the option's name and nothing, or a word for not ticked */
    TICK_CELLS_NAMES_BUT_WORDS, /* likewise, but an option's name that is a word for not ticked
                              or not shown is that word */
    TICK_CELLS_NAMES_FIRST,     /* likewise, but an option's name is a tick even where the word
                                   occurs in other columns: never decided, since it cannot be known
                                 */
    TICK_CELLS_NUMBERS,         /* the number of the option and nothing */
    TICK_CELLS_ONE_WORD,        /* the same word in all tick cells, and nothing */
    TICK_CELLS_DECLARED,        /* as the questionnaire says, both ways */
    TICK_CELLS_MIXED,           /* column by column: words, or else the option's name */
    TICK_CELLS_MIXED_BUT_WORDS, /* likewise, with the exception of above */
    TICK_CELL_MANNERS
};

struct tick_cell_reading {
    enum tick_cell_manner manner;
    const char *word; /* the key of TICK_CELLS_ONE_WORD */
};

/* What the digits mean in the file's other tick cells, or in the system that wrote it. */
enum tick_cell_digits { DIGITS_OPEN, DIGITS_ONE_IS_TICK, DIGITS_TWO_IS_TICK };

enum tick_cell_outcome {
    TICK_CELLS_DECIDED,
    TICK_CELLS_EMPTY,    /* decided by default: no word is in them */
    TICK_CELLS_AMBIGUOUS /* two readings fit */
};

/* Decides by what was tallied. Both readings are set where the outcome is ambiguous, else the
 * first. */
enum tick_cell_outcome tick_cell_reading_decide(const struct tick_cell_tally *tally,
                                                enum tick_cell_digits digits,
                                                struct tick_cell_reading readings[2]);
/* What the word says in that column; false where it contradicts the reading. */
bool tick_cell_reading_apply(const struct tick_cell_reading *reading,
                             const struct tick_cell_tally *tally,
                             const struct tick_cell_column *column,
                             const struct tick_cell_word *word, enum tick_cell *tick);
/* What the digits mean where the question shows it by itself, for those that do not. */
enum tick_cell_digits tick_cell_reading_digits(const struct tick_cell_tally *tally,
                                               const struct tick_cell_reading *reading);
/* What is in the column of "other", where any text may be. */
enum tick_cell tick_cell_reading_other(const struct tick_cell_reading *reading,
                                       const struct tick_cell_tally *tally,
                                       const struct tick_cell_word *word);
/* True where any text may be in the word, so that no message may show it. */
bool tick_cell_word_is_private(const struct tick_cell_word *word);
/* Appends the lines of a questionnaire that declare the reading, for the words on which it and
 * the other differ and the digits: "ticked = 2, not_ticked = 1". */
void tick_cell_reading_declare(struct text *text, const struct tick_cell_tally *tally,
                               const struct tick_cell_reading *reading,
                               const struct tick_cell_reading *other);
/* Appends what was recognised, in the language of the messages: "'Ja' is ticked, 'Nein' is
 * not". */
void tick_cell_reading_describe(struct text *text, const struct tick_cell_tally *tally,
                                const struct tick_cell_reading *reading);

#endif
