/* The rows `lead`: which items of a list cannot be told from its first, over all respondents.
 * Nothing is allocated. */
#ifndef STATS_LEAD_H
#define STATS_LEAD_H

#include "stats/figure.h"

/* A question whose items are no list (a single one; a matrix without an order of its codes)
 * has no such rows. The writer's level is that of everyone. */
void lead_write_question(const struct figure_writer *writer, const struct question *question);
void lead_write_gap(const struct figure_writer *writer, const struct gap *gap);

#endif
