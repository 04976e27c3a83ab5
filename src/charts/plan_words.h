/* The words that only pictures have. Strings live as those of a teller. */
#ifndef CHARTS_PLAN_WORDS_H
#define CHARTS_PLAN_WORDS_H

#include "charts/chart.h"
#include "wording/teller.h"

/* "niemand", "die Hälfte", "alle" */
void words_axis(const struct teller *teller, struct chart *chart);
/* The legend of a ranking: first place, and the other places that are counted, at least one. */
void words_places(const struct teller *teller, const struct question *question,
                  const char *heads[2]);
/* The questions that one picture shows. */
const char *words_questions(const struct teller *teller,
                            const struct question *const *questions, size_t count);
/* Where the numbers are for which a field is too narrow. */
const char *words_narrow(const struct teller *teller);
/* Which survey, and how many answers. */
const char *words_source(const struct teller *teller);

#endif
