#include "inference/permutation.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "inference/comparison.h"
#include "inference/log_factorial.h"
#include "inference/random_table.h"

enum {
    MOST_TABLES = 10000,
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

struct census {
    const struct scorer *scorer;
    int64_t tables; /* seen so far; more than MOST_TABLES: given up */
    long double all, extreme;
};

/* The logarithm of n over k. */
static long double log_binomial(int64_t n, int64_t k) {
    return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

static int64_t larger(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static int64_t smaller(int64_t a, int64_t b) {
    return a < b ? a : b;
}

/* The groups before have together the weight (its logarithm) and the sum; the last two share
 * what is left. Each of their tables follows from the one before it. */
static void visit_last(struct census *census, int64_t left, long double log_weight,
                       double sum) {
    const struct contingency *margins = census->scorer->margins;
    size_t first = margins->columns - 2, second = margins->columns - 1;
    int64_t one = margins->column_sums[first], other = margins->column_sums[second];
    int64_t least = larger(0, left - other), most = smaller(one, left);
    census->tables += most - least + 1;
    if (census->tables > MOST_TABLES)
        return;
    long double weight =
        expl(log_weight + log_binomial(one, least) + log_binomial(other, left - least));
    for (int64_t count = least; count <= most; count++) {
        double found = sum + score_group(census->scorer, first, count) +
                       score_group(census->scorer, second, left - count);
        census->all += weight;
        if (found >= census->scorer->threshold)
            census->extreme += weight;
        weight *= (long double)(one - count) * (long double)(left - count) /
                  ((long double)(count + 1) * (long double)(other - left + count + 1));
    }
}

/* unplaced: how large this group and those behind it are together. Weights are relative to the
 * number of all ways, so that none is beyond a long double. */
static void visit(struct census *census, size_t group, int64_t unplaced, int64_t left,
                  long double log_weight, double sum) {
    const struct contingency *margins = census->scorer->margins;
    if (group + 2 == margins->columns) {
        visit_last(census, left, log_weight, sum);
        return;
    }
    int64_t size = margins->column_sums[group];
    for (int64_t count = larger(0, left - (unplaced - size));
         count <= smaller(size, left) && census->tables <= MOST_TABLES; count++)
        visit(census, group + 1, unplaced - size, left - count,
              log_weight + log_binomial(size, count),
              sum + score_group(census->scorer, group, count));
}

/* False where there are more tables than that. */
static bool count_all(const struct scorer *scorer, struct permutation *result) {
    const struct contingency *margins = scorer->margins;
    struct census census = {.scorer = scorer};
    visit(&census, 0, margins->n, margins->row_sums[0],
          -log_binomial(margins->n, margins->row_sums[0]), 0);
    if (census.tables > MOST_TABLES)
        return false;
    result->defined = true;
    result->method = PERMUTATION_EXACT;
    result->p = (double)(census.extreme / census.all);
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
