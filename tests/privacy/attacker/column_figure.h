/* Figures about the answers of one group that are no linear facts: quartiles, standard
 * deviations, shares and intervals whose base is hidden. Nothing is owned. */
#ifndef ATTACK_COLUMN_FIGURE_H
#define ATTACK_COLUMN_FIGURE_H

#include <stdbool.h>
#include <stdint.h>

#include "table.h"

/* True where the row shows such a figure of the question, row or option of that axis. */
bool column_figure_is_known(const struct axis *own, const struct result *row);
/* How far the counts (by variable) are from it, 0: they give it. flipped: the row is about the
 * question of the grouping, by the question of the table. */
double column_figure_distance(const struct table *table, const struct result *row, bool flipped,
                              const int64_t *values);

#endif
