/* Who is not counted in a question. Strings live as those of a teller. */
#ifndef WORDING_MISSING_H
#define WORDING_MISSING_H

#include "wording/teller.h"

/* True where so many did not get to see the question (more than a tenth) that nothing follows
 * for all who were invited. */
bool missing_by_route(const struct teller *teller, const struct question *question);

/* "Gefragt waren alle, die bei „Gäste“ „ja“ angaben.": who got to see the question, where that
 * is not everybody; that not all did, where it is not known who; "" where (nearly) all did. */
const char *missing_asked(const struct teller *teller, const struct question *question);

/* "Nicht mitgezählt: ...": don't know, no answer, not shown, not understood, outside the scale;
 * for a matrix as a range over its rows; where the gate hid reasons, that it did. "" where
 * nobody is missing. beside: with those who
 * gave an answer beside the scale; not where a picture shows them itself. *differ becomes true
 * where some count is not the same in all rows; NULL is fine. */
const char *missing_sentence(const struct teller *teller, const struct question *question,
                             bool beside, bool *differ);

#endif
