#include "inference/random_table.h"

#include <assert.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "inference/log_factorial.h"

enum { GUIDES = 64 };

/* What is beyond moves no draw: the generator has 32 bits. */
static const double negligible = 1e-12;

/* How many of a group can give the first answer, the likeliest number first, and how likely
 * these numbers are together up to each. */
struct chances {
    size_t count;
    int64_t *values;
    double *up_to;
    size_t guides[GUIDES]; /* where up_to first exceeds 0, 1, 2 ... of GUIDES parts */
};

struct random_table {
    const struct contingency *margins;
    gsl_rng generator;
    int64_t *counts;
    /* By how many of the first answer are left, of each group. Most numbers never occur, so
     * that a group has places for those around its mean alone. */
    struct window {
        int64_t from; /* what is left, of the first place */
        size_t size;
        struct chances *chances;
    } * windows;
    struct chances spare; /* for what is beyond the places */
};

/* The finaliser of SplitMix64 (Steele, Lea and Flood 2014): spreads a seed over all its bits.
 * MT19937 starts from 32 of them, and GSL takes 0 to mean a number of its own. */
static unsigned long start_of(uint64_t seed) {
    seed += UINT64_C(0x9e3779b97f4a7c15);
    seed = (seed ^ (seed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    seed = (seed ^ (seed >> 27)) * UINT64_C(0x94d049bb133111eb);
    unsigned long start = (unsigned long)(seed >> 32);
    return start != 0 ? start : 1;
}

/* --- the hypergeometric distribution --- */

static int64_t least_of(int64_t successes, int64_t n, int64_t pool) {
    return successes + n > pool ? successes + n - pool : 0;
}

static int64_t most_of(int64_t successes, int64_t n) {
    return successes < n ? successes : n;
}

/* Of a pool with that many successes, n are drawn: the chance that `count` are successes. */
static double chance_of(int64_t count, int64_t successes, int64_t n, int64_t pool) {
    return (double)expl(log_factorial(successes) - log_factorial(count) -
                        log_factorial(successes - count) + log_factorial(pool - successes) -
                        log_factorial(n - count) - log_factorial(pool - successes - n + count) -
                        log_factorial(pool) + log_factorial(n) + log_factorial(pool - n));
}

/* The most frequent number of successes. */
static int64_t mode_of(int64_t successes, int64_t n, int64_t pool) {
    return (int64_t)(((double)successes + 1) * ((double)n + 1) / ((double)pool + 2));
}

static double deviation_of(int64_t successes, int64_t n, int64_t pool) {
    double share = (double)successes / (double)pool;
    return sqrt((double)n * share * (1 - share) * (double)(pool - n) /
                fmax(1, (double)(pool - 1)));
}

/* --- chances --- */

static void add_chance(struct chances *chances, int64_t value, double chance) {
    double before = chances->count > 0 ? chances->up_to[chances->count - 1] : 0;
    chances->values[chances->count] = value;
    chances->up_to[chances->count++] = before + chance;
}

static void set_guides(struct chances *chances) {
    size_t at = 0;
    for (size_t i = 0; i < GUIDES; i++) {
        while (at + 1 < chances->count && chances->up_to[at] <= (double)i / GUIDES)
            at++;
        chances->guides[i] = at;
    }
}

/* From the most frequent number outwards; each chance follows from its neighbour. */
static void fill(struct chances *chances, int64_t successes, int64_t n, int64_t pool) {
    int64_t least = least_of(successes, n, pool), most = most_of(successes, n);
    int64_t low = mode_of(successes, n, pool), high = low;
    double below = chance_of(low, successes, n, pool), above = below;
    size_t room =
        (size_t)fmin((double)(most - least) + 1, 60 * deviation_of(successes, n, pool) + 60);
    chances->values = memory_allocate(room + 1, sizeof *chances->values);
    chances->up_to = memory_allocate(room + 1, sizeof *chances->up_to);
    add_chance(chances, low, below);
    while (chances->count < room &&
           ((low > least && below > negligible) || (high < most && above > negligible))) {
        if (high < most) {
            above *= (double)(successes - high) * (double)(n - high) /
                     ((double)(high + 1) * (double)(pool - successes - n + high + 1));
            add_chance(chances, ++high, above);
        }
        if (low > least) {
            below *= (double)low * (double)(pool - successes - n + low) /
                     ((double)(successes - low + 1) * (double)(n - low + 1));
            add_chance(chances, --low, below);
        }
    }
    set_guides(chances);
}

static void clear(struct chances *chances) {
    free(chances->values);
    free(chances->up_to);
    *chances = (struct chances){0};
}

static int64_t pick(const struct chances *chances, double mark) {
    size_t at = chances->guides[(size_t)(mark * GUIDES)];
    while (at + 1 < chances->count && mark >= chances->up_to[at])
        at++;
    return chances->values[at];
}

/* --- the drawer --- */

/* What is left before a group is hypergeometric, too: places for six deviations to each side.
 */
static struct window window_of(const struct contingency *margins, int64_t pool) {
    double spread = 6 * deviation_of(margins->row_sums[0], pool, margins->n) + 2;
    double mean = (double)margins->row_sums[0] * ((double)pool / (double)margins->n);
    struct window window = {.from = (int64_t)fmax(0, mean - spread)};
    window.size = (size_t)(2 * spread) + 2;
    window.chances = memory_allocate(window.size, sizeof *window.chances);
    return window;
}

struct random_table *random_table_new(const struct contingency *margins, uint64_t seed) {
    struct random_table *drawer = memory_allocate(1, sizeof *drawer);
    int64_t pool = margins->n;
    assert(margins->rows == 2);
    drawer->margins = margins;
    drawer->counts = memory_allocate(margins->columns, sizeof *drawer->counts);
    drawer->windows = memory_allocate(margins->columns, sizeof *drawer->windows);
    drawer->generator.type = gsl_rng_mt19937;
    drawer->generator.state = memory_allocate(1, gsl_rng_mt19937->size);
    gsl_rng_set(&drawer->generator, start_of(seed));
    for (size_t column = 0; column < margins->columns; column++) {
        drawer->windows[column] = window_of(margins, pool);
        pool -= margins->column_sums[column];
    }
    return drawer;
}

void random_table_free(struct random_table *drawer) {
    if (drawer == NULL)
        return;
    for (size_t column = 0; column < drawer->margins->columns; column++) {
        for (size_t i = 0; i < drawer->windows[column].size; i++)
            clear(&drawer->windows[column].chances[i]);
        free(drawer->windows[column].chances);
    }
    clear(&drawer->spare);
    free(drawer->windows);
    free(drawer->generator.state);
    free(drawer->counts);
    free(drawer);
}

static const struct chances *chances_at(struct random_table *drawer, size_t column,
                                        int64_t left, int64_t pool) {
    struct window *window = &drawer->windows[column];
    int64_t place = left - window->from;
    bool inside = place >= 0 && place < (int64_t)window->size;
    struct chances *chances = inside ? &window->chances[place] : &drawer->spare;
    if (!inside)
        clear(chances);
    if (chances->count == 0)
        fill(chances, left, drawer->margins->column_sums[column], pool);
    return chances;
}

const int64_t *random_table_draw(struct random_table *drawer) {
    const struct contingency *margins = drawer->margins;
    int64_t left = margins->row_sums[0], pool = margins->n;
    for (size_t column = 0; column + 1 < margins->columns; column++) {
        const struct chances *chances = chances_at(drawer, column, left, pool);
        drawer->counts[column] = pick(chances, gsl_rng_uniform(&drawer->generator));
        left -= drawer->counts[column];
        pool -= margins->column_sums[column];
    }
    drawer->counts[margins->columns - 1] = left;
    return drawer->counts;
}
