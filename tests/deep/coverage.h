/* How often intervals for a share contain the truth: by enumeration, not by simulation. A
 * sample of n from N people, K of whom say yes, has k yes with a hypergeometric chance; the
 * coverage for K is the chance of the k whose interval contains K / N. For
 * inference_coverage_test.c and coverage_of_intervals.c. */
#ifndef DEEP_COVERAGE_H
#define DEEP_COVERAGE_H

#include <assert.h>
#include <math.h>

#include "inference/distribution.h"
#include "inference/interval.h"
#include "inference/log_factorial.h"

enum { COVERAGE_LARGEST = 200 }; /* n */

enum coverage_method { HYPERGEOMETRIC, WALD, WILSON, CLOPPER_PEARSON, COVERAGE_METHODS };

struct coverage {
    double least[COVERAGE_METHODS]; /* the smallest coverage of all K */
    double width[COVERAGE_METHODS]; /* the mean width over all K */
};

struct range {
    double low, high;
};

/* The two that know N get the usual correction (N - n) / (N - 1) of the variance. */
static struct range range_of(enum coverage_method method, int64_t count, int64_t n,
                             int64_t population) {
    double share = (double)count / (double)n, size = (double)n, z = 0, f = 0;
    double correction = (double)(population - n) / (double)(population - 1);
    distribution_normal_quantile(0.975, &z);
    double squared = z * z * correction;
    struct range range = {0, 1};
    struct estimate exact;
    double centre, half;
    switch (method) {
    case HYPERGEOMETRIC:
        exact = interval_hypergeometric(count, n, population, 0.95);
        return (struct range){exact.low, exact.high};
    case WALD:
        half = sqrt(squared * share * (1 - share) / size);
        return (struct range){share - half, share + half};
    case WILSON:
        centre = (share + squared / (2 * size)) / (1 + squared / size);
        half = sqrt(squared * (share * (1 - share) / size + squared / (4 * size * size)));
        half /= 1 + squared / size;
        return (struct range){count == 0 ? 0 : centre - half, count == n ? 1 : centre + half};
    default: /* Clopper and Pearson, as quantiles of F */
        if (count > 0 &&
            distribution_f_quantile(0.025, 2 * (double)count, 2 * (double)(n - count + 1), &f))
            range.low = (double)count * f / ((double)(n - count + 1) + (double)count * f);
        if (count < n && distribution_f_quantile(0.975, 2 * (double)(count + 1),
                                                 2 * (double)(n - count), &f))
            range.high =
                (double)(count + 1) * f / ((double)(n - count) + (double)(count + 1) * f);
        return range;
    }
}

/* The chance of count yes among n of a population with that many successes. */
static double chance_of(int64_t count, int64_t successes, int64_t n, int64_t population) {
    int64_t failures = population - successes;
    if (count > successes || n - count > failures)
        return 0;
    return (double)expl(log_factorial(successes) - log_factorial(count) -
                        log_factorial(successes - count) + log_factorial(failures) -
                        log_factorial(n - count) - log_factorial(failures - n + count) -
                        log_factorial(population) + log_factorial(n) +
                        log_factorial(population - n));
}

static struct coverage coverage_of(int64_t n, int64_t population) {
    struct range ranges[COVERAGE_METHODS][COVERAGE_LARGEST + 1];
    struct coverage result = {{1, 1, 1, 1}, {0}};
    assert(n <= COVERAGE_LARGEST);
    for (int method = 0; method < COVERAGE_METHODS; method++)
        for (int64_t count = 0; count <= n; count++)
            ranges[method][count] =
                range_of((enum coverage_method)method, count, n, population);
    for (int64_t successes = 0; successes <= population; successes++) {
        double truth = (double)successes / (double)population, covered[COVERAGE_METHODS] = {0};
        for (int64_t count = 0; count <= n; count++) {
            double chance = chance_of(count, successes, n, population);
            for (int method = 0; method < COVERAGE_METHODS; method++) {
                const struct range *range = &ranges[method][count];
                if (range->low <= truth && truth <= range->high)
                    covered[method] += chance;
                double width = fmin(1, range->high) - fmax(0, range->low);
                result.width[method] += chance * width / (double)(population + 1);
            }
        }
        for (int method = 0; method < COVERAGE_METHODS; method++)
            result.least[method] = fmin(result.least[method], covered[method]);
    }
    return result;
}

/* The populations that are looked at: n + 1, 1.2 n (rounded up), 2 n, 10 n. */
enum { COVERAGE_POPULATIONS = 4 };
static int64_t coverage_population(int64_t n, int number) {
    return number == 0 ? n + 1 : number == 1 ? (6 * n + 4) / 5 : number == 2 ? 2 * n : 10 * n;
}

#endif
