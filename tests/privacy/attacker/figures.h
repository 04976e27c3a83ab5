/* The figures by group that are no linear facts, of one table, and how far whole-number counts
 * are from what they say. Owns its list and the permutation distributions (figures_free). */
#ifndef ATTACK_FIGURES_H
#define ATTACK_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chance.h"
#include "table.h"

struct figures;

struct figures *figures_new(const struct table *table);
void figures_free(struct figures *figures);
size_t figures_count(const struct figures *figures);
/* True where some distance was not computed, as it would have cost too much; it then says that
 * the counts do not fit, which proves nothing. */
bool figures_gave_up(const struct figures *figures);
/* 0 where the counts (by variable) give every figure, else how far they are away: a sum of
 * relative distances, greater the farther. */
double figures_distance(struct figures *figures, const int64_t *values);

/* Marks the cells of all groups that have figures of their own; false where none has. */
bool figures_mark(const struct figures *figures, bool *cells);
/* The same distance from these figures alone; only the marked cells are looked at. */
double figures_marked_distance(const struct figures *figures, const int64_t *values);

#endif
