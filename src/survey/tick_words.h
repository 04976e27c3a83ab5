/* The words that form systems write into the column of an option. Nothing is allocated but what
 * is said. */
#ifndef SURVEY_TICK_WORDS_H
#define SURVEY_TICK_WORDS_H

#include <stddef.h>

#include "base/text.h"
#include "survey/cell.h"

/* What a word says by itself, in whatever system. Digits say nothing until the question's other
 * tick cells have been seen: 2 is no in LimeSurvey and a tick in SoSci Survey. */
enum tick_class {
    TICK_OTHER, /* none of the words: the option's name, or anything */
    TICK_YES,
    TICK_NO,
    TICK_ZERO,
    TICK_ONE,
    TICK_TWO,
    TICK_NOT_SHOWN, /* "N/A", as where nothing was asked */
    TICK_NO_ANSWER  /* what the questionnaire declares so: never by the table */
};

/* Appends the form in which the words of tick cells are compared: folded, and a whole number
 * without the decimals that a program has given it ("1.0" and "1,00" are "1"). The bytes must
 * be valid UTF-8. */
void tick_key(struct text *key, const char *bytes, size_t length);
/* The class of a word in that form. */
enum tick_class tick_class(const char *key);
/* The same of a folded word, for those alone that say it beside any other cells. */
enum tick_class tick_class_plain(const char *form);

/* What is in a tick cell that can be ticked. */
enum tick_cell { TICK_CELL_NOT_SHOWN, TICK_CELL_EMPTY, TICK_CELL_TICKED, TICK_CELL_UNKNOWN };

/* What a word says where no question's tick cells were decided (tick_cells.h), such as in the
 * text beside one: only what form systems mean by it everywhere. The cell is trimmed and not
 * empty. */
enum tick_cell tick_cell_word(const struct cell *cell);

#endif
