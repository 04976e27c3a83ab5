#include "wording/statement_sides.h"

#include <string.h>

#include "wording/statement_words.h"
#include "wording/terms.h"

enum { MOST_LABELS = 3 };

/* The labels one by one, or, of many neighbours, the first and the last. */
static const char *name_codes(const struct teller *teller, const struct question *question,
                              const struct side *side) {
    const struct code *codes = question->codes->codes;
    const char **labels = arena_allocate(teller->voice.arena, side->count + 1, sizeof *labels);
    bool neighbours = side->codes[side->count - 1] - side->codes[0] + 1 == side->count;
    for (size_t i = 0; i < side->count; i++)
        labels[i] = words_code(teller, &codes[side->codes[i]]);
    if (side->count > MOST_LABELS && neighbours)
        return voice_say(&teller->voice, PHRASE_STATEMENT_SIDE_RANGE, "first", labels[0],
                         "last", labels[side->count - 1], NULL);
    return voice_choice(&teller->voice, labels, side->count);
}

const char *sides_name(const struct teller *teller, const struct question *question,
                       const struct side *side) {
    switch (side->kind) {
    case SIDE_SET:
        return voice_quote(&teller->voice, teller_label(teller, &side->set->label));
    case SIDE_TOP:
        return terms_top(teller, question);
    case SIDE_BOTTOM:
        return terms_bottom(teller, question);
    case SIDE_CODES:
        break;
    }
    return name_codes(teller, question, side);
}

const struct saying *sides_verb(const struct teller *teller, const struct question *question,
                                const struct side *side) {
    const struct code_list *codes = question->codes;
    const struct saying *verb = NULL;
    if (side->kind == SIDE_SET)
        verb = &side->set->say;
    else if (side->kind == SIDE_TOP)
        verb = &codes->say_top;
    else if (side->kind == SIDE_BOTTOM)
        verb = &codes->say_bottom;
    else if (side->count == 1 && codes->say != NULL)
        verb = &codes->say[side->codes[0]];
    return verb != NULL && teller_label(teller, &verb->many)[0] != '\0' ? verb : NULL;
}

const char *sides_say_one(const struct teller *teller, const struct question *question,
                          const struct side *side, const char *item, bool *apart) {
    const struct figure *figure = &side->figure;
    const struct saying *verb = sides_verb(teller, question, side);
    *apart = verb != NULL;
    if (verb != NULL)
        return words_saying(teller, verb, item, words_share(teller, figure), figure->count);
    if (side->kind == SIDE_CODES && side->count == 1 && figure->count == figure->base)
        return voice_say(&teller->voice, PHRASE_STATEMENT_UNANIMOUS, "label",
                         sides_name(teller, question, side), "base",
                         teller_whole(teller, figure->base), NULL);
    return voice_say(
        &teller->voice,
        voice_form(&teller->voice, PHRASE_STATEMENT_FALL_NONE, figure->count, figure->base),
        "side", sides_name(teller, question, side), "answers", words_answers(teller, figure),
        NULL);
}

/* A verb that begins with its number goes on behind a comma: "8 wollen keines". Others would
 * name again what the sentence is about. */
static bool goes_on(const struct teller *teller, const struct saying *verb) {
    return verb != NULL && strncmp(teller_label(teller, &verb->many), "{k}", 3) == 0 &&
           !words_saying_has_item(teller, verb);
}

/* The other side in short. */
static const char *with_rest(const struct teller *teller, const struct question *question,
                             const struct side *side, const char *sentence, bool apart) {
    const struct figure *figure = &side->figure;
    const struct saying *verb = sides_verb(teller, question, side);
    const char *count = teller_whole(teller, figure->count);
    if (goes_on(teller, verb) && figure->count > 0)
        return voice_say(&teller->voice, PHRASE_STATEMENT_GOES_ON, "first", sentence, "next",
                         words_saying(teller, verb, "", count, figure->count), NULL);
    enum phrase none = apart ? PHRASE_STATEMENT_REST_APART_NONE : PHRASE_STATEMENT_REST_NONE;
    return voice_say(
        &teller->voice, voice_form(&teller->voice, none, figure->count, figure->base),
        "sentence", sentence, "side", sides_name(teller, question, side), "count", count, NULL);
}

const char *sides_say(const struct teller *teller, const struct question *question,
                      const struct sides *sides, const char *item, bool *named) {
    bool apart;
    *named = false;
    if (sides->origin == SIDES_NONE)
        return NULL;
    const char *sentence = sides_say_one(teller, question, &sides->first, item, &apart);
    const struct saying *verb = sides_verb(teller, question, &sides->first);
    *named = verb != NULL; /* the organiser wrote a whole sentence */
    bool all = sides->first.figure.count == sides->first.figure.base;
    if (sides->second.count == 0 || all)
        return sentence;
    return with_rest(teller, question, &sides->second, sentence, apart);
}
