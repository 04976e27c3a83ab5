#include "inference/interval.h"

#include <assert.h>
#include <math.h>

#include "inference/distribution.h"

/* The lower bound in the form that subtracts nothing: the roots of (n + z2) p2 - (2 k + z2) p +
 * k2 / n = 0 have a known product, so the small root follows from the large one. Exactly 0 for
 * k = 0. */
static double wilson_low(double count, double n, double z) {
    double spread = z * sqrt(z * z + 4 * count * (n - count) / n);
    return 2 * count * (count / n) / (2 * count + z * z + spread);
}

struct estimate interval_wilson(int64_t count, int64_t n, double confidence) {
    assert(count >= 0 && count <= n);
    struct estimate result = {.n = n};
    if (n == 0)
        return result;
    result.defined = true;
    result.value = (double)count / (double)n;
    double z;
    if (!distribution_normal_quantile(0.5 + confidence / 2, &z))
        return result;
    result.has_interval = true;
    result.low = wilson_low((double)count, (double)n, z);
    result.high = 1 - wilson_low((double)(n - count), (double)n, z);
    return result;
}

struct estimate interval_bounds(int64_t count, int64_t n, int64_t population) {
    assert(count >= 0 && count <= n);
    struct estimate result = {.n = population};
    if (n == 0 || population <= 0 || n > population)
        return result;
    result.defined = true;
    result.has_interval = true;
    result.low = (double)count / (double)population;
    result.high = (double)(count + population - n) / (double)population;
    return result;
}

struct estimate interval_student(const struct moments *moments, int64_t population,
                                 double confidence) {
    struct estimate result = {
        .defined = moments->n > 0, .value = moments->mean, .n = moments->n};
    if (!moments->has_sd || moments->sd <= 0 || (population > 0 && moments->n >= population))
        return result;
    double n = (double)moments->n;
    double t;
    if (!distribution_student_quantile(0.5 + confidence / 2, n - 1, &t))
        return result;
    double half = t * moments->sd / sqrt(n);
    if (population > 0)
        half *= sqrt(1 - n / (double)population);
    result.has_interval = true;
    result.low = moments->mean - half;
    result.high = moments->mean + half;
    return result;
}
