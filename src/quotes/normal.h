/* The forms in which the text of a quote is kept and compared. What is appended to a struct
 * text belongs to its owner; all strings are UTF-8. */
#ifndef QUOTES_NORMAL_H
#define QUOTES_NORMAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum { KEY_SIZE = 17 }; /* 16 hexadecimal digits and a NUL */

/* The tidy form, in which a text is shown and printed: NFC; every line a paragraph, empty ones
 * left out, joined by LF; other white space one blank, none at either end; no controls, bidi
 * controls, noncharacters or invisible characters but the joiners that emoji need. Appends to
 * result. */
void normal_tidy(struct text *result, const char *bytes, size_t length);

/* The number of a quote: the beginning of the SHA-256 of the question, LF and the tidy text
 * with its paragraphs joined by blanks. So white space and line breaks do not change it. */
void normal_key(char key[KEY_SIZE], const char *question, const char *tidy);

/* True where two tidy texts differ in white space at most. */
bool normal_same(const char *one, const char *other);

/* True where Windows-1252 has every character of a tidy text. */
bool normal_fits_windows(const char *tidy);

/* True where found is what an editor makes of a tidy text when it saves it as Windows-1252:
 * each character that is unknown there has become one ASCII character (two where it lies beyond
 * U+FFFF), all others stand. */
bool normal_same_in_windows(const char *tidy, const char *found);

#endif
