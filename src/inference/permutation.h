/* The permutation test of a table of two answers by groups: all ways of dealing the answers
 * that were given to groups of the sizes they have are equally likely. */
#ifndef INFERENCE_PERMUTATION_H
#define INFERENCE_PERMUTATION_H

#include <stdbool.h>
#include <stdint.h>

#include "inference/contingency.h"

enum permutation_method {
    PERMUTATION_EXACT,       /* all tables with these margins */
    PERMUTATION_MONTE_CARLO, /* random ones */
    PERMUTATION_ASYMPTOTIC   /* chi-square */
};

struct permutation {
    bool defined;
    int64_t n;
    double p;
    enum permutation_method method;
    bool has_range; /* Monte Carlo alone: half a standard error to each side, within 0..1 */
    double low, high;
    int64_t draws; /* Monte Carlo alone */
};

/* P(statistic >= its value for the table); values equal within a relative 1e-9 count as equal.
 * The statistic is Pearson's chi-square (Agresti 2002, p. 97); with two answers Kruskal's H
 * orders the tables in the same way.
 *
 * All tables with these margins are counted, group after group; what more groups add at least
 * decides whole tails at once, as in the network algorithm (Mehta and Patel 1983, JASA 78:427).
 * Where that takes more than 200,000 steps, as for many groups of many people, random tables
 * are drawn until 200 are as extreme, and p = 200 / draws; after 19,999 draws with fewer, p =
 * (b + 1) / (B + 1) (Besag and Clifford 1991, Biometrika 78:301). With more than 2,000 answers
 * p is asymptotic where every cell is expected to hold at least five; else 999 draws are the
 * most. seed decides the random tables. Undefined for fewer than two rows or columns; at most
 * two rows. */
struct permutation permutation_test(const struct contingency *table, uint64_t seed);

#endif
