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

/* The question whether K can be the number of people in the population. */
struct inversion {
    int64_t count, n, population;
    double least; /* what a tail must exceed */
};

/* P(X >= count) grows with K, so from some K on it is large enough. */
static bool reaches(const struct inversion *inversion, int64_t successes) {
    double tail;
    return distribution_hypergeometric_upper(inversion->count, successes, inversion->n,
                                             inversion->population, &tail) &&
           tail > inversion->least;
}

/* The smallest K that reaches the count. That many bisections as N has digits would do; near a
 * good guess fewer do, and each costs as much as the distribution is wide. */
static int64_t smallest(const struct inversion *inversion, int64_t guess) {
    int64_t fails = inversion->count - 1; /* K below the count is impossible */
    int64_t holds = inversion->population - inversion->n + inversion->count; /* P = 1 */
    int64_t step = inversion->population / inversion->n / 2 + 1;
    while (guess > fails && guess < holds) {
        bool fine = reaches(inversion, guess);
        if (fine)
            holds = guess;
        else
            fails = guess;
        guess += fine ? -step : step;
        step *= 2;
    }
    while (holds - fails > 1) {
        int64_t middle = fails + (holds - fails) / 2;
        if (reaches(inversion, middle))
            holds = middle;
        else
            fails = middle;
    }
    return holds;
}

/* Wilson's bound, drawn in towards the share as far as the known population allows. */
static int64_t guess_bound(const struct inversion *inversion, double wilson) {
    double n = (double)inversion->n, all = (double)inversion->population;
    double share = (double)inversion->count / n;
    return (int64_t)((share + (wilson - share) * sqrt(1 - n / all)) * all);
}

struct estimate interval_hypergeometric(int64_t count, int64_t n, int64_t population,
                                        double confidence) {
    assert(n <= population);
    struct estimate result = interval_wilson(count, n, confidence);
    bool wanted = result.has_interval && n < population;
    result.has_interval = false;
    double low = result.low, high = result.high;
    result.low = result.high = 0;
    if (!wanted)
        return result;
    struct inversion yes = {count, n, population, (1 - confidence) / 2 * (1 + 1e-9)};
    struct inversion no = yes;
    no.count = n - count;
    int64_t fewest = smallest(&yes, guess_bound(&yes, low));
    int64_t others = smallest(&no, guess_bound(&no, 1 - high));
    result.has_interval = true;
    result.low = (double)fewest / (double)population;
    result.high = (double)(population - others) / (double)population;
    return result;
}

static bool is_known(int64_t n, int64_t population) {
    return population > 0 && n <= population;
}

struct estimate interval_share(int64_t count, int64_t n, int64_t population,
                               double confidence) {
    return is_known(n, population) ? interval_hypergeometric(count, n, population, confidence)
                                   : interval_wilson(count, n, confidence);
}

const char *interval_share_method(int64_t n, int64_t population) {
    return is_known(n, population) ? "hypergeometric" : "wilson";
}

struct estimate interval_bounds(int64_t count, int64_t known, int64_t population) {
    assert(count >= 0 && count <= known);
    struct estimate result = {.n = population};
    if (known == 0 || population <= 0 || known > population)
        return result;
    result.defined = true;
    result.has_interval = true;
    result.low = (double)count / (double)population;
    result.high = (double)(count + population - known) / (double)population;
    return result;
}

struct estimate interval_tipping(int64_t count, int64_t n, int64_t known, int64_t population) {
    assert(count >= 0 && count <= n && n <= known);
    struct estimate result = {.n = population};
    int64_t still = population / 2 + 1 - count;
    if (2 * count <= n || still < 1 || still > population - known)
        return result;
    result.defined = true;
    result.value = (double)still;
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
