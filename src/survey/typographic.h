/* What word processors write instead of what was typed: blanks of other kinds, and quotes. All
 * bytes are valid UTF-8; nothing is allocated. */
#ifndef SURVEY_TYPOGRAPHIC_H
#define SURVEY_TYPOGRAPHIC_H

#include <stdbool.h>
#include <stddef.h>

/* Moves *start and *end inwards over all blanks, visible or not, that word processors write. */
void typographic_trim(const char *bytes, size_t *start, size_t *end);

enum typographic_quoting {
    TYPOGRAPHIC_NONE,  /* no quotes at the ends, or quotes that belong to the text */
    TYPOGRAPHIC_WHOLE, /* one pair of such quotes surrounds all of it */
    TYPOGRAPHIC_HALF   /* a double quote at one end, and no other in it */
};

/* How a text begins and ends. */
enum typographic_quoting typographic_quoting(const char *text);

/* True where a word of a list begins or ends with such a quote. An apostrophe at the end, as in
 * "Jungs’", is not one. */
bool typographic_quoted_word(const char *word, size_t length);

#endif
