/* The words of a question: its short name, and what its highest answers are called together.
 * Strings live as those of a teller. */
#ifndef WORDING_TERMS_H
#define WORDING_TERMS_H

#include "wording/teller.h"

/* The short name of a question, and whether it differs from its text. */
const char *terms_subject(const struct teller *teller, const struct question *question);
bool terms_has_subject(const struct teller *teller, const struct question *question);

/* The words for the two highest answers, quoted: „ziemlich oder sehr wichtig“, else „ziemlich
 * wichtig“ oder „sehr wichtig“. */
const char *terms_top(const struct teller *teller, const struct question *question);

/* What a share of an option or a single answer counts, before its figures: "Gezählt ist hier,
 * wie viele ...:"; statistic: of a ranking top or first. */
const char *terms_counted(const struct teller *teller, const struct question *question,
                          enum statistic statistic);

/* The gap that a question belongs to, or NULL. */
const struct gap *terms_gap(const struct teller *teller, const struct question *question);

#endif
