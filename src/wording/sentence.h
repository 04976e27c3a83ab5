/* The sentences that say what a question found, in the words of a language. What the gate hid
 * is never said; where nothing is left to say there is no sentence. Strings and arrays live as
 * those of a teller. */
#ifndef WORDING_SENTENCE_H
#define WORDING_SENTENCE_H

#include <stddef.h>

#include "findings/items.h"
#include "findings/pairs.h"
#include "wording/teller.h"

struct sentences {
    const char **line;
    size_t count;
};

/* The key sentence: what is first under a question's heading, and over its picture. "" if
 * there is none (nothing shown; rows on a scale without order and without sets). */
const char *sentence_of_question(const struct teller *teller, const struct question *question);

/* True where the key sentence of a single, multi or ranking question speaks of that answer or
 * option; false where it names none or all. */
bool sentence_names(const struct teller *teller, const struct question *question,
                    const char *id);

/* All sentences of the first paragraph, the key sentence first. For rows on a scale without
 * order one sentence per set, or, without sets, one per row: each of them a paragraph of its
 * own. */
struct sentences sentence_all_of_question(const struct teller *teller,
                                          const struct question *question);

/* How many ticks of a multi question were possible. */
const char *sentence_ticks(const struct teller *teller, const struct question *question);

#endif
