#include "inference/random_table.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "inference/log_factorial.h"

enum { TABLED = 2048, SMALL = 128, WIDE = 15 /* standard deviation */ };

struct random_table {
    const struct contingency *margins;
    gsl_rng generator;
    int64_t *left; /* of each row, what no column got yet */
    int64_t *counts;
    double logarithms[TABLED]; /* of factorials: as doubles, and near at hand */
};

/* Pascal's triangle: in how many ways k of n, for n below SMALL. Filled once. */
static double binomials[SMALL][SMALL];
static pthread_once_t binomials_filled = PTHREAD_ONCE_INIT;

static void fill_binomials(void) {
    for (size_t n = 0; n < SMALL; n++)
        for (size_t k = 0; k <= n; k++)
            binomials[n][k] =
                k == 0 || k == n ? 1 : binomials[n - 1][k - 1] + binomials[n - 1][k];
}

/* The finaliser of SplitMix64 (Steele, Lea and Flood 2014): spreads a seed over all its bits.
 * MT19937 starts from 32 of them, and GSL takes 0 to mean a number of its own. */
static unsigned long start_of(uint64_t seed) {
    seed += UINT64_C(0x9e3779b97f4a7c15);
    seed = (seed ^ (seed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    seed = (seed ^ (seed >> 27)) * UINT64_C(0x94d049bb133111eb);
    unsigned long start = (unsigned long)(seed >> 32);
    return start != 0 ? start : 1;
}

struct random_table *random_table_new(const struct contingency *margins, uint64_t seed) {
    struct random_table *drawer = memory_allocate(1, sizeof *drawer);
    drawer->margins = margins;
    drawer->left = memory_allocate(margins->rows, sizeof *drawer->left);
    drawer->counts = memory_allocate(margins->rows * margins->columns, sizeof *drawer->counts);
    drawer->generator.type = gsl_rng_mt19937;
    drawer->generator.state = memory_allocate(1, gsl_rng_mt19937->size);
    gsl_rng_set(&drawer->generator, start_of(seed));
    for (int64_t i = 0; i < TABLED; i++)
        drawer->logarithms[i] = (double)log_factorial(i);
    pthread_once(&binomials_filled, fill_binomials);
    return drawer;
}

void random_table_free(struct random_table *drawer) {
    if (drawer == NULL)
        return;
    free(drawer->generator.state);
    free(drawer->left);
    free(drawer->counts);
    free(drawer);
}

/* Beyond the table by Stirling's formula, to the ten digits that a random table needs. */
static double logarithm(const struct random_table *drawer, int64_t n) {
    if (n < TABLED)
        return drawer->logarithms[n];
    double size = (double)n;
    return (size + 0.5) * log(size) - size + 0.91893853320467274178 + 1 / (12 * size);
}

/* Of a pool with that many successes, n are drawn: the logarithm of the chance that `count` are
 * successes, but for what does not depend on it. */
static double chance_logarithm(const struct random_table *drawer, int64_t count,
                               int64_t successes, int64_t n, int64_t pool) {
    return -logarithm(drawer, count) - logarithm(drawer, successes - count) -
           logarithm(drawer, n - count) - logarithm(drawer, pool - successes - n + count);
}

static double chance_of(const struct random_table *drawer, int64_t count, int64_t successes,
                        int64_t n, int64_t pool) {
    return exp(chance_logarithm(drawer, count, successes, n, pool) +
               logarithm(drawer, successes) + logarithm(drawer, pool - successes) -
               logarithm(drawer, pool) + logarithm(drawer, n) + logarithm(drawer, pool - n));
}

/* The most frequent number of successes. */
static int64_t mode_of(int64_t successes, int64_t n, int64_t pool) {
    return (int64_t)(((double)successes + 1) * ((double)n + 1) / ((double)pool + 2));
}

/* Of a pool with that many successes, n are drawn; how many of them are successes is found by
 * inversion from the most frequent number outwards, to both sides in turn. mark is uniform in
 * [0, 1). */
static int64_t search_small(double mark, int64_t mode, int64_t successes, int64_t n,
                            int64_t pool) {
    const double *good = binomials[successes], *bad = binomials[pool - successes];
    int64_t low = mode, high = mode + 1;
    int64_t least = successes + n > pool ? successes + n - pool : 0;
    int64_t most = successes < n ? successes : n;
    mark *= binomials[pool][n];
    while (low >= least || high <= most) {
        if (low >= least) {
            mark -= good[low] * bad[n - low];
            if (mark < 0)
                return low;
            low--;
        }
        if (high <= most) {
            mark -= good[high] * bad[n - high];
            if (mark < 0)
                return high;
            high++;
        }
    }
    return mode; /* rounding left a trace of the mark over */
}

/* The same with chances that follow from their neighbours. */
static int64_t search(double mark, int64_t mode, double chance, int64_t successes, int64_t n,
                      int64_t pool) {
    int64_t low = mode, high = mode, least = successes + n > pool ? successes + n - pool : 0;
    int64_t most = successes < n ? successes : n;
    double below = chance, above = chance;
    mark -= chance;
    while (mark >= 0 && (low > least || high < most)) {
        if (high < most) {
            above *= (double)(successes - high) * (double)(n - high) /
                     ((double)(high + 1) * (double)(pool - successes - n + high + 1));
            high++;
            mark -= above;
            if (mark < 0)
                return high;
        }
        if (low > least) {
            below *= (double)low * (double)(pool - successes - n + low) /
                     ((double)(successes - low + 1) * (double)(n - low + 1));
            low--;
            mark -= below;
            if (mark < 0)
                return low;
        }
    }
    return mode; /* also where rounding left a trace of the mark over */
}

/* Where the distribution is wide, by rejection: ratio of uniforms (Stadlober 1990, J. Comp.
 * Appl. Math. 31:181, algorithm HRUA), in a time that does not grow with the width. successes
 * and n are at most half of the pool. */
static int64_t reject(struct random_table *drawer, int64_t mode, double deviation,
                      int64_t successes, int64_t n, int64_t pool) {
    double centre = (double)n * ((double)successes / (double)pool) + 0.5;
    double width = 1.7155277699214135 * deviation + 0.8989161620588988;
    double end =
        fmin((double)(successes < n ? successes : n) + 1, floor(centre + 16 * deviation));
    double peak = chance_logarithm(drawer, mode, successes, n, pool);
    for (;;) {
        double ratio = gsl_rng_uniform_pos(&drawer->generator);
        double place = centre + width * (gsl_rng_uniform(&drawer->generator) - 0.5) / ratio;
        if (place < 0 || place >= end)
            continue;
        double height = chance_logarithm(drawer, (int64_t)place, successes, n, pool) - peak;
        if (2 * log(ratio) <= height)
            return (int64_t)place;
    }
}

/* Turned round until both are at most half of the pool. */
static int64_t draw_wide(struct random_table *drawer, double deviation, int64_t successes,
                         int64_t n, int64_t pool) {
    if (2 * successes > pool)
        return n - draw_wide(drawer, deviation, pool - successes, n, pool);
    if (2 * n > pool)
        return successes - draw_wide(drawer, deviation, successes, pool - n, pool);
    return reject(drawer, mode_of(successes, n, pool), deviation, successes, n, pool);
}

static int64_t draw_cell(struct random_table *drawer, int64_t successes, int64_t n,
                         int64_t pool) {
    if (successes == 0 || n == 0)
        return 0;
    if (successes == pool || n == pool)
        return successes < n ? successes : n;
    if (pool >= SMALL) {
        double variance = (double)n * ((double)successes / (double)pool) *
                          ((double)(pool - successes) / (double)pool) * (double)(pool - n) /
                          (double)(pool - 1);
        if (variance > WIDE * WIDE)
            return draw_wide(drawer, sqrt(variance + 0.5), successes, n, pool);
    }
    double mark = gsl_rng_uniform(&drawer->generator);
    if (n == 1)
        return mark * (double)pool < (double)successes;
    if (successes == 1)
        return mark * (double)pool < (double)n;
    int64_t mode = mode_of(successes, n, pool);
    if (pool < SMALL)
        return search_small(mark, mode, successes, n, pool);
    return search(mark, mode, chance_of(drawer, mode, successes, n, pool), successes, n, pool);
}

const int64_t *random_table_draw(struct random_table *drawer) {
    const struct contingency *margins = drawer->margins;
    size_t rows = margins->rows;
    int64_t unplaced = margins->n;
    memcpy(drawer->left, margins->row_sums, rows * sizeof *drawer->left);
    for (size_t column = 0; column + 1 < margins->columns; column++) {
        int64_t *cells = &drawer->counts[column * rows];
        int64_t pool = unplaced, wanted = margins->column_sums[column];
        unplaced -= wanted;
        for (size_t row = 0; row < rows; row++) {
            cells[row] = draw_cell(drawer, drawer->left[row], wanted, pool);
            wanted -= cells[row];
            pool -= drawer->left[row];
            drawer->left[row] -= cells[row];
        }
    }
    memcpy(&drawer->counts[(margins->columns - 1) * rows], drawer->left,
           rows * sizeof *drawer->left);
    return drawer->counts;
}
