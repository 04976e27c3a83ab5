/* Which reading of a question's boxes fits what stands in them. */
#include <string.h>

#include "base/number.h"
#include "ingest/box_reading.h"

/* What is known of a reading. */
struct candidate {
    struct box_reading reading;
    bool fits;
    size_t unexplained; /* words that it takes for neither a tick nor none */
    bool denies;        /* some word says not ticked, or a name that nothing was shown */
};

struct decision {
    const struct box_tally *tally;
    struct candidate candidates[BOX_MANNERS];
    size_t count;
};

typedef bool box_word_test(const struct box_word *word);

static bool has_word(const struct box_tally *tally, box_word_test *test) {
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++)
            if (test(&tally->columns[i].words[j]))
                return true;
    return false;
}

static bool says_something(const struct box_word *word) {
    return word->declared || word->own ||
           (word->class != TICK_NOT_SHOWN && word->class != TICK_NO_ANSWER);
}

static bool is_sure_name(const struct box_word *word) {
    return word->own && word->class != TICK_NO && word->class != TICK_ZERO &&
           word->class != TICK_NOT_SHOWN;
}

static bool is_digit(const struct box_word *word) {
    return word->class == TICK_ONE || word->class == TICK_TWO;
}

static bool is_two(const struct box_word *word) {
    return word->class == TICK_TWO;
}

static bool is_zero(const struct box_word *word) {
    return word->class == TICK_ZERO;
}

static bool is_declared_tick(const struct box_word *word) {
    return word->declared && word->class == TICK_YES;
}

/* The word that may be a tick for no other reason than that nothing else stands in the boxes;
 * NULL where there are several, one that says something else, or hardly any. */
static const char *find_one_word(const struct box_tally *tally) {
    const char *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct box_word *word = &tally->columns[i].words[j];
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
static bool is_declared(const struct box_tally *tally, bool two_is_tick) {
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
static bool has_name_beside_denial(const struct box_tally *tally) {
    for (size_t i = 0; i < tally->count; i++) {
        bool name = false, denial = false;
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct box_word *word = &tally->columns[i].words[j];
            name = name || (word->own && word->class == TICK_NO);
            denial = denial || (!word->own && word->class == TICK_NO);
        }
        if (name && denial)
            return true;
    }
    return false;
}

/* What a manner needs beside words that do not contradict it. */
static bool is_possible(const struct box_tally *tally, enum box_manner manner) {
    switch (manner) {
    case BOXES_WORDS:
    case BOXES_TWO_IS_NO:
        return !is_declared(tally, true);
    case BOXES_TWO_IS_TICK: /* 1 and 0 are what they are everywhere */
        return !is_declared(tally, false) &&
               (has_word(tally, is_two) || !has_word(tally, is_zero));
    case BOXES_NAMES_BUT_WORDS:
        return has_word(tally, is_sure_name) && !has_name_beside_denial(tally);
    case BOXES_NAMES_FIRST:
        return false;
    default:
        return true;
    }
}

static void try(struct decision *decision, const struct box_reading *reading) {
    struct candidate *candidate = &decision->candidates[decision->count++];
    const struct box_tally *tally = decision->tally;
    *candidate = (struct candidate){*reading, is_possible(tally, reading->manner), 0, false};
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct box_word *word = &tally->columns[i].words[j];
            enum box box;
            if (!box_reading_apply(reading, tally, &tally->columns[i], word, &box))
                candidate->fits = false;
            candidate->unexplained += box == BOX_UNKNOWN ? 1 : 0;
            bool denied = box == BOX_EMPTY && word->class != TICK_NO_ANSWER;
            bool lost = box == BOX_NOT_SHOWN && word->own;
            candidate->denies = candidate->denies || denied || lost;
        }
}

static void try_all(struct decision *decision) {
    for (enum box_manner manner = BOXES_WORDS; manner <= BOXES_NUMBERS; manner++)
        try(decision, &(struct box_reading){manner, NULL});
    const char *word = find_one_word(decision->tally);
    if (word != NULL && !has_word(decision->tally, is_declared_tick))
        try(decision, &(struct box_reading){BOXES_ONE_WORD, word});
}

typedef bool candidate_test(const struct decision *decision, const struct candidate *candidate);

/* Drops the candidates that fail, unless none would be left. */
static void keep(struct decision *decision, candidate_test *test) {
    bool kept[BOX_MANNERS], any = false;
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
    return candidate->reading.manner == BOXES_TWO_IS_TICK;
}

static bool takes_one_for_tick(const struct decision *decision,
                               const struct candidate *candidate) {
    return !takes_two_for_tick(decision, candidate);
}

/* Systems that have a word for not ticked write it into every box of a row: half-filled rows
 * are those of systems that leave such boxes empty. With digits one such row is enough; words
 * may have been deleted by hand, here and there. */
static bool has_such_rows(const struct decision *decision, const struct candidate *candidate) {
    const struct box_tally *tally = decision->tally;
    enum box_manner manner = candidate->reading.manner;
    bool digits = manner == BOXES_TWO_IS_NO || manner == BOXES_TWO_IS_TICK;
    if (!candidate->denies || tally->count == 1)
        return true;
    return digits ? tally->mixed == 0 : tally->mixed <= tally->full;
}

static bool say_the_same(const struct box_tally *tally, const struct box_reading *one,
                         const struct box_reading *other) {
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct box_word *word = &tally->columns[i].words[j];
            enum box left, right;
            box_reading_apply(one, tally, &tally->columns[i], word, &left);
            box_reading_apply(other, tally, &tally->columns[i], word, &right);
            if (left != right)
                return false;
        }
    return true;
}

/* The first that fits, and the first that says something else. None fits where a later word has
 * spoilt what was decided: then nothing is told by the readings. */
static enum box_outcome conclude(const struct decision *decision,
                                 struct box_reading readings[2]) {
    bool found = false;
    readings[0] = readings[1] = decision->candidates[0].reading;
    for (size_t i = 0; i < decision->count; i++) {
        const struct candidate *candidate = &decision->candidates[i];
        if (!candidate->fits)
            continue;
        if (found && !say_the_same(decision->tally, &readings[0], &candidate->reading)) {
            readings[1] = candidate->reading;
            return BOXES_AMBIGUOUS;
        }
        if (!found)
            readings[0] = candidate->reading;
        found = true;
    }
    return found ? BOXES_DECIDED : BOXES_AMBIGUOUS;
}

static void try_mixed(struct decision *decision) {
    decision->count = 0;
    try(decision, &(struct box_reading){BOXES_MIXED, NULL});
    try(decision, &(struct box_reading){BOXES_MIXED_BUT_WORDS, NULL});
}

static bool fits_any(const struct decision *decision) {
    for (size_t i = 0; i < decision->count; i++)
        if (decision->candidates[i].fits)
            return true;
    return false;
}

static bool is_tick_word(const struct box_word *word) {
    return !word->own && (word->class == TICK_YES || is_digit(word));
}

/* True where a name is taken for a word that denies, although names are ticks here: R writes
 * NA for an empty box, and an option may be called so. */
static bool loses_ticks(const struct box_tally *tally, const struct box_reading *reading) {
    bool names = reading->manner == BOXES_NAMES || reading->manner == BOXES_NAMES_BUT_WORDS;
    bool ticks = has_word(tally, is_tick_word);
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct box_word *word = &tally->columns[i].words[j];
            enum box box;
            box_reading_apply(reading, tally, &tally->columns[i], word, &box);
            bool denied = box == BOX_EMPTY || box == BOX_NOT_SHOWN;
            if (word->own && !word->declared && denied && word->class != TICK_NO_ANSWER &&
                (names || (word->class == TICK_NOT_SHOWN && !ticks)))
                return true;
        }
    return false;
}

enum box_outcome box_reading_decide(const struct box_tally *tally, enum box_digits digits,
                                    struct box_reading readings[2]) {
    struct decision decision = {.tally = tally};
    if (tally->declared->ticked.count > 0 && tally->declared->not_ticked.count > 0) {
        readings[0] = (struct box_reading){BOXES_DECLARED, NULL};
        return BOXES_DECIDED;
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
    enum box_outcome outcome = conclude(&decision, readings);
    if (outcome == BOXES_DECIDED && loses_ticks(tally, &readings[0])) {
        readings[1] = (struct box_reading){BOXES_NAMES_FIRST, NULL};
        return BOXES_AMBIGUOUS;
    }
    if (outcome == BOXES_DECIDED && !has_word(tally, says_something))
        return BOXES_EMPTY;
    return outcome;
}
