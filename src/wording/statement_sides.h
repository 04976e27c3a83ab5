/* What is said of an ordered answer: both its sides, the majority first. Words come without the
 * capital and the full stop of a sentence; they live as those of a teller. */
#ifndef WORDING_STATEMENT_SIDES_H
#define WORDING_STATEMENT_SIDES_H

#include "findings/sides.h"
#include "wording/teller.h"

/* What a side is called: the label of a set, the words of an end of the scale, else the labels
 * of its answers, „A“ oder „B“; quoted. */
const char *sides_name(const struct teller *teller, const struct question *question,
                       const struct side *side);

/* The organiser's verb for a side; NULL: there is none. */
const struct saying *sides_verb(const struct teller *teller, const struct question *question,
                                const struct side *side);

/* How many are on a side: with its verb, else "auf „A“ oder „B“ entfallen 20 von 26 Antworten".
 * item: the quoted label of the row, or the subject of the question. *apart becomes true where
 * the words are those of a verb. */
const char *sides_say_one(const struct teller *teller, const struct question *question,
                          const struct side *side, const char *item, bool *apart);

/* Both sides in one sentence. *named becomes true where the words say what they are about: they
 * are those of a verb. NULL where there is nothing to say (SIDES_NONE). */
const char *sides_say(const struct teller *teller, const struct question *question,
                      const struct sides *sides, const char *item, bool *named);

#endif
