#include "ingest/left_out.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "ingest/heading_text.h"
#include "survey/headings.h"
#include "survey/ini_suggestion.h"

enum { SHOWN_HEADING = 60, NAMED_PHRASES = 5, MOST_SUGGESTIONS = 500 };

/* A heading that is not left out, for suggestions. */
struct kept {
    const char *heading;
    size_t length;
};

struct left_out {
    const struct questionnaire *questionnaire;
    bool *found; /* by phrase */
    size_t columns;
    struct arena *memory;
    const char *forms[MOST_SUGGESTIONS]; /* of the kept ones, folded */
    struct kept kept[MOST_SUGGESTIONS];
    size_t kept_count;
};

struct left_out *left_out_new(const struct questionnaire *questionnaire) {
    struct left_out *left_out = memory_allocate(1, sizeof *left_out);
    left_out->questionnaire = questionnaire;
    left_out->memory = arena_new();
    left_out->found = arena_allocate(left_out->memory, questionnaire->ingest.ignore.count,
                                     sizeof *left_out->found);
    return left_out;
}

void left_out_free(struct left_out *left_out) {
    if (left_out == NULL)
        return;
    arena_free(left_out->memory);
    free(left_out);
}

static void keep(struct left_out *left_out, const char *heading, size_t length) {
    if (left_out->kept_count == MOST_SUGGESTIONS)
        return;
    size_t next = left_out->kept_count++;
    left_out->forms[next] = heading_text_form(left_out->memory, heading, length);
    left_out->kept[next] =
        (struct kept){arena_copy_bytes(left_out->memory, heading, length), length};
}

bool left_out_column(struct left_out *left_out, const char *heading, size_t length) {
    const struct export_words *ignore = &left_out->questionnaire->ingest.ignore;
    bool any = false;
    for (size_t i = 0; i < ignore->count; i++) {
        const char *phrase = ignore->words[i];
        if (headings_same(heading, length, phrase, strlen(phrase)) ||
            headings_is_mangled(heading, length, phrase, strlen(phrase)))
            any = left_out->found[i] = true;
    }
    left_out->columns++;
    if (ignore->count > 0 && !any)
        keep(left_out, heading, length);
    return any;
}

static const struct kept *find_like(const struct left_out *left_out, const char *phrase) {
    const char *form = heading_text_form(left_out->memory, phrase, strlen(phrase));
    const char *like = ini_suggestion(form, left_out->forms, left_out->kept_count);
    for (size_t i = 0; like != NULL && i < left_out->kept_count; i++)
        if (strcmp(left_out->forms[i], like) == 0)
            return &left_out->kept[i];
    return NULL;
}

static void add_phrase(struct text *text, const char *phrase) {
    text_add(text, text->length > 0 ? ", '" : "'");
    heading_text_shorten(text, phrase, strlen(phrase), SHOWN_HEADING);
    text_add(text, "'");
}

static void warn_of_like(const char *phrase, const struct kept *like,
                         const struct diag_place *place, struct diag *diag) {
    struct text missed = {0}, near = {0};
    add_phrase(&missed, phrase);
    heading_text_shorten(&near, like->heading, like->length, SHOWN_HEADING);
    diag_add(diag, DIAG_WARNING, place,
             "no column is headed %s, which [ingest] ignore names; is it '%s'?",
             "keine Spalte heißt %s, wie es [ingest] ignore nennt; ist '%s' gemeint?",
             text_string(&missed), text_string(&near));
    text_free(&missed);
    text_free(&near);
}

static void warn_of_rest(const struct text *rest, size_t count, const struct diag_place *place,
                         struct diag *diag) {
    if (count == 0)
        return;
    diag_add(diag, DIAG_WARNING, place,
             "no column is headed %s%s, which [ingest] ignore names; a heading of several "
             "words stands in double quotes there: ignore = \"HEADING\"",
             "keine Spalte heißt %s%s, wie es [ingest] ignore nennt; eine Überschrift aus "
             "mehreren Wörtern steht dort in doppelten Anführungszeichen: ignore = "
             "\"ÜBERSCHRIFT\"",
             text_string(rest), count > NAMED_PHRASES ? ", ..." : "");
}

void left_out_warn(const struct left_out *left_out, struct diag *diag) {
    const struct export_words *ignore = &left_out->questionnaire->ingest.ignore;
    const struct diag_place place = {.file = left_out->questionnaire->file};
    struct text rest = {0};
    size_t count = 0;
    for (size_t i = 0; left_out->columns > 0 && i < ignore->count; i++) {
        const struct kept *like =
            left_out->found[i] ? NULL : find_like(left_out, ignore->words[i]);
        if (like != NULL)
            warn_of_like(ignore->words[i], like, &place, diag);
        else if (!left_out->found[i] && count++ < NAMED_PHRASES)
            add_phrase(&rest, ignore->words[i]);
    }
    warn_of_rest(&rest, count, &place, diag);
    text_free(&rest);
}
