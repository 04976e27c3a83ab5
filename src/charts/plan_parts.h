/* What all planners share: a planner fills in a chart's kind, rows, heads and notes, and says
 * false where there is nothing to draw. What lies below all planners (plan.h) knows the rest:
 * id, language, title, subtitle, axis, source. Strings and arrays lie in the arena of the
 * teller's voice. */
#ifndef CHARTS_PLAN_PARTS_H
#define CHARTS_PLAN_PARTS_H

#include "charts/chart.h"
#include "findings/items.h"
#include "wording/teller.h"

/* Instead of a figure that the privacy gate hid; a note with the same sign says why. */
#define PLAN_HIDDEN "·"

/* A share with its wording: the sign where it is hidden, a dash where nobody answered. */
struct chart_share plan_share(const struct teller *teller, const struct figure *figure);

/* A row for each item shown of that question's list, with its short label, in their order, and
 * behind them one for each that is hidden, or has no answer where empty is true. Returns the
 * array, which is the chart's too. */
struct chart_row *plan_rows(const struct teller *teller, const struct question *question,
                            const struct items *items, bool empty, struct chart *chart);

/* Adds a paragraph under the picture; NULL and "" add nothing. */
void plan_note(const struct teller *teller, struct chart *chart, const char *note);

/* Adds who is hidden, put together or empty. */
void plan_note_items(const struct teller *teller, struct chart *chart,
                     const struct items *items);

/* The names of the codes inside the scale, as the chart's classes. */
void plan_name_classes(const struct teller *teller, const struct question *question,
                       struct chart *chart);

/* True for answers with an order. */
bool plan_is_ordinal(const struct question *question);

#endif
