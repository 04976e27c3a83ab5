#include "inference/permutation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "inference/comparison.h"
#include "inference/log_factorial.h"
#include "inference/random_table.h"
#include "inference/table_walk.h"

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

/* Chi-square, and H up to a factor that the margins decide, are sums over columns. */
struct scorer {
    const struct contingency *margins;
    enum permutation_statistic statistic;
    double *weights; /* of rows: 1 / row sum for chi-square, doubled mid-rank for H */
    double threshold;
};

static double score_column(const struct scorer *scorer, const int64_t *counts, size_t column) {
    const struct contingency *margins = scorer->margins;
    double n = (double)margins->n, size = (double)margins->column_sums[column], sum = 0;
    if (scorer->statistic == PERMUTATION_KRUSKAL) {
        for (size_t row = 0; row < margins->rows; row++)
            sum += scorer->weights[row] * (double)counts[row];
        return sum * sum / size;
    }
    for (size_t row = 0; row < margins->rows; row++) {
        double apart = (double)counts[row] * n - (double)margins->row_sums[row] * size;
        sum += apart * apart * scorer->weights[row];
    }
    return sum / size;
}

static double score(const struct scorer *scorer, const int64_t *counts) {
    double sum = 0;
    for (size_t column = 0; column < scorer->margins->columns; column++)
        sum += score_column(scorer, &counts[column * scorer->margins->rows], column);
    return sum;
}

static struct scorer scorer_of(const struct contingency *table,
                               enum permutation_statistic statistic) {
    struct scorer scorer = {table, statistic, NULL, 0};
    int64_t below = 0;
    scorer.weights = memory_allocate(table->rows, sizeof *scorer.weights);
    for (size_t row = 0; row < table->rows; row++) {
        int64_t ties = table->row_sums[row];
        /* The distance of twice the mid-rank, 2 below + ties + 1, from its mean n + 1. */
        scorer.weights[row] = statistic == PERMUTATION_KRUSKAL
                                  ? (double)(2 * below + ties - table->n)
                                  : 1 / (double)ties;
        below += ties;
    }
    scorer.threshold = score(&scorer, table->counts) * (1 - tie);
    return scorer;
}

/* --- counting tables --- */

struct tally {
    const struct contingency *margins;
    int64_t limit, count;
    int64_t *ways, *running; /* 2 limit + 1 of each suffice, and n + 1 */
};

static int64_t smaller(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t larger(int64_t a, int64_t b) {
    return a > b ? a : b;
}

/* Lets one more row take 0 .. left of the sum: a window over the ways before. Capped counts add
 * up to counts that are right below the cap. */
static void add_row(const struct tally *tally, int64_t left, int64_t most) {
    int64_t running = 0;
    for (int64_t sum = 0; sum <= most; sum++)
        tally->running[sum] = running += tally->ways[sum];
    for (int64_t sum = 0; sum <= most; sum++) {
        int64_t before = sum > left ? tally->running[sum - left - 1] : 0;
        tally->ways[sum] = smaller(tally->running[sum] - before, tally->limit + 1);
    }
}

/* In how many ways the last column but one takes its answers from what the rows have left; the
 * last column gets the rest. Taking and leaving count the same, so the smaller is looked at. */
static int64_t count_ways(const struct tally *tally, const int64_t *left) {
    const struct contingency *margins = tally->margins;
    int64_t wanted = smaller(margins->column_sums[margins->columns - 2],
                             margins->column_sums[margins->columns - 1]);
    size_t largest = 0;
    int64_t others = 0, ways = 0;
    for (size_t row = 0; row < margins->rows; row++) {
        largest = left[row] > left[largest] ? row : largest;
        others += left[row];
    }
    others -= left[largest];
    /* There is a way for each number that the other rows can take together; and, moving one
     * answer after the other from the first rows to the last, one for each that must move. */
    if (smaller(smaller(wanted, left[largest]), others) >= tally->limit ||
        wanted - left[largest] >= tally->limit)
        return tally->limit + 1;
    int64_t most = smaller(wanted, others);
    for (int64_t sum = 0; sum <= most; sum++)
        tally->ways[sum] = sum == 0;
    for (size_t row = 0; row < margins->rows; row++)
        if (row != largest)
            add_row(tally, left[row], most);
    for (int64_t sum = larger(0, wanted - left[largest]); sum <= most; sum++)
        ways = smaller(ways + tally->ways[sum], tally->limit + 1);
    return ways;
}

static bool count_visit(void *context, const int64_t *counts, const int64_t *left) {
    (void)counts;
    struct tally *tally = context;
    tally->count = smaller(tally->count + count_ways(tally, left), tally->limit + 1);
    return tally->count <= tally->limit;
}

int64_t permutation_count(const struct contingency *margins, int64_t limit) {
    if (!contingency_compares(margins))
        return margins->n > 0;
    /* So many corners the polytope of these tables has at least. */
    if ((int64_t)((margins->rows - 1) * (margins->columns - 1)) >= limit)
        return limit + 1;
    size_t room = (size_t)smaller(margins->n, 2 * limit) + 1;
    struct tally tally = {margins, limit, 0, memory_allocate(room, sizeof *tally.ways),
                          memory_allocate(room, sizeof *tally.running)};
    struct table_walk *walk = table_walk_new(margins, margins->columns - 2);
    table_walk_run(walk, count_visit, &tally);
    table_walk_free(walk);
    free(tally.ways);
    free(tally.running);
    return tally.count;
}

/* --- all tables --- */

struct census {
    const struct scorer *scorer;
    long double reference;    /* logarithm of the weight of the table itself */
    long double all, extreme; /* weights */
    int64_t *counts;          /* of a whole table */
};

static long double log_weight(const struct contingency *margins, const int64_t *counts) {
    long double sum = 0;
    for (size_t cell = 0; cell < margins->rows * margins->columns; cell++)
        sum -= log_factorial(counts[cell]);
    return sum;
}

static bool census_visit(void *context, const int64_t *counts, const int64_t *left) {
    struct census *census = context;
    const struct contingency *margins = census->scorer->margins;
    size_t before = (margins->columns - 1) * margins->rows;
    memcpy(census->counts, counts, before * sizeof *counts);
    memcpy(&census->counts[before], left, margins->rows * sizeof *left);
    long double weight = expl(log_weight(margins, census->counts) - census->reference);
    census->all += weight;
    if (score(census->scorer, census->counts) >= census->scorer->threshold)
        census->extreme += weight;
    return true;
}

static void count_all(const struct scorer *scorer, struct permutation *result) {
    const struct contingency *margins = scorer->margins;
    struct census census = {.scorer = scorer};
    census.reference = log_weight(margins, margins->counts);
    census.counts = memory_allocate(margins->rows * margins->columns, sizeof *census.counts);
    struct table_walk *walk = table_walk_new(margins, margins->columns - 1);
    table_walk_run(walk, census_visit, &census);
    table_walk_free(walk);
    free(census.counts);
    result->defined = true;
    result->method = PERMUTATION_EXACT;
    result->p = (double)(census.extreme / census.all);
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

static void take_asymptotic(const struct contingency *table,
                            enum permutation_statistic statistic, struct permutation *result) {
    struct comparison comparison = statistic == PERMUTATION_KRUSKAL
                                       ? comparison_kruskal(table)
                                       : comparison_chi_square(table);
    result->defined = comparison.defined;
    result->method = PERMUTATION_ASYMPTOTIC;
    result->p = comparison.p;
}

struct permutation permutation_test(const struct contingency *table,
                                    enum permutation_statistic statistic, uint64_t seed) {
    struct permutation result = {.n = table->n};
    if (!contingency_compares(table))
        return result;
    bool many = table->n > MANY_ANSWERS;
    if (many && contingency_expects(table, LEAST_EXPECTED)) {
        take_asymptotic(table, statistic, &result);
        return result;
    }
    struct scorer scorer = scorer_of(table, statistic);
    if (permutation_count(table, MOST_TABLES) <= MOST_TABLES)
        count_all(&scorer, &result);
    else
        draw_some(&scorer, many ? MOST_DRAWS_OF_MANY : MOST_DRAWS, seed, &result);
    free(scorer.weights);
    return result;
}
