/* Pictures of single and multiple choice and of rankings (plan_parts.h). */
#ifndef CHARTS_PLAN_CHOICE_H
#define CHARTS_PLAN_CHOICE_H

#include "charts/plan_parts.h"

/* Bars, the longest on top; answers with an order are one stacked bar with the totals of both
 * sides, or, where they are numbers, columns with the mean. */
bool plan_single(const struct teller *teller, const struct question *question,
                 struct chart *chart);
bool plan_multi(const struct teller *teller, const struct question *question,
                struct chart *chart);
/* Placed at all, with the first places; where only one place is allowed or all are, the first
 * places alone. */
bool plan_ranking(const struct teller *teller, const struct question *question,
                  struct chart *chart);

#endif
