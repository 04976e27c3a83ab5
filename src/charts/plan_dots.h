/* Pictures with several shares a row: a gap, questions about the same items, groups
 * (plan_parts.h). */
#ifndef CHARTS_PLAN_DOTS_H
#define CHARTS_PLAN_DOTS_H

#include "charts/plan_parts.h"

bool plan_gap(const struct teller *teller, const struct gap *gap, struct chart *chart);

/* A sign for each question; in the order of the first question's own picture. */
bool plan_together(const struct teller *teller, const struct together *together,
                   struct chart *chart);

/* A sign for each group, in the rows whose groups differ as the test of what is shown says;
 * also the title, and which answer is counted behind the subtitle, which is the question
 * already. None where more groups are shown than there are signs. */
bool plan_groups(const struct teller *teller, const struct question *question,
                 const struct grouping *grouping, struct chart *chart);

#endif
