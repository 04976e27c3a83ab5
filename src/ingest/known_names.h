/* The names of persons that stand in the export itself: in contact fields and in columns that
 * form systems add, of all accepted records, consented or not. Open answers are compared with
 * them, so that one person's answer does not give another away (privacy rule P11). Nothing of
 * them is ever written: only digests of single words are kept, and wiped by known_names_free. A
 * questionnaire outlives them.
 */
#ifndef INGEST_KNOWN_NAMES_H
#define INGEST_KNOWN_NAMES_H

#include "base/text.h"
#include "ingest/decoder.h"
#include "survey/questionnaire.h"

struct known_names;

struct known_names *known_names_new(const struct questionnaire *questionnaire);
void known_names_free(struct known_names *names);

/* The columns of the next file. */
void known_names_start(struct known_names *names, const struct binding *binding);
/* Takes the names of the record that was decoded. Words of fewer than four letters count only
 * beside another one ("Eva Abt"); those of the questionnaire's own texts, titles and common
 * words of organisations do not count. */
void known_names_take(struct known_names *names, const struct decoder *decoder);

/* Where the names stand in a text, for quotes.csv: FROM-END in characters from 0, joined by
 * blanks; nothing where there is none. Appends to result. */
void known_names_find(const struct known_names *names, const char *string, struct text *result);

#endif
