/* What is said of a gap: what is important and not got. Complete sentences; they live as those
 * of a teller. */
#ifndef WORDING_STATEMENT_GAP_H
#define WORDING_STATEMENT_GAP_H

#include "findings/pairs.h"
#include "wording/teller.h"

struct sentences statement_of_gap(const struct teller *teller, const struct gap *gap);

/* How many rows of it a sentence names, from the first on. */
size_t statement_gap_named(const struct teller *teller, const struct pairs *pairs);

/* That it is open where most is missing, as answers beside the scale may mean that it is
 * missing; "" where it is not. */
const char *statement_gap_unsure(const struct teller *teller, const struct gap *gap);

/* What counts as important and as satisfied. */
const char *statement_gap_means(const struct teller *teller, const struct gap *gap);

/* The two questions that a gap compares. */
const char *statement_gap_questions(const struct teller *teller, const struct gap *gap);

#endif
