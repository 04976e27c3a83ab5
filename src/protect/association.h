/* How strongly a table's answers differ between its groups: what the test of stats measures,
 * for other tables with the same sums by group and by answer. An association lies in the arena
 * it was made from. */
#ifndef PROTECT_ASSOCIATION_H
#define PROTECT_ASSOCIATION_H

#include "protect/group_table.h"

struct association {
    const struct group_table *table;
    bool ordered;
    double *weights; /* by answer: its mid-rank less the mean rank, or 1 / how many gave it */
    double scale;    /* chi-square is scale * strength - n, Kruskal's H scale * strength */
    double base;     /* n */
    double degrees;  /* of freedom */
};

struct association *association_new(struct arena *arena, const struct group_table *table);

/* What one group adds to the strength, with these counts by answer; 0 for an empty group. */
double association_of_group(const struct association *association, size_t group,
                            const int64_t *counts);

/* The strength of all coded groups, with counts laid out as the table's own: it grows with
 * Pearson's chi-square, or for ordered answers with Kruskal's H. */
double association_of(const struct association *association, const int64_t *counts);

/* True where a strength is so low that no permutation test calls it significant: its asymptotic
 * p is at least 0.2, four times the level. */
bool association_is_weak(const struct association *association, double strength);

#endif
