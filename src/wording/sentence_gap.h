/* The sentences that say what a gap found, importance beside satisfaction. They live as those
 * of a question do. */
#ifndef WORDING_SENTENCE_GAP_H
#define WORDING_SENTENCE_GAP_H

#include "wording/sentence.h"

/* Over its picture: the first of all; "" where there is none. */
const char *sentence_of_gap(const struct teller *teller, const struct gap *gap);
/* All sentences of the first paragraph. */
struct sentences sentence_all_of_gap(const struct teller *teller, const struct gap *gap);

/* That it is open where most is missing, as answers beside the scale may mean that it is
 * missing;
 * "" where it is not. */
const char *sentence_gap_unsure(const struct teller *teller, const struct gap *gap);

/* What counts as important and as satisfied. */
const char *sentence_gap_means(const struct teller *teller, const struct gap *gap);
/* The two questions that a gap compares. */
const char *sentence_gap_questions(const struct teller *teller, const struct gap *gap);

#endif
