/* Random numbers and the permutation distributions of the two test statistics. */
#ifndef ATTACK_CHANCE_H
#define ATTACK_CHANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The next number in [0, 1) (splitmix64). */
double chance_uniform(uint64_t *state);
/* A whole number in 0..limit-1. */
size_t chance_below(uint64_t *state, size_t limit);

enum { GRID_COLUMNS = 128 }; /* most columns of a grid */

/* Counts of answers (rows) by groups (columns), row by row. */
struct grid {
    size_t rows, columns;
    int64_t *counts;
    bool ordered; /* the rows have an order: Kruskal and Wallis' H, else Pearson's chi-square */
};

/* The statistic of the test, 0 where a side has one position only. */
double grid_statistic(const struct grid *grid);

/* What tables with the margins of the grid would give by chance. */
struct null;
struct null *null_new(const struct grid *grid);
void null_free(struct null *null);
/* True where the distribution belongs to the margins of the grid. */
bool null_fits(const struct null *null, const struct grid *grid);
/* Between which bounds the p of a statistic lies: one number where all tables were counted,
 * else a safe range around the share of drawn ones. */
void null_p(const struct null *null, double statistic, double *low, double *high);
/* Whether all tables were counted. */
bool null_is_exact(const struct null *null);

#endif
