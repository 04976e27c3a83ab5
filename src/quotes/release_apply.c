#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "quotes/marks.h"
#include "quotes/release_parts.h"
#include "quotes/windows.h"
#include "quotes/words.h"

static struct diag_place place_of(const struct release *release,
                                  const struct release_block *block) {
    return (struct diag_place){release->file, block->line, 0, block->key};
}

static void refuse_twice(struct diag *diag, const struct diag_place *place, size_t line) {
    diag_add(diag, DIAG_ERROR, place,
             "this number stands in line %zu already: keep one of the two",
             "diese Nummer steht schon in Zeile %zu: Bitte nur eine der beiden behalten", line);
}

/* Every quote at most once: else a wrapped line of one quote could decide about another. */
static bool find_quotes(const struct release *release, struct quotes *quotes,
                        struct diag *diag) {
    bool fine = true;
    for (size_t i = 0; i < release->count; i++) {
        const struct release_block *block = &release->blocks[i];
        struct quote *quote = quotes_find(quotes, block->key);
        struct diag_place place = place_of(release, block);
        if (quote == NULL)
            continue;
        if (quote->line > 0) {
            fine = false;
            refuse_twice(diag, &place, quote->line);
        }
        quote->line = block->line;
    }
    return fine;
}

/* Takes over the text of the file where it is another than the original. Returns whether it can
 * be judged: not where an editor has put question marks for some of its characters. */
static bool take_text(struct quote *quote, const struct release_block *block, bool windows) {
    struct text tidy = {0};
    quotation_tidy(&tidy, text_string(&block->text), block->text.length);
    bool same = tidy.length == 0 || quotation_same(quote->original, tidy.bytes) ||
                (windows && windows_same(quote->original, tidy.bytes));
    if (same) {
        text_free(&tidy);
        return true;
    }
    quote->edited = tidy.bytes;
    quote->marks = marks_find(quote->edited);
    quote->marks |= (unsigned)marks_damaged(quote->edited, quote->original) << MARK_DAMAGED;
    return !windows || windows_fits(quote->original);
}

/* The tick holds for the text below it: it was put since the previous run, or the text is
 * still that of then. */
static bool holds_for_text(const struct release_block *block, const struct quote *quote) {
    char key[QUOTATION_KEY_SIZE];
    quotation_key(key, quote->question->id, quote_text(quote));
    return block->released[0] == '\0' || strcmp(block->released, key) == 0;
}

static void warn_of_marks(struct diag *diag, const struct diag_place *place, unsigned marks) {
    struct text names = {0};
    words_add_marks(&names, language_is_german() ? "de" : "en", marks);
    diag_add(diag, DIAG_WARNING, place, "[x] does not count as long as the text has: %s",
             "[x] gilt nicht, solange im Text steht: %s", text_string(&names));
    text_free(&names);
}

static void decide(struct quote *quote, const struct release_block *block, bool legible,
                   const struct diag_place *place, struct diag *diag) {
    if (!block->ticked)
        return;
    if (block->text.length == 0 && !block->gone) {
        diag_add(diag, DIAG_WARNING, place,
                 "[x] does not count: there is no text below it; the original is put back",
                 "[x] gilt nicht: Darunter fehlt der Text; der ursprüngliche wird wieder "
                 "eingesetzt");
    } else if (!legible) {
        quote->changed = true;
        diag_add(diag, DIAG_WARNING, place,
                 "[x] does not count: the file was saved as Windows-1252, which lacks "
                 "characters of this text; save it as UTF-8",
                 "[x] gilt nicht: Die Datei wurde als Windows-1252 (ANSI) gespeichert, dem "
                 "Zeichen dieses Textes fehlen; speichern Sie sie als UTF-8");
    } else if (!holds_for_text(block, quote)) {
        quote->changed = true;
        diag_add(diag, DIAG_WARNING, place,
                 "[x] does not count: the text has changed since it was released",
                 "[x] gilt nicht: Der Text wurde nach der Freigabe geändert");
    } else if (quote->marks != 0) {
        warn_of_marks(diag, place, quote->marks);
    } else {
        quote->released = true;
    }
}

/* A quote that is kept was reported when it was gone. */
static void drop(struct quotes *quotes, const struct release_block *block,
                 const struct questionnaire *questionnaire, const struct diag_place *place,
                 struct diag *diag) {
    bool kept = gone_keep(quotes, block, questionnaire);
    if (block->gone)
        return;
    diag_add(diag, DIAG_NOTE, place, "%s", "%s",
             kept
                 ? language_pick("this quotation is no longer among the answers; what you "
                                 "decided is kept at the end of the file",
                                 "dieses Zitat ist nicht mehr unter den Antworten; Ihre "
                                 "Entscheidung bleibt am Ende der Datei aufgehoben")
                 : language_pick("this quotation is no longer among the answers, and drops out",
                                 "dieses Zitat ist nicht mehr unter den Antworten und "
                                 "entfällt"));
}

static bool settle_gone(const struct release *release, struct quotes *quotes,
                        struct diag *diag) {
    bool fine = true;
    gone_sort(quotes);
    for (size_t i = 1; i < quotes->gone_count; i++) {
        const struct gone_quote *gone = &quotes->gone[i], *other = gone - 1;
        struct diag_place place = {release->file, gone->line, 0, gone->key};
        if (strcmp(gone->key, other->key) != 0)
            continue;
        refuse_twice(diag, &place, other->line);
        fine = false;
    }
    return fine;
}

bool release_apply(const struct release *release, struct quotes *quotes,
                   const struct questionnaire *questionnaire, struct diag *diag,
                   struct release_changes *changes) {
    *changes = (struct release_changes){0};
    if (!find_quotes(release, quotes, diag))
        return false;
    for (size_t i = 0; i < release->count; i++) {
        const struct release_block *block = &release->blocks[i];
        struct quote *quote = quotes_find(quotes, block->key);
        struct diag_place place = place_of(release, block);
        if (quote == NULL) {
            changes->vanished += !block->gone;
            drop(quotes, block, questionnaire, &place, diag);
            continue;
        }
        bool legible = take_text(quote, block, release->windows);
        decide(quote, block, legible, &place, diag);
    }
    if (!settle_gone(release, quotes, diag))
        return false;
    for (size_t i = 0; i < quotes->count; i++)
        changes->added += quotes->rows[i].line == 0;
    return true;
}
