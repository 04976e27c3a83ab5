/* Pictures of numbers (plan_parts.h). */
#ifndef CHARTS_PLAN_NUMBER_H
#define CHARTS_PLAN_NUMBER_H

#include "charts/plan_parts.h"

/* Columns over the published classes, of one width, with the median; none with fewer than
 * CLASS_LAYOUT_FEWEST. */
bool plan_number(const struct teller *teller, const struct question *question,
                 struct chart *chart);

#endif
