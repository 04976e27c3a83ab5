#include "ingest/box_reading.h"

#include <stdio.h>
#include <string.h>

/* What a class of words says in a manner; BOX_NONE: a word of that class contradicts it. */
enum { BOX_NONE = BOX_UNKNOWN + 1 };

static const int said[][TICK_NO_ANSWER + 1] = {
    [BOXES_WORDS] = {BOX_UNKNOWN, BOX_TICKED, BOX_EMPTY, BOX_EMPTY, BOX_TICKED, BOX_NONE,
                     BOX_NOT_SHOWN, BOX_EMPTY},
    [BOXES_TWO_IS_NO] = {BOX_UNKNOWN, BOX_NONE, BOX_NONE, BOX_EMPTY, BOX_TICKED, BOX_EMPTY,
                         BOX_NOT_SHOWN, BOX_EMPTY},
    [BOXES_TWO_IS_TICK] = {BOX_UNKNOWN, BOX_NONE, BOX_NONE, BOX_EMPTY, BOX_EMPTY, BOX_TICKED,
                           BOX_NOT_SHOWN, BOX_EMPTY},
    [BOXES_NAMES] = {BOX_UNKNOWN, BOX_NONE, BOX_EMPTY, BOX_EMPTY, BOX_NONE, BOX_NONE,
                     BOX_NOT_SHOWN, BOX_EMPTY},
    [BOXES_NAMES_BUT_WORDS] = {BOX_UNKNOWN, BOX_NONE, BOX_EMPTY, BOX_EMPTY, BOX_NONE, BOX_NONE,
                               BOX_NOT_SHOWN, BOX_EMPTY},
    [BOXES_NAMES_FIRST] = {BOX_UNKNOWN, BOX_NONE, BOX_EMPTY, BOX_EMPTY, BOX_NONE, BOX_NONE,
                           BOX_NOT_SHOWN, BOX_EMPTY},
    [BOXES_NUMBERS] = {BOX_UNKNOWN, BOX_NONE, BOX_NONE, BOX_NONE, BOX_NONE, BOX_NONE,
                       BOX_NOT_SHOWN, BOX_EMPTY},
    [BOXES_ONE_WORD] = {BOX_NONE, BOX_NONE, BOX_NONE, BOX_NONE, BOX_NONE, BOX_NONE,
                        BOX_NOT_SHOWN, BOX_EMPTY},
    [BOXES_DECLARED] = {BOX_UNKNOWN, BOX_UNKNOWN, BOX_UNKNOWN, BOX_UNKNOWN, BOX_UNKNOWN,
                        BOX_UNKNOWN, BOX_NOT_SHOWN, BOX_EMPTY},
    [BOXES_MIXED] = {BOX_UNKNOWN, BOX_TICKED, BOX_EMPTY, BOX_EMPTY, BOX_TICKED, BOX_UNKNOWN,
                     BOX_NOT_SHOWN, BOX_EMPTY},
    [BOXES_MIXED_BUT_WORDS] = {BOX_UNKNOWN, BOX_TICKED, BOX_EMPTY, BOX_EMPTY, BOX_TICKED,
                               BOX_UNKNOWN, BOX_NOT_SHOWN, BOX_EMPTY},
};

static bool is_mixed(enum box_manner manner) {
    return manner == BOXES_MIXED || manner == BOXES_MIXED_BUT_WORDS;
}

static bool has_class(const struct box_tally *tally, enum tick_class class) {
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++)
            if (tally->columns[i].words[j].class == class &&
                !tally->columns[i].words[j].declared)
                return true;
    return false;
}

/* Words that say not ticked or not shown, unless they are a name. */
static bool is_denial(const struct box_word *word) {
    return word->class == TICK_NO || word->class == TICK_ZERO || word->class == TICK_NOT_SHOWN;
}

/* True where the word also stands in a column whose option has another name. */
static bool stands_elsewhere(const struct box_tally *tally, const char *key) {
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct box_word *word = &tally->columns[i].words[j];
            if (!word->own && strcmp(word->key, key) == 0)
                return true;
        }
    return false;
}

static bool is_number_of(const struct box_column *column, const char *key) {
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)column->meaning + 1);
    return column->meaning >= 0 && strcmp(number, key) == 0;
}

/* One word is no tick in one column and the opposite in another. */
static int apply_name(enum box_manner manner, const struct box_tally *tally,
                      const struct box_word *word) {
    bool denied =
        is_denial(word) && (manner == BOXES_NAMES_BUT_WORDS ||
                            (manner == BOXES_NAMES && stands_elsewhere(tally, word->key)));
    return word->own && !denied ? BOX_TICKED : said[manner][word->class];
}

/* Where digits and words stand together, 1 is a tick as long as no 2 makes it doubtful. A name
 * is a tick in a column without other words for one. */
static int apply_mixed(enum box_manner manner, const struct box_tally *tally,
                       const struct box_column *column, const struct box_word *word) {
    bool disputed = is_denial(word) || word->class == TICK_TWO;
    if (word->own && !column->has_tick && disputed && manner == BOXES_MIXED)
        return BOX_TICKED;
    if (word->own && word->class == TICK_OTHER)
        return column->has_tick ? BOX_UNKNOWN : BOX_TICKED;
    if (word->class == TICK_ONE && has_class(tally, TICK_TWO))
        return BOX_UNKNOWN;
    bool ticks = word->class == TICK_YES || word->class == TICK_ONE;
    if (ticks && !word->own && !column->has_tick)
        return BOX_NONE;
    return said[manner][word->class];
}

static int find_box(const struct box_reading *reading, const struct box_tally *tally,
                    const struct box_column *column, const struct box_word *word) {
    enum box_manner manner = reading->manner;
    if (word->declared)
        return word->class == TICK_YES ? BOX_TICKED : BOX_EMPTY;
    if (word->class == TICK_NO_ANSWER)
        return BOX_EMPTY;
    if (is_mixed(manner))
        return apply_mixed(manner, tally, column, word);
    if (manner >= BOXES_NAMES && manner <= BOXES_NAMES_FIRST)
        return apply_name(manner, tally, word);
    if (manner == BOXES_NUMBERS && is_number_of(column, word->key))
        return BOX_TICKED;
    if (manner == BOXES_ONE_WORD && strcmp(word->key, reading->word) == 0)
        return BOX_TICKED;
    if (word->own && word->class == TICK_OTHER && manner != BOXES_DECLARED)
        return BOX_NONE;
    return said[manner][word->class];
}

bool box_reading_apply(const struct box_reading *reading, const struct box_tally *tally,
                       const struct box_column *column, const struct box_word *word,
                       enum box *box) {
    int found = find_box(reading, tally, column, word);
    *box = found == BOX_NONE ? BOX_UNKNOWN : (enum box)found;
    return found != BOX_NONE;
}

enum box box_reading_other(const struct box_reading *reading, const struct box_tally *tally,
                           const struct box_word *word) {
    const struct box_column column = {.meaning = (int64_t)tally->question->other};
    if (word->declared || word->class == TICK_NO_ANSWER)
        return word->class == TICK_YES ? BOX_TICKED : BOX_EMPTY;
    if (word->own ||
        (reading->manner == BOXES_ONE_WORD && strcmp(word->key, reading->word) == 0))
        return BOX_TICKED;
    if (reading->manner == BOXES_NUMBERS && is_number_of(&column, word->key))
        return BOX_TICKED;
    if (word->class == TICK_ONE)
        return reading->manner == BOXES_TWO_IS_TICK ? BOX_EMPTY : BOX_TICKED;
    if (word->class == TICK_TWO)
        return reading->manner == BOXES_TWO_IS_TICK ? BOX_TICKED : BOX_EMPTY;
    return (enum box)said[BOXES_WORDS][word->class];
}

enum box_digits box_reading_digits(const struct box_tally *tally,
                                   const struct box_reading *reading) {
    bool one = has_class(tally, TICK_ONE);
    return reading->manner == BOXES_WORDS && one ? DIGITS_ONE_IS_TICK : DIGITS_OPEN;
}
