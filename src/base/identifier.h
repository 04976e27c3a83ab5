/* A name that programs can use, out of words that people use. Nothing is kept. */
#ifndef BASE_IDENTIFIER_H
#define BASE_IDENTIFIER_H

#include <stddef.h>

#include "base/text.h"

/* Appends what of the words fits [a-z][a-z0-9_]*, in at most `most` bytes: letters in lower
 * case and without their marks (ä as ae, ß as ss, ł as l), digits, and one _ for all that
 * stands between two of them, none at either end; digits in front are left out. Cut, where it
 * can be, between two words. Appends nothing where no letter is left, as of words in Greek. The
 * string must be valid UTF-8. */
void identifier_make(struct text *result, const char *words, size_t most);

#endif
