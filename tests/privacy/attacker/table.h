/* One table: the answers to a question, row or option by the levels of a grouping, as unknown
 * counts of a model with all linear facts that are in published.csv. A table owns its arrays
 * (table_free); the model, the codebook and the rows must outlive it. */
#ifndef ATTACK_TABLE_H
#define ATTACK_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "codebook.h"
#include "model.h"
#include "published.h"

enum { POSITIONS = 128 }; /* most positions of one side: room of every mask */

/* One side of a table. Positions: first the answers inside the scale, then those outside, at
 * last all kinds of missing in one. Of an option they are ticked and not ticked, of a ranked
 * option first, within the allowed ranks, beyond them, not ranked; of a number its classes. */
struct axis {
    const struct question *question; /* NULL: no grouping, one position */
    const char *item;
    const char **ids;
    size_t inside, count; /* count: without the missing, whose position it is */
};

struct table {
    struct model *model;
    const struct published *published;
    struct axis answers, groups;
    size_t *cells;      /* variables: answers x groups, see table_cell */
    bool *shown;        /* by position of groups: some figure of that level is shown */
    bool *coarse_shown; /* by coarse level */
};

/* item is "" for a question without rows or options; grouping may be NULL. */
struct table *table_new(struct model *model, const struct published *published,
                        const struct question *question, const char *item,
                        const struct question *grouping);
void table_free(struct table *table);

/* The unknown count of an answer in a group. */
size_t table_cell(const struct table *table, size_t answer, size_t group);
/* A variable that is the sum of the cells of these answers and groups (masks by position, the
 * missing included). Where it is one cell, that cell. */
size_t table_sum(struct table *table, const bool *answers, const bool *groups);

/* Which positions of the axis a row counts; false where it counts none. members: n is the
 * number of people, else of those who answered. */
bool axis_mask(const struct axis *axis, const struct result *row, bool *mask, bool *members);
/* Which positions of the axis a row's grouping is about, all where it has none. */
bool axis_levels(const struct axis *axis, const struct result *row, bool *mask);
/* The positions of a coarse level; those of the rest are all that are in no other level, who
 * gave no answer included. */
void axis_coarse(const struct axis *axis, size_t level, bool *mask);
/* True where the row is about this question, row or option of the axis. */
bool axis_has(const struct axis *axis, const struct result *row);
/* Positions, the missing included. */
size_t axis_size(const struct axis *axis);
/* All answers inside the scale. */
void axis_inside(const struct axis *axis, bool *mask);

#endif
