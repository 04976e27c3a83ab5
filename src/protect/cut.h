/* A cut is what one view shows of a table: groups are put together to units, answers to
 * classes, and each shown unit says how many gave an answer of each shown class. A cut lies in
 * the arena it was made from. */
#ifndef PROTECT_CUT_H
#define PROTECT_CUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "protect/group_table.h"
#include "survey/view.h"

/* The class of answers that the views 2 and 4 show of a table. */
struct table_class {
    struct answer_class decided; /* by stats */
    bool exists;                 /* false: nothing is cut, or all answers belong to it */
    bool *holds;                 /* by answer */
};

enum { CUT_LEFT_OUT = -1 };

struct cut {
    size_t units, classes;
    size_t shown_classes; /* the first ones; what is left is the complement */
    int *unit_of;         /* by group; CUT_LEFT_OUT: its unit is too small, or it has none */
    size_t *class_of;     /* by answer */
    bool *shown;          /* by unit */
    int64_t *bases;       /* by unit; behind them that of all groups left out */
    int64_t *counts;      /* [unit * classes + class], likewise */
};

/* What stats decided, for the answers of this table. */
struct table_class table_class_of(struct arena *arena, const struct group_table *table);

/* True where the table has such a view at all: an option has one class and no other counts, a
 * grouping may have no coarser one. */
bool cut_exists(const struct group_table *table, enum view view,
                const struct table_class *table_class);

/* What a view that exists would show. Units with fewer than min_group valid answers are left
 * out. */
struct cut *cut_new(struct arena *arena, const struct group_table *table, enum view view,
                    const struct table_class *table_class, int64_t min_group);

/* The id of a unit: a code, or a coarse level. */
const char *cut_unit_id(const struct group_table *table, enum view view, size_t unit);

#endif
