#include "inference/permutation.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "inference/comparison.h"
#include "inference/log_factorial.h"
#include "inference/random_table.h"

enum {
    MOST_STEPS = 200000,
    MOST_SUCCESSES = 1000000,
    ENOUGH_EXTREME = 200,
    MOST_DRAWS = 19999,
    MANY_ANSWERS = 2000,
    MOST_DRAWS_OF_MANY = 999,
    LEAST_EXPECTED = 5
};

static const double tie = 1e-9; /* relative */

/* --- the statistic of one table with these margins --- */

/* Chi-square, up to a factor that the margins decide, is a sum over groups. */
struct scorer {
    const struct contingency *margins;
    double share;     /* of the first answer, over all groups */
    double *inverses; /* of the groups' sizes */
    double threshold;
};

static double score_group(const struct scorer *scorer, size_t group, int64_t count) {
    double apart = (double)count - scorer->share * (double)scorer->margins->column_sums[group];
    return apart * apart * scorer->inverses[group];
}

/* counts: of each group, how many gave the first answer. */
static double score(const struct scorer *scorer, const int64_t *counts) {
    double sum = 0;
    for (size_t group = 0; group < scorer->margins->columns; group++)
        sum += score_group(scorer, group, counts[group]);
    return sum;
}

static struct scorer scorer_of(const struct contingency *table) {
    struct scorer scorer = {table, (double)table->row_sums[0] / (double)table->n, NULL, 0};
    scorer.inverses = memory_allocate(table->columns, sizeof *scorer.inverses);
    for (size_t group = 0; group < table->columns; group++) {
        scorer.inverses[group] = 1 / (double)table->column_sums[group];
        scorer.threshold += score_group(&scorer, group, table->counts[2 * group]);
    }
    scorer.threshold *= 1 - tie;
    return scorer;
}

/* --- all tables --- */

/* Of a group and those behind it, with so many first answers left for them: how likely each
 * number of them is in the group. */
struct shares {
    int64_t least, most; /* numbers that can be */
    double *each;        /* from least on */
    double *below;       /* together up to each, itself left out */
    double *above;       /* together from each on */
};

/* The groups, the two largest last: there are most numbers to go through in these, and the last
 * two need no going through. */
struct census {
    size_t groups;
    int64_t *sizes, *unplaced; /* of each group; of it and those behind together */
    int64_t successes;         /* how many gave the answer that fewer gave */
    struct shares ***shares;   /* [group][left], NULL where not yet needed */
    int64_t steps;             /* made so far; more than MOST_STEPS: given up */
};

static int64_t larger(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static int64_t smaller(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static long double log_binomial(int64_t n, int64_t k) {
    return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

/* Each from its neighbour, beginning with the likeliest, so that none is lost below the
 * smallest double but what no sum would show. */
static void fill_each(struct shares *shares, int64_t n, int64_t left, int64_t pool) {
    int64_t mode = (int64_t)(((double)left + 1) * ((double)n + 1) / ((double)pool + 2));
    mode = larger(shares->least, smaller(mode, shares->most));
    double *each = shares->each - shares->least;
    each[mode] = (double)expl(log_binomial(n, mode) + log_binomial(pool - n, left - mode) -
                              log_binomial(pool, left));
    for (int64_t i = mode; i < shares->most; i++)
        each[i + 1] = each[i] * (double)(n - i) * (double)(left - i) /
                      ((double)(i + 1) * (double)(pool - n - left + i + 1));
    for (int64_t i = mode; i > shares->least; i--)
        each[i - 1] = each[i] * (double)i * (double)(pool - n - left + i) /
                      ((double)(n - i + 1) * (double)(left - i + 1));
}

static const struct shares *shares_at(struct census *census, size_t group, int64_t left) {
    int64_t n = census->sizes[group], pool = census->unplaced[group];
    struct shares **place = &census->shares[group][left];
    if (*place != NULL)
        return *place;
    struct shares *shares = *place = memory_allocate(1, sizeof *shares);
    shares->least = larger(0, left + n - pool);
    shares->most = smaller(n, left);
    size_t count = (size_t)(shares->most - shares->least) + 1;
    shares->each = memory_allocate(3 * count + 2, sizeof *shares->each);
    shares->below = shares->each + count;
    shares->above = shares->below + count + 1;
    fill_each(shares, n, left, pool);
    for (size_t i = 0; i < count; i++)
        shares->below[i + 1] = shares->below[i] + shares->each[i];
    for (size_t i = count; i-- > 0;)
        shares->above[i] = shares->above[i + 1] + shares->each[i];
    census->steps += (int64_t)count;
    return shares;
}

/* The chance that the groups from this one on add at least what is lacking, of first answers
 * squared by the size of their group. The group and those behind it add x^2 / n + (left - x)^2
 * / rest at least, which is enough unless x is near the mean: so the chances beyond are added
 * at once. For the last two groups it is just what they add, and near the mean it is too
 * little. */
static double chance_of(struct census *census, size_t group, int64_t left, double lacking) {
    double n = (double)census->sizes[group], pool = (double)census->unplaced[group];
    double mean = (double)left * n / pool, room = lacking - (double)left * (double)left / pool;
    if (room <= 0)
        return 1;
    double half = sqrt(room * n * (pool - n) / pool);
    const struct shares *shares = shares_at(census, group, left);
    int64_t low = larger((int64_t)ceil(mean - half), shares->least);
    int64_t high = smaller((int64_t)floor(mean + half), shares->most);
    if (low > high)
        return 1;
    double chance =
        shares->below[low - shares->least] + shares->above[high + 1 - shares->least];
    census->steps++;
    if (group + 2 == census->groups)
        return chance;
    for (int64_t count = low; count <= high && census->steps <= MOST_STEPS; count++)
        chance += shares->each[count - shares->least] *
                  chance_of(census, group + 1, left - count,
                            lacking - (double)count * (double)count / n);
    return chance;
}

static int compare_sizes(const void *one, const void *other) {
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
    return (a > b) - (a < b);
}

static struct census census_new(const struct contingency *margins) {
    size_t groups = margins->columns;
    struct census census = {
        .groups = groups,
        .sizes = memory_allocate(groups, sizeof *census.sizes),
        .unplaced = memory_allocate(groups, sizeof *census.unplaced),
        .successes = smaller(margins->row_sums[0], margins->row_sums[1]),
        .shares = memory_allocate(groups, sizeof *census.shares),
    };
    memcpy(census.sizes, margins->column_sums, groups * sizeof *census.sizes);
    qsort(census.sizes, groups, sizeof *census.sizes, compare_sizes);
    int64_t unplaced = margins->n;
    for (size_t group = 0; group < groups; group++) {
        census.unplaced[group] = unplaced;
        census.shares[group] =
            memory_allocate((size_t)census.successes + 1, sizeof(struct shares *));
        unplaced -= census.sizes[group];
    }
    return census;
}

static void census_free(struct census *census) {
    for (size_t group = 0; group < census->groups; group++) {
        for (int64_t left = 0; left <= census->successes; left++)
            if (census->shares[group][left] != NULL) {
                free(census->shares[group][left]->each);
                free(census->shares[group][left]);
            }
        free(census->shares[group]);
    }
    free(census->shares);
    free(census->unplaced);
    free(census->sizes);
}

/* False where there are too many tables to go through. */
static bool count_all(const struct scorer *scorer, struct permutation *result) {
    const struct contingency *margins = scorer->margins;
    if (smaller(margins->row_sums[0], margins->row_sums[1]) > MOST_SUCCESSES)
        return false;
    struct census census = census_new(margins);
    double successes = (double)census.successes;
    double p = chance_of(&census, 0, census.successes,
                         scorer->threshold + successes * successes / (double)margins->n);
    bool counted = census.steps <= MOST_STEPS;
    census_free(&census);
    if (!counted)
        return false;
    result->defined = true;
    result->method = PERMUTATION_EXACT;
    result->p = p < 1 ? p : 1;
    return true;
}

/* --- random tables --- */

static void draw_some(const struct scorer *scorer, int64_t most, uint64_t seed,
                      struct permutation *result) {
    struct random_table *drawer = random_table_new(scorer->margins, seed);
    int64_t extreme = 0;
    while (extreme < ENOUGH_EXTREME && result->draws < most) {
        result->draws++;
        extreme += score(scorer, random_table_draw(drawer)) >= scorer->threshold;
    }
    random_table_free(drawer);
    double draws = (double)result->draws;
    result->defined = result->has_range = true;
    result->method = PERMUTATION_MONTE_CARLO;
    result->p = extreme >= ENOUGH_EXTREME ? (double)extreme / draws
                                          : ((double)extreme + 1) / (draws + 1);
    double half = sqrt(result->p * (1 - result->p) / draws) / 2;
    result->low = fmax(0, result->p - half);
    result->high = fmin(1, result->p + half);
}

struct permutation permutation_test(const struct contingency *table, uint64_t seed) {
    struct permutation result = {.n = table->n};
    assert(table->rows <= 2);
    if (!contingency_compares(table))
        return result;
    bool many = table->n > MANY_ANSWERS;
    if (many && contingency_expects(table, LEAST_EXPECTED)) {
        struct comparison comparison = comparison_chi_square(table);
        result.defined = comparison.defined;
        result.method = PERMUTATION_ASYMPTOTIC;
        result.p = comparison.p;
        return result;
    }
    struct scorer scorer = scorer_of(table);
    if (!count_all(&scorer, &result))
        draw_some(&scorer, many ? MOST_DRAWS_OF_MANY : MOST_DRAWS, seed, &result);
    free(scorer.inverses);
    return result;
}
