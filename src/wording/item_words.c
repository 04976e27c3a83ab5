#include "wording/item_words.h"

#include <string.h>

const char *item_label(const struct teller *teller, const struct item *item) {
    return teller_code_label(teller, item->label);
}

const char *items_names(const struct teller *teller, const struct items *items, size_t first,
                        size_t end) {
    const char **names = arena_allocate(teller->voice.arena, end - first + 1, sizeof *names);
    for (size_t i = first; i < end; i++)
        names[i - first] = voice_quote(&teller->voice, item_label(teller, &items->item[i]));
    return voice_names(&teller->voice, names, end - first);
}

const char *items_shares(const struct teller *teller, const struct items *items, size_t first,
                         size_t end) {
    const struct voice *voice = &teller->voice;
    bool same = true;
    const char **shares = arena_allocate(voice->arena, end - first, sizeof *shares),
               **figures = arena_allocate(voice->arena, end - first, sizeof *figures);
    for (size_t i = first; i < end; i++) {
        const struct figure *figure = &items->item[i].figure;
        same = same && figure->count == items->item[first].figure.count &&
               figure->base == items->item[first].figure.base;
        shares[i - first] = voice_share(voice, figure->count, figure->base);
        bool part = figure->count > 0 && figure->count < figure->base;
        if (part) /* the percentages of several make a sentence too long to be read */
            figures[i - first] = voice_of(voice, figure->count, figure->base);
        else
            figures[i - first] = shares[i - first];
    }
    const struct figure *figure = &items->item[first].figure;
    /* Nobody is nobody, and all are all, of each. */
    if (same && (figure->count == 0 || figure->count == figure->base))
        return shares[0];
    if (same)
        return voice_say(voice, PHRASE_NUMBER_EACH, "share", shares[0], NULL);
    return voice_names(voice, figures, end - first);
}

/* One sentence per rule, for hidden items that are together. */
static size_t note_hidden(const struct teller *teller, const struct items *items,
                          const char **notes) {
    size_t end = items->count + items->hidden, noted = 0;
    for (size_t i = items->count, last; i < end; i = last) {
        const char *rule = items->item[i].figure.rule;
        const char **names = arena_allocate(teller->voice.arena, end - i, sizeof *names);
        size_t count = 0;
        for (last = i; last < end && strcmp(items->item[last].figure.rule, rule) == 0; last++)
            names[count++] =
                voice_quote(&teller->voice, item_label(teller, &items->item[last]));
        notes[noted++] = voice_say(&teller->voice, PHRASE_HIDDEN_ITEMS, "labels",
                                   voice_list(&teller->voice, names, count), "why",
                                   teller_why(teller, rule), NULL);
    }
    return noted;
}

/* Why some are behind the others. */
static const char *say_thin(const struct teller *teller, const struct items *items) {
    const char **names = arena_allocate(teller->voice.arena, items->count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < items->count; i++)
        if (items_too_few(items->item[i].figure.base))
            names[count++] = voice_quote(&teller->voice, item_label(teller, &items->item[i]));
    return voice_say(&teller->voice, PHRASE_HIDDEN_THIN, "labels",
                     voice_list(&teller->voice, names, count), "count",
                     teller_whole(teller, ITEMS_LEAST_BASE), NULL);
}

const char *const *items_notes(const struct teller *teller, const struct items *items,
                               size_t *count) {
    const char **notes = arena_allocate(teller->voice.arena, items->hidden + 3, sizeof *notes);
    size_t end = items->count + items->hidden;
    *count = 0;
    if (items->merged != NULL)
        notes[(*count)++] = voice_say(&teller->voice, PHRASE_HIDDEN_COARSE, "why",
                                      teller_why(teller, items->merged), NULL);
    if (items_ranked(items) < items->count)
        notes[(*count)++] = say_thin(teller, items);
    *count += note_hidden(teller, items, notes + *count);
    if (items->empty > 0)
        notes[(*count)++] =
            voice_say(&teller->voice, PHRASE_HIDDEN_EMPTY, "labels",
                      items_names(teller, items, end, end + items->empty), NULL);
    return notes;
}
