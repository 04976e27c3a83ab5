/* The words of a question: its short name, and what its highest answers are called together.
 * Strings live as those of a teller. */
#ifndef WORDING_TERMS_H
#define WORDING_TERMS_H

#include "wording/teller.h"

/* The short name of a question, and whether it differs from its text. */
const char *terms_subject(const struct teller *teller, const struct question *question);
bool terms_has_subject(const struct teller *teller, const struct question *question);

/* The words for the highest answers, quoted: „ziemlich oder sehr wichtig“, else „ziemlich
 * wichtig“ oder „sehr wichtig“, of three or more „oft“ bis „immer“, and of numbers „8 oder
 * mehr“. */
const char *terms_top(const struct teller *teller, const struct question *question);
/* The same without quotation marks, as the head of a column. */
const char *terms_top_bare(const struct teller *teller, const struct question *question);
/* Likewise for the lowest answers, quoted. */
const char *terms_bottom(const struct teller *teller, const struct question *question);
const char *terms_bottom_bare(const struct teller *teller, const struct question *question);

/* What a share of an option or a single answer counts, before its figures: "Gezählt ist hier,
 * wie viele ...:"; statistic: of a ranking top or first. */
const char *terms_counted(const struct teller *teller, const struct question *question,
                          enum statistic statistic);

/* The gap that a question belongs to, or NULL. */
const struct gap *terms_gap(const struct teller *teller, const struct question *question);

#endif
