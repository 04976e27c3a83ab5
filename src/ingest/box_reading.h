/* How the boxes of a question are read: decided over all of its columns, never by one cell.
 * Nothing is allocated. */
#ifndef INGEST_BOX_READING_H
#define INGEST_BOX_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "ingest/box_tally.h"

enum box_manner {
    BOXES_WORDS,           /* words for ticked and not; 1 and 0 */
    BOXES_TWO_IS_NO,       /* 1 and 2 as LimeSurvey converts Y and N */
    BOXES_TWO_IS_TICK,     /* 2 and 1 as SoSci Survey writes */
    BOXES_NAMES,           /* the option's name and nothing, or a word for not ticked */
    BOXES_NAMES_BUT_WORDS, /* likewise, but an option's name that is a word for not ticked or
                              not shown is that word */
    BOXES_NAMES_FIRST,     /* likewise, but an option's name is a tick even where the word
                              stands in other columns: never decided, since it cannot be told */
    BOXES_NUMBERS,         /* the number of the option and nothing */
    BOXES_ONE_WORD,        /* the same word in all boxes, and nothing */
    BOXES_DECLARED,        /* as the questionnaire says, both ways */
    BOXES_MIXED,           /* column by column: words, or else the option's name */
    BOXES_MIXED_BUT_WORDS, /* likewise, with the exception of above */
    BOX_MANNERS
};

struct box_reading {
    enum box_manner manner;
    const char *word; /* the key of BOXES_ONE_WORD */
};

/* What the digits mean in the file's other boxes, or in the system that wrote it. */
enum box_digits { DIGITS_OPEN, DIGITS_ONE_IS_TICK, DIGITS_TWO_IS_TICK };

enum box_outcome {
    BOXES_DECIDED,
    BOXES_EMPTY,    /* decided by default: no word stands in them */
    BOXES_AMBIGUOUS /* two readings fit */
};

/* Decides by what was tallied. Both readings are set where the outcome is ambiguous, else the
 * first. */
enum box_outcome box_reading_decide(const struct box_tally *tally, enum box_digits digits,
                                    struct box_reading readings[2]);
/* What the word says in that column; false where it contradicts the reading. */
bool box_reading_apply(const struct box_reading *reading, const struct box_tally *tally,
                       const struct box_column *column, const struct box_word *word,
                       enum box *box);
/* What the digits mean where the question shows it by itself, for those that do not. */
enum box_digits box_reading_digits(const struct box_tally *tally,
                                   const struct box_reading *reading);
/* What stands in the column of "other", where any text may stand. */
enum box box_reading_other(const struct box_reading *reading, const struct box_tally *tally,
                           const struct box_word *word);
/* True where any text may stand in the word, so that no message may show it. */
bool box_word_is_private(const struct box_word *word);
/* Appends the lines of a questionnaire that declare the reading, for the words on which it and
 * the other differ and the digits: "ticked = 2, not_ticked = 1". */
void box_reading_declare(struct text *text, const struct box_tally *tally,
                         const struct box_reading *reading, const struct box_reading *other);
/* Appends what was recognised, in the language of the messages: "'Ja' is ticked, 'Nein' is
 * not". */
void box_reading_describe(struct text *text, const struct box_tally *tally,
                          const struct box_reading *reading);

#endif
