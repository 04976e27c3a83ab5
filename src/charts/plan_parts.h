/* What the planners of the question types share. A planner fills in a chart's kind, rows, heads
 * and notes; false where there is nothing to draw. plan.c knows the rest: id, language, title,
 * subtitle, axis, and the notes that all pictures have. */
#ifndef CHARTS_PLAN_PARTS_H
#define CHARTS_PLAN_PARTS_H

#include <stdbool.h>

#include "charts/chart.h"
#include "wording/items.h"

bool plan_single(const struct teller *teller, const struct question *question,
                 struct chart *chart);
bool plan_multi(const struct teller *teller, const struct question *question,
                struct chart *chart);
bool plan_ranking(const struct teller *teller, const struct question *question,
                  struct chart *chart);
bool plan_matrix(const struct teller *teller, const struct question *question,
                 struct chart *chart);
bool plan_number(const struct teller *teller, const struct question *question,
                 struct chart *chart);
/* The figures of a question by group, where any are published; also sets the title. The
 * subtitle is the question already, and gets which answer is counted. */
bool plan_groups(const struct teller *teller, const struct question *question,
                 const struct grouping *grouping, struct chart *chart);
bool plan_gap(const struct teller *teller, const struct gap *gap, struct chart *chart);

/* A share with its wording; a dash where nobody answered. */
struct chart_share plan_share(const struct teller *teller, const struct figure *figure);
/* A row for each item shown, in their order. Returns the array, which is the chart's too. */
struct chart_row *plan_rows(const struct teller *teller, const struct items *items,
                            struct chart *chart);
/* Adds a paragraph under the picture; NULL and "" add nothing. */
void plan_note(const struct teller *teller, struct chart *chart, const char *note);
/* Adds who is hidden, put together or empty. */
void plan_note_items(const struct teller *teller, struct chart *chart,
                     const struct items *items);

#endif
