/* A voice speaks a catalogue's language: phrases, numbers, counts, dates, lists and quotations.
 * Every string that it returns lies in its arena and lives as long as that; the voice owns
 * neither arena nor catalogue. */
#ifndef WORDING_VOICE_H
#define WORDING_VOICE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "wording/catalogue.h"
#include "wording/rounding.h"

struct voice {
    const struct catalogue *catalogue;
    struct arena *arena;
};

/* A phrase filled from pairs of placeholder and value, ended by NULL. */
const char *voice_say(const struct voice *voice, enum phrase phrase, ...)
    __attribute__((sentinel));

/* The form of a phrase that count takes in the catalogue's language; phrase is any of its
 * forms, such as PHRASE_SURE_TIPPING_ONE or PHRASE_LIST_MORE. */
enum phrase voice_plural(const struct voice *voice, enum phrase phrase, int64_t count);
/* The same of a phrase with the forms none and all: that for 0, for the whole base if that is
 * more than 1, or for count. */
enum phrase voice_form(const struct voice *voice, enum phrase phrase, int64_t count,
                       int64_t base);

/* "1322", "12 792": thousands are set apart from five digits on. */
const char *voice_whole(const struct voice *voice, int64_t value);
/* "4,2" */
const char *voice_rounded(const struct voice *voice, struct rounded value);
/* "92 %", "mehr als 99 %", or NULL below 20 answers. */
const char *voice_percent(const struct voice *voice, int64_t count, int64_t base);
/* For columns of percent: "92", "> 99", or the mark for no figure below 20 answers. */
const char *voice_percent_cell(const struct voice *voice, int64_t count, int64_t base);

/* For columns: "24 von 26", always with both numbers. */
const char *voice_of(const struct voice *voice, int64_t count, int64_t base);
/* For sentences: "120 von 200 (60 %)", below 100 answers "7 von 12"; "alle 12", "niemand von
 * den 12". */
const char *voice_share(const struct voice *voice, int64_t count, int64_t base);

/* "13. März 2021" from a checked YYYY-MM-DD. */
const char *voice_date(const struct voice *voice, const char *date);
/* "26. Februar bis 14. März 2021", without repeating month or year; one date where both are the
 * same. */
const char *voice_period(const struct voice *voice, const char *from, const char *to);

/* „string“; marks of the same kind inside become those of the second level. */
const char *voice_quote(const struct voice *voice, const char *string);
/* "A, B und C"; "" for none. */
const char *voice_list(const struct voice *voice, const char *const *items, size_t count);
/* "A, B, C und weitere": at most five are named. */
const char *voice_names(const struct voice *voice, const char *const *items, size_t count);
/* The same list with "oder". */
const char *voice_choice(const struct voice *voice, const char *const *items, size_t count);

#endif
