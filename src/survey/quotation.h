/* Quotations from open answers: which questions may be quoted, and the form in which a text is
 * kept, compared and printed. What is appended to a struct text belongs to its owner; all
 * strings are UTF-8. */
#ifndef SURVEY_QUOTATION_H
#define SURVEY_QUOTATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "survey/questionnaire.h"

enum { QUOTATION_KEY_SIZE = 17 }; /* 16 hexadecimal digits and a NUL */

/* True where people could write something that may be printed with their consent: not what
 * identifies them (privacy rule P7) or puts them into a group, not what is in the list of
 * contacts as well (P12), and not what they add to a consent. */
bool quotation_allowed(const struct question *question);

/* The tidy form, in which a text is shown and printed: NFC; each line is a paragraph, empty
 * ones left out, joined by LF; other white space one blank, none at either end; no controls,
 * bidi controls, noncharacters or invisible characters but the joiners that emoji need. Appends
 * to result. */
void quotation_tidy(struct text *result, const char *bytes, size_t length);

/* The number of a quotation: the beginning of the SHA-256 of the question, LF and the tidy text
 * with its paragraphs joined by blanks. So white space and line breaks do not change it. */
void quotation_key(char key[QUOTATION_KEY_SIZE], const char *question, const char *tidy);

/* True where two tidy texts differ in white space at most. */
bool quotation_same(const char *one, const char *other);

#endif
