#include "ingest/tick_cell_reading.h"

#include <stdio.h>
#include <string.h>

#include "base/language.h"
#include "ingest/heading_text.h"

/* --- what a word says in a reading --- */

/* What a class of words says in a manner; TICK_CELL_NONE: a word of that class contradicts it.
 */
enum { TICK_CELL_NONE = TICK_CELL_UNKNOWN + 1 };

static const int said[][TICK_NO_ANSWER + 1] = {
    [TICK_CELLS_WORDS] = {TICK_CELL_UNKNOWN, TICK_CELL_TICKED, TICK_CELL_EMPTY, TICK_CELL_EMPTY,
                          TICK_CELL_TICKED, TICK_CELL_NONE, TICK_CELL_NOT_SHOWN,
                          TICK_CELL_EMPTY},
    [TICK_CELLS_TWO_IS_NO] = {TICK_CELL_UNKNOWN, TICK_CELL_NONE, TICK_CELL_NONE,
                              TICK_CELL_EMPTY, TICK_CELL_TICKED, TICK_CELL_EMPTY,
                              TICK_CELL_NOT_SHOWN, TICK_CELL_EMPTY},
    [TICK_CELLS_TWO_IS_TICK] = {TICK_CELL_UNKNOWN, TICK_CELL_NONE, TICK_CELL_NONE,
                                TICK_CELL_EMPTY, TICK_CELL_EMPTY, TICK_CELL_TICKED,
                                TICK_CELL_NOT_SHOWN, TICK_CELL_EMPTY},
    [TICK_CELLS_NAMES] = {TICK_CELL_UNKNOWN, TICK_CELL_NONE, TICK_CELL_EMPTY, TICK_CELL_EMPTY,
                          TICK_CELL_NONE, TICK_CELL_NONE, TICK_CELL_NOT_SHOWN, TICK_CELL_EMPTY},
    [TICK_CELLS_NAMES_BUT_WORDS] = {TICK_CELL_UNKNOWN, TICK_CELL_NONE, TICK_CELL_EMPTY,
                                    TICK_CELL_EMPTY, TICK_CELL_NONE, TICK_CELL_NONE,
                                    TICK_CELL_NOT_SHOWN, TICK_CELL_EMPTY},
    [TICK_CELLS_NAMES_FIRST] = {TICK_CELL_UNKNOWN, TICK_CELL_NONE, TICK_CELL_EMPTY,
                                TICK_CELL_EMPTY, TICK_CELL_NONE, TICK_CELL_NONE,
                                TICK_CELL_NOT_SHOWN, TICK_CELL_EMPTY},
    [TICK_CELLS_NUMBERS] = {TICK_CELL_UNKNOWN, TICK_CELL_NONE, TICK_CELL_NONE, TICK_CELL_NONE,
                            TICK_CELL_NONE, TICK_CELL_NONE, TICK_CELL_NOT_SHOWN,
                            TICK_CELL_EMPTY},
    [TICK_CELLS_ONE_WORD] = {TICK_CELL_NONE, TICK_CELL_NONE, TICK_CELL_NONE, TICK_CELL_NONE,
                             TICK_CELL_NONE, TICK_CELL_NONE, TICK_CELL_NOT_SHOWN,
                             TICK_CELL_EMPTY},
    [TICK_CELLS_DECLARED] = {TICK_CELL_UNKNOWN, TICK_CELL_UNKNOWN, TICK_CELL_UNKNOWN,
                             TICK_CELL_UNKNOWN, TICK_CELL_UNKNOWN, TICK_CELL_UNKNOWN,
                             TICK_CELL_NOT_SHOWN, TICK_CELL_EMPTY},
    [TICK_CELLS_MIXED] = {TICK_CELL_UNKNOWN, TICK_CELL_TICKED, TICK_CELL_EMPTY, TICK_CELL_EMPTY,
                          TICK_CELL_TICKED, TICK_CELL_UNKNOWN, TICK_CELL_NOT_SHOWN,
                          TICK_CELL_EMPTY},
    [TICK_CELLS_MIXED_BUT_WORDS] = {TICK_CELL_UNKNOWN, TICK_CELL_TICKED, TICK_CELL_EMPTY,
                                    TICK_CELL_EMPTY, TICK_CELL_TICKED, TICK_CELL_UNKNOWN,
                                    TICK_CELL_NOT_SHOWN, TICK_CELL_EMPTY},
};

static bool is_mixed(enum tick_cell_manner manner) {
    return manner == TICK_CELLS_MIXED || manner == TICK_CELLS_MIXED_BUT_WORDS;
}

static bool has_class(const struct tick_cell_tally *tally, enum tick_class class) {
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++)
            if (tally->columns[i].words[j].class == class &&
                !tally->columns[i].words[j].declared)
                return true;
    return false;
}

/* Words that say not ticked or not shown, unless they are a name. */
static bool is_denial(const struct tick_cell_word *word) {
    return word->class == TICK_NO || word->class == TICK_ZERO || word->class == TICK_NOT_SHOWN;
}

/* True where the word also occurs in a column whose option has another name. */
static bool occurs_elsewhere(const struct tick_cell_tally *tally, const char *key) {
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct tick_cell_word *word = &tally->columns[i].words[j];
            if (!word->own && strcmp(word->key, key) == 0)
                return true;
        }
    return false;
}

static bool is_number_of(const struct tick_cell_column *column, const char *key) {
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)column->meaning + 1);
    return column->meaning >= 0 && strcmp(number, key) == 0;
}

/* One word is no tick in one column and the opposite in another. */
static int apply_name(enum tick_cell_manner manner, const struct tick_cell_tally *tally,
                      const struct tick_cell_word *word) {
    bool denied =
        is_denial(word) && (manner == TICK_CELLS_NAMES_BUT_WORDS ||
                            (manner == TICK_CELLS_NAMES && occurs_elsewhere(tally, word->key)));
    return word->own && !denied ? TICK_CELL_TICKED : said[manner][word->class];
}

/* Where digits and words are together, 1 is a tick as long as no 2 makes it doubtful. A name is
 * a tick in a column without other words for one. */
static int apply_mixed(enum tick_cell_manner manner, const struct tick_cell_tally *tally,
                       const struct tick_cell_column *column,
                       const struct tick_cell_word *word) {
    bool disputed = is_denial(word) || word->class == TICK_TWO;
    if (word->own && !column->has_tick && disputed && manner == TICK_CELLS_MIXED)
        return TICK_CELL_TICKED;
    if (word->own && word->class == TICK_OTHER)
        return column->has_tick ? TICK_CELL_UNKNOWN : TICK_CELL_TICKED;
    if (word->class == TICK_ONE && has_class(tally, TICK_TWO))
        return TICK_CELL_UNKNOWN;
    bool ticks = word->class == TICK_YES || word->class == TICK_ONE;
    if (ticks && !word->own && !column->has_tick)
        return TICK_CELL_NONE;
    return said[manner][word->class];
}

static int find_tick_cell(const struct tick_cell_reading *reading,
                          const struct tick_cell_tally *tally,
                          const struct tick_cell_column *column,
                          const struct tick_cell_word *word) {
    enum tick_cell_manner manner = reading->manner;
    if (word->declared)
        return word->class == TICK_YES ? TICK_CELL_TICKED : TICK_CELL_EMPTY;
    if (word->class == TICK_NO_ANSWER)
        return TICK_CELL_EMPTY;
    if (is_mixed(manner))
        return apply_mixed(manner, tally, column, word);
    if (manner >= TICK_CELLS_NAMES && manner <= TICK_CELLS_NAMES_FIRST)
        return apply_name(manner, tally, word);
    if (manner == TICK_CELLS_NUMBERS && is_number_of(column, word->key))
        return TICK_CELL_TICKED;
    if (manner == TICK_CELLS_ONE_WORD && strcmp(word->key, reading->word) == 0)
        return TICK_CELL_TICKED;
    if (word->own && word->class == TICK_OTHER && manner != TICK_CELLS_DECLARED)
        return TICK_CELL_NONE;
    return said[manner][word->class];
}

bool tick_cell_reading_apply(const struct tick_cell_reading *reading,
                             const struct tick_cell_tally *tally,
                             const struct tick_cell_column *column,
                             const struct tick_cell_word *word, enum tick_cell *tick) {
    int found = find_tick_cell(reading, tally, column, word);
    *tick = found == TICK_CELL_NONE ? TICK_CELL_UNKNOWN : (enum tick_cell)found;
    return found != TICK_CELL_NONE;
}

enum tick_cell tick_cell_reading_other(const struct tick_cell_reading *reading,
                                       const struct tick_cell_tally *tally,
                                       const struct tick_cell_word *word) {
    const struct tick_cell_column column = {.meaning = (int64_t)tally->question->other};
    if (word->declared || word->class == TICK_NO_ANSWER)
        return word->class == TICK_YES ? TICK_CELL_TICKED : TICK_CELL_EMPTY;
    if (word->own ||
        (reading->manner == TICK_CELLS_ONE_WORD && strcmp(word->key, reading->word) == 0))
        return TICK_CELL_TICKED;
    if (reading->manner == TICK_CELLS_NUMBERS && is_number_of(&column, word->key))
        return TICK_CELL_TICKED;
    if (word->class == TICK_ONE)
        return reading->manner == TICK_CELLS_TWO_IS_TICK ? TICK_CELL_EMPTY : TICK_CELL_TICKED;
    if (word->class == TICK_TWO)
        return reading->manner == TICK_CELLS_TWO_IS_TICK ? TICK_CELL_TICKED : TICK_CELL_EMPTY;
    return (enum tick_cell)said[TICK_CELLS_WORDS][word->class];
}

enum tick_cell_digits tick_cell_reading_digits(const struct tick_cell_tally *tally,
                                               const struct tick_cell_reading *reading) {
    bool one = has_class(tally, TICK_ONE);
    return reading->manner == TICK_CELLS_WORDS && one ? DIGITS_ONE_IS_TICK : DIGITS_OPEN;
}

/* --- which reading fits what is in a question's tick cells --- */

/* What is known of a reading. */
struct candidate {
    struct tick_cell_reading reading;
    bool fits;
    size_t unexplained; /* words that it takes for neither a tick nor none */
    bool denies;        /* some word says not ticked, or a name that nothing was shown */
};

struct decision {
    const struct tick_cell_tally *tally;
    struct candidate candidates[TICK_CELL_MANNERS];
    size_t count;
};

typedef bool tick_cell_word_test(const struct tick_cell_word *word);

static bool has_word(const struct tick_cell_tally *tally, tick_cell_word_test *test) {
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++)
            if (test(&tally->columns[i].words[j]))
                return true;
    return false;
}

static bool says_something(const struct tick_cell_word *word) {
    return word->declared || word->own ||
           (word->class != TICK_NOT_SHOWN && word->class != TICK_NO_ANSWER);
}

static bool is_sure_name(const struct tick_cell_word *word) {
    return word->own && word->class != TICK_NO && word->class != TICK_ZERO &&
           word->class != TICK_NOT_SHOWN;
}

static bool is_digit(const struct tick_cell_word *word) {
    return word->class == TICK_ONE || word->class == TICK_TWO;
}

static bool is_two(const struct tick_cell_word *word) {
    return word->class == TICK_TWO;
}

static bool is_zero(const struct tick_cell_word *word) {
    return word->class == TICK_ZERO;
}

static bool is_declared_tick(const struct tick_cell_word *word) {
    return word->declared && word->class == TICK_YES;
}

/* The word that may be a tick for no other reason than that nothing else is in the tick cells;
 * NULL where there are several, one that says something else, or hardly any. */
static const char *find_one_word(const struct tick_cell_tally *tally) {
    const char *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct tick_cell_word *word = &tally->columns[i].words[j];
            if (word->class == TICK_NOT_SHOWN || word->class == TICK_NO_ANSWER)
                continue;
            bool fits = word->class == TICK_TWO || (word->class == TICK_OTHER && !word->named);
            if (!fits || word->declared || (found != NULL && strcmp(found, word->key) != 0))
                return NULL;
            found = word->key;
            count += word->count;
        }
    size_t nothing = tally->count > 1 ? tally->mixed : tally->empty;
    return count > 1 && nothing > 0 ? found : NULL;
}

/* Declared digits are judged already; those that are left follow them. */
static bool is_declared(const struct tick_cell_tally *tally, bool two_is_tick) {
    const struct export_words *lists[] = {&tally->declared->ticked,
                                          &tally->declared->not_ticked};
    for (size_t list = 0; list < 2; list++)
        for (size_t i = 0; i < lists[list]->count; i++) {
            const char *word = lists[list]->words[i];
            bool ticked = list == 0;
            if ((strcmp(word, "2") == 0 && ticked == two_is_tick) ||
                (strcmp(word, "1") == 0 && ticked != two_is_tick))
                return true;
        }
    return false;
}

/* True where a column holds its option's name and another word for not ticked: one of the two
 * is a tick. */
static bool has_name_beside_denial(const struct tick_cell_tally *tally) {
    for (size_t i = 0; i < tally->count; i++) {
        bool name = false, denial = false;
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct tick_cell_word *word = &tally->columns[i].words[j];
            name = name || (word->own && word->class == TICK_NO);
            denial = denial || (!word->own && word->class == TICK_NO);
        }
        if (name && denial)
            return true;
    }
    return false;
}

/* What a manner needs beside words that do not contradict it. */
static bool is_possible(const struct tick_cell_tally *tally, enum tick_cell_manner manner) {
    switch (manner) {
    case TICK_CELLS_WORDS:
    case TICK_CELLS_TWO_IS_NO:
        return !is_declared(tally, true);
    case TICK_CELLS_TWO_IS_TICK: /* 1 and 0 are what they are everywhere */
        return !is_declared(tally, false) &&
               (has_word(tally, is_two) || !has_word(tally, is_zero));
    case TICK_CELLS_NAMES_BUT_WORDS:
        return has_word(tally, is_sure_name) && !has_name_beside_denial(tally);
    case TICK_CELLS_NAMES_FIRST:
        return false;
    default:
        return true;
    }
}

static void try(struct decision *decision, const struct tick_cell_reading *reading) {
    struct candidate *candidate = &decision->candidates[decision->count++];
    const struct tick_cell_tally *tally = decision->tally;
    *candidate = (struct candidate){*reading, is_possible(tally, reading->manner), 0, false};
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct tick_cell_word *word = &tally->columns[i].words[j];
            enum tick_cell tick;
            if (!tick_cell_reading_apply(reading, tally, &tally->columns[i], word, &tick))
                candidate->fits = false;
            candidate->unexplained += tick == TICK_CELL_UNKNOWN ? 1 : 0;
            bool denied = tick == TICK_CELL_EMPTY && word->class != TICK_NO_ANSWER;
            bool lost = tick == TICK_CELL_NOT_SHOWN && word->own;
            candidate->denies = candidate->denies || denied || lost;
        }
}

static void try_all(struct decision *decision) {
    for (enum tick_cell_manner manner = TICK_CELLS_WORDS; manner <= TICK_CELLS_NUMBERS;
         manner++)
        try(decision, &(struct tick_cell_reading){manner, NULL});
    const char *word = find_one_word(decision->tally);
    if (word != NULL && !has_word(decision->tally, is_declared_tick))
        try(decision, &(struct tick_cell_reading){TICK_CELLS_ONE_WORD, word});
}

typedef bool candidate_test(const struct decision *decision, const struct candidate *candidate);

/* Drops the candidates that fail, unless none would be left. */
static void keep(struct decision *decision, candidate_test *test) {
    bool kept[TICK_CELL_MANNERS], any = false;
    for (size_t i = 0; i < decision->count; i++) {
        const struct candidate *candidate = &decision->candidates[i];
        kept[i] = candidate->fits && test(decision, candidate);
        any = any || kept[i];
    }
    for (size_t i = 0; any && i < decision->count; i++)
        decision->candidates[i].fits = kept[i];
}

static bool explains_most(const struct decision *decision, const struct candidate *candidate) {
    for (size_t i = 0; i < decision->count; i++)
        if (decision->candidates[i].fits &&
            decision->candidates[i].unexplained < candidate->unexplained)
            return false;
    return true;
}

static bool takes_two_for_tick(const struct decision *decision,
                               const struct candidate *candidate) {
    (void)decision;
    return candidate->reading.manner == TICK_CELLS_TWO_IS_TICK;
}

static bool takes_one_for_tick(const struct decision *decision,
                               const struct candidate *candidate) {
    return !takes_two_for_tick(decision, candidate);
}

/* Systems that have a word for not ticked write it into every tick cell of a row: half-filled
 * rows are those of systems that leave such tick cells empty. With digits one such row is
 * enough; words may have been deleted by hand, here and there. */
static bool has_such_rows(const struct decision *decision, const struct candidate *candidate) {
    const struct tick_cell_tally *tally = decision->tally;
    enum tick_cell_manner manner = candidate->reading.manner;
    bool digits = manner == TICK_CELLS_TWO_IS_NO || manner == TICK_CELLS_TWO_IS_TICK;
    if (!candidate->denies || tally->count == 1)
        return true;
    return digits ? tally->mixed == 0 : tally->mixed <= tally->full;
}

static bool say_the_same(const struct tick_cell_tally *tally,
                         const struct tick_cell_reading *one,
                         const struct tick_cell_reading *other) {
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct tick_cell_word *word = &tally->columns[i].words[j];
            enum tick_cell left, right;
            tick_cell_reading_apply(one, tally, &tally->columns[i], word, &left);
            tick_cell_reading_apply(other, tally, &tally->columns[i], word, &right);
            if (left != right)
                return false;
        }
    return true;
}

/* The first that fits, and the first that says something else. None fits where a later word has
 * spoilt what was decided: then nothing is decided by the readings. */
static enum tick_cell_outcome conclude(const struct decision *decision,
                                       struct tick_cell_reading readings[2]) {
    bool found = false;
    readings[0] = readings[1] = decision->candidates[0].reading;
    for (size_t i = 0; i < decision->count; i++) {
        const struct candidate *candidate = &decision->candidates[i];
        if (!candidate->fits)
            continue;
        if (found && !say_the_same(decision->tally, &readings[0], &candidate->reading)) {
            readings[1] = candidate->reading;
            return TICK_CELLS_AMBIGUOUS;
        }
        if (!found)
            readings[0] = candidate->reading;
        found = true;
    }
    return found ? TICK_CELLS_DECIDED : TICK_CELLS_AMBIGUOUS;
}

static void try_mixed(struct decision *decision) {
    decision->count = 0;
    try(decision, &(struct tick_cell_reading){TICK_CELLS_MIXED, NULL});
    try(decision, &(struct tick_cell_reading){TICK_CELLS_MIXED_BUT_WORDS, NULL});
}

static bool fits_any(const struct decision *decision) {
    for (size_t i = 0; i < decision->count; i++)
        if (decision->candidates[i].fits)
            return true;
    return false;
}

static bool is_tick_word(const struct tick_cell_word *word) {
    return !word->own && (word->class == TICK_YES || is_digit(word));
}

/* True where a name is taken for a word that denies, although names are ticks here: R writes NA
 * for an empty tick cell, and an option may be called so. */
static bool loses_ticks(const struct tick_cell_tally *tally,
                        const struct tick_cell_reading *reading) {
    bool names =
        reading->manner == TICK_CELLS_NAMES || reading->manner == TICK_CELLS_NAMES_BUT_WORDS;
    bool ticks = has_word(tally, is_tick_word);
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct tick_cell_word *word = &tally->columns[i].words[j];
            enum tick_cell tick;
            tick_cell_reading_apply(reading, tally, &tally->columns[i], word, &tick);
            bool denied = tick == TICK_CELL_EMPTY || tick == TICK_CELL_NOT_SHOWN;
            if (word->own && !word->declared && denied && word->class != TICK_NO_ANSWER &&
                (names || (word->class == TICK_NOT_SHOWN && !ticks)))
                return true;
        }
    return false;
}

enum tick_cell_outcome tick_cell_reading_decide(const struct tick_cell_tally *tally,
                                                enum tick_cell_digits digits,
                                                struct tick_cell_reading readings[2]) {
    struct decision decision = {.tally = tally};
    if (tally->declared->ticked.count > 0 && tally->declared->not_ticked.count > 0) {
        readings[0] = (struct tick_cell_reading){TICK_CELLS_DECLARED, NULL};
        return TICK_CELLS_DECIDED;
    }
    try_all(&decision);
    keep(&decision, explains_most);
    if (!fits_any(&decision))
        try_mixed(&decision);
    if (digits == DIGITS_TWO_IS_TICK &&
        (has_word(tally, is_digit) || !has_word(tally, says_something)))
        keep(&decision, takes_two_for_tick);
    if (digits == DIGITS_ONE_IS_TICK)
        keep(&decision, takes_one_for_tick);
    keep(&decision, has_such_rows);
    enum tick_cell_outcome outcome = conclude(&decision, readings);
    if (outcome == TICK_CELLS_DECIDED && loses_ticks(tally, &readings[0])) {
        readings[1] = (struct tick_cell_reading){TICK_CELLS_NAMES_FIRST, NULL};
        return TICK_CELLS_AMBIGUOUS;
    }
    if (outcome == TICK_CELLS_DECIDED && !has_word(tally, says_something))
        return TICK_CELLS_EMPTY;
    return outcome;
}

/* --- what is said of readings to the organisers --- */

enum { MOST_SHOWN = 6, LONGEST_SHOWN = 30 };

/* Words of which one tick cell says something, each key once. */
struct shown {
    const struct tick_cell_word *words[MOST_SHOWN];
    size_t count;
    bool more;
};

static void show(struct shown *shown, const struct tick_cell_word *word) {
    for (size_t i = 0; i < shown->count; i++)
        if (strcmp(shown->words[i]->key, word->key) == 0)
            return;
    if (shown->count == MOST_SHOWN)
        shown->more = true;
    else
        shown->words[shown->count++] = word;
}

bool tick_cell_word_is_private(const struct tick_cell_word *word) {
    return word->class == TICK_OTHER && !word->own && !word->declared;
}

static bool is_ticked(const struct tick_cell_reading *reading,
                      const struct tick_cell_tally *tally,
                      const struct tick_cell_column *column,
                      const struct tick_cell_word *word) {
    enum tick_cell tick;
    return tick_cell_reading_apply(reading, tally, column, word, &tick) &&
           tick == TICK_CELL_TICKED;
}

static bool is_denied(const struct tick_cell_reading *reading,
                      const struct tick_cell_tally *tally,
                      const struct tick_cell_column *column,
                      const struct tick_cell_word *word) {
    enum tick_cell tick;
    return tick_cell_reading_apply(reading, tally, column, word, &tick) &&
           (tick == TICK_CELL_EMPTY || tick == TICK_CELL_NOT_SHOWN);
}

static bool differ(const struct tick_cell_tally *tally, const struct tick_cell_column *column,
                   const struct tick_cell_word *word, const struct tick_cell_reading *one,
                   const struct tick_cell_reading *other) {
    enum tick_cell left, right;
    tick_cell_reading_apply(one, tally, column, word, &left);
    tick_cell_reading_apply(other, tally, column, word, &right);
    return left != right;
}

static void add_words(struct text *text, const struct shown *shown) {
    for (size_t i = 0; i < shown->count; i++) {
        const struct tick_cell_word *word = shown->words[i];
        const char *quote = strchr(word->bytes, ' ') != NULL ? "\"" : "";
        text_add_format(text, " %s%s%s", quote, word->bytes, quote);
    }
}

void tick_cell_reading_declare(struct text *text, const struct tick_cell_tally *tally,
                               const struct tick_cell_reading *reading,
                               const struct tick_cell_reading *other) {
    struct shown ticked = {.count = 0}, denied = {.count = 0};
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct tick_cell_column *column = &tally->columns[i];
            const struct tick_cell_word *word = &column->words[j];
            bool digit = word->class == TICK_ONE || word->class == TICK_TWO;
            if (word->declared || (!digit && !differ(tally, column, word, reading, other)))
                continue;
            if (is_ticked(reading, tally, column, word))
                show(&ticked, word);
            else if (is_denied(reading, tally, column, word))
                show(&denied, word);
        }
    if (ticked.count > 0) {
        text_add(text, "ticked =");
        add_words(text, &ticked);
    }
    if (denied.count > 0) {
        text_add(text, ticked.count > 0 ? ", not_ticked =" : "not_ticked =");
        add_words(text, &denied);
    }
    if (reading->manner == TICK_CELLS_TWO_IS_TICK)
        text_add(text,
                 language_pick(" (as SoSci Survey writes)", " (so schreibt SoSci Survey)"));
    if (reading->manner == TICK_CELLS_TWO_IS_NO)
        text_add(text, language_pick(" (as LimeSurvey writes)", " (so schreibt LimeSurvey)"));
}

static void add_quoted(struct text *text, const struct shown *shown) {
    for (size_t i = 0; i < shown->count; i++) {
        text_add(text, i > 0 ? ", '" : "'");
        heading_text_shorten(text, shown->words[i]->bytes, shown->words[i]->length,
                             LONGEST_SHOWN);
        text_add(text, "'");
    }
    if (shown->more)
        text_add(text, ", ...");
}

static void describe_ticks(struct text *text, const struct shown *ticked, bool names) {
    if (ticked->count == 0 && !names) {
        text_add(text, language_pick("none ticked", "keins angekreuzt"));
        return;
    }
    if (names)
        text_add(text, language_pick("the option's name", "der Name der Option"));
    if (names && ticked->count > 0)
        text_add(text, ", ");
    add_quoted(text, ticked);
    text_add(text, language_pick(" is ticked", " ist angekreuzt"));
}

/* "Ja" may be what an option is called, too: then it is a tick as in any other tick cell. */
static bool is_name(const struct tick_cell_reading *reading,
                    const struct tick_cell_word *word) {
    bool as_name =
        reading->manner == TICK_CELLS_NAMES || reading->manner == TICK_CELLS_NAMES_BUT_WORDS;
    return word->own && !word->declared && (as_name || word->class == TICK_OTHER);
}

void tick_cell_reading_describe(struct text *text, const struct tick_cell_tally *tally,
                                const struct tick_cell_reading *reading) {
    struct shown ticked = {.count = 0}, denied = {.count = 0};
    bool names = false, unknown = false;
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct tick_cell_column *column = &tally->columns[i];
            const struct tick_cell_word *word = &column->words[j];
            bool tick = is_ticked(reading, tally, column, word);
            if (tick && is_name(reading, word))
                names = true;
            else if (tick && !tick_cell_word_is_private(word))
                show(&ticked, word);
            else if (tick)
                unknown = true;
            else if (word->class != TICK_NOT_SHOWN && is_denied(reading, tally, column, word) &&
                     !tick_cell_word_is_private(word))
                show(&denied, word);
        }
    if (reading->manner == TICK_CELLS_NUMBERS)
        text_add(text, language_pick("the option's number is ticked",
                                     "die Nummer der Option ist angekreuzt"));
    else if (unknown)
        text_add(text, language_pick("the one word there is a tick",
                                     "das eine Wort darin ist ein Kreuz"));
    else
        describe_ticks(text, &ticked, names);
    text_add(text, denied.count > 0 ? ", " : "");
    add_quoted(text, &denied);
    if (denied.count > 0)
        text_add(text, language_pick(" is not", " nicht"));
}
