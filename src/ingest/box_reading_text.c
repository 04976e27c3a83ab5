/* What is said of readings to the organisers. */
#include <string.h>

#include "base/language.h"
#include "ingest/binding_table.h"
#include "ingest/box_reading.h"

enum { MOST_SHOWN = 6, LONGEST_SHOWN = 30 };

/* Words of which one box says something, each key once. */
struct shown {
    const struct box_word *words[MOST_SHOWN];
    size_t count;
    bool more;
};

static void show(struct shown *shown, const struct box_word *word) {
    for (size_t i = 0; i < shown->count; i++)
        if (strcmp(shown->words[i]->key, word->key) == 0)
            return;
    if (shown->count == MOST_SHOWN)
        shown->more = true;
    else
        shown->words[shown->count++] = word;
}

bool box_word_is_private(const struct box_word *word) {
    return word->class == TICK_OTHER && !word->own && !word->declared;
}

static bool is_ticked(const struct box_reading *reading, const struct box_tally *tally,
                      const struct box_column *column, const struct box_word *word) {
    enum box box;
    return box_reading_apply(reading, tally, column, word, &box) && box == BOX_TICKED;
}

static bool is_denied(const struct box_reading *reading, const struct box_tally *tally,
                      const struct box_column *column, const struct box_word *word) {
    enum box box;
    return box_reading_apply(reading, tally, column, word, &box) &&
           (box == BOX_EMPTY || box == BOX_NOT_SHOWN);
}

static bool differ(const struct box_tally *tally, const struct box_column *column,
                   const struct box_word *word, const struct box_reading *one,
                   const struct box_reading *other) {
    enum box left, right;
    box_reading_apply(one, tally, column, word, &left);
    box_reading_apply(other, tally, column, word, &right);
    return left != right;
}

static void add_words(struct text *text, const struct shown *shown) {
    for (size_t i = 0; i < shown->count; i++) {
        const struct box_word *word = shown->words[i];
        const char *quote = strchr(word->bytes, ' ') != NULL ? "\"" : "";
        text_add_format(text, " %s%s%s", quote, word->bytes, quote);
    }
}

void box_reading_declare(struct text *text, const struct box_tally *tally,
                         const struct box_reading *reading, const struct box_reading *other) {
    struct shown ticked = {.count = 0}, denied = {.count = 0};
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct box_column *column = &tally->columns[i];
            const struct box_word *word = &column->words[j];
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
    if (reading->manner == BOXES_TWO_IS_TICK)
        text_add(text,
                 language_pick(" (as SoSci Survey writes)", " (so schreibt SoSci Survey)"));
    if (reading->manner == BOXES_TWO_IS_NO)
        text_add(text, language_pick(" (as LimeSurvey writes)", " (so schreibt LimeSurvey)"));
}

static void add_quoted(struct text *text, const struct shown *shown) {
    for (size_t i = 0; i < shown->count; i++) {
        text_add(text, i > 0 ? ", '" : "'");
        binding_shorten(text, shown->words[i]->bytes, shown->words[i]->length, LONGEST_SHOWN);
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

/* "Ja" may be what an option is called, too: then it is a tick as in any other box. */
static bool is_name(const struct box_reading *reading, const struct box_word *word) {
    bool as_name = reading->manner == BOXES_NAMES || reading->manner == BOXES_NAMES_BUT_WORDS;
    return word->own && !word->declared && (as_name || word->class == TICK_OTHER);
}

void box_reading_describe(struct text *text, const struct box_tally *tally,
                          const struct box_reading *reading) {
    struct shown ticked = {.count = 0}, denied = {.count = 0};
    bool names = false, unknown = false;
    for (size_t i = 0; i < tally->count; i++)
        for (size_t j = 0; j < tally->columns[i].count; j++) {
            const struct box_column *column = &tally->columns[i];
            const struct box_word *word = &column->words[j];
            bool tick = is_ticked(reading, tally, column, word);
            if (tick && is_name(reading, word))
                names = true;
            else if (tick && !box_word_is_private(word))
                show(&ticked, word);
            else if (tick)
                unknown = true;
            else if (word->class != TICK_NOT_SHOWN && is_denied(reading, tally, column, word) &&
                     !box_word_is_private(word))
                show(&denied, word);
        }
    if (reading->manner == BOXES_NUMBERS)
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
