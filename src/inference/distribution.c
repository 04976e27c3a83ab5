#include "inference/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <pthread.h>

#include "inference/log_factorial.h"

enum { LARGEST_POPULATION = 1000000000 };

/* GSL's handler is one global of the process and aborts by default. */
static void silence(void) {
    gsl_set_error_handler_off();
}

static void silence_gsl(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, silence);
}

static bool is_probability(double probability) {
    return isfinite(probability) && probability > 0 && probability < 1;
}

static bool is_degrees(double degrees) {
    return isfinite(degrees) && degrees >= 1 && degrees <= 1e12;
}

static bool accept(double found, double *result) {
    bool fine = isfinite(found);
    *result = fine ? found : 0;
    return fine;
}

static bool accept_probability(double found, double *result) {
    if (!accept(found, result))
        return false;
    *result = fmin(1, fmax(0, found));
    return true;
}

bool distribution_normal_quantile(double probability, double *quantile) {
    *quantile = 0;
    if (!is_probability(probability))
        return false;
    silence_gsl();
    return accept(gsl_cdf_ugaussian_Pinv(probability), quantile);
}

bool distribution_student_quantile(double probability, double degrees, double *quantile) {
    *quantile = 0;
    if (!is_probability(probability) || !is_degrees(degrees))
        return false;
    silence_gsl();
    return accept(gsl_cdf_tdist_Pinv(probability, degrees), quantile);
}

/* Over the logarithm of the quantile; after 80 halvings of 1400 no double lies between. */
bool distribution_f_quantile(double probability, double above, double below, double *quantile) {
    *quantile = 0;
    if (!is_probability(probability) || !is_degrees(above) || !is_degrees(below))
        return false;
    silence_gsl();
    double low = -700, high = 700;
    for (int step = 0; step < 80; step++) {
        double middle = low + (high - low) / 2;
        double reached = gsl_cdf_fdist_P(exp(middle), above, below);
        if (!isfinite(reached))
            return false;
        if (reached < probability)
            low = middle;
        else
            high = middle;
    }
    return accept(exp(low + (high - low) / 2), quantile);
}

bool distribution_normal_upper(double value, double *probability) {
    *probability = 0;
    if (!isfinite(value))
        return false;
    silence_gsl();
    return accept_probability(gsl_cdf_ugaussian_Q(value), probability);
}

bool distribution_chi_square_upper(double value, double degrees, double *probability) {
    *probability = 0;
    if (!isfinite(value) || value < 0 || !is_degrees(degrees))
        return false;
    silence_gsl();
    return accept_probability(gsl_cdf_chisq_Q(value, degrees), probability);
}

/* Of n drawn from a population with so many successes, X are successes. */
struct draw {
    int64_t successes, n, population;
};

static bool is_draw(const struct draw *draw) {
    return draw->population >= 0 && draw->population <= LARGEST_POPULATION &&
           draw->successes >= 0 && draw->successes <= draw->population && draw->n >= 0 &&
           draw->n <= draw->population;
}

static long double log_binomial(int64_t n, int64_t k) {
    return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

/* P(X <= count) for a possible count below the mean: P(X = count), and each term before it from
 * the one behind. gsl_cdf_hypergeometric_P does the same from logarithms in double, of which
 * seven digits are left in a population of 1e9. */
static double lower_tail(const struct draw *draw, int64_t count) {
    int64_t failures = draw->population - draw->successes;
    long double term =
        expl(log_binomial(draw->successes, count) + log_binomial(failures, draw->n - count) -
             log_binomial(draw->population, draw->n));
    long double sum = term;
    for (int64_t x = count; x > 0 && failures - draw->n + x > 0 && term > sum * 1e-18L; x--) {
        term *= (long double)x / (long double)(draw->successes - x + 1) *
                ((long double)(failures - draw->n + x) / (long double)(draw->n - x + 1));
        sum += term;
    }
    return (double)fminl(1, sum);
}

bool distribution_hypergeometric_lower(int64_t count, int64_t successes, int64_t n,
                                       int64_t population, double *probability) {
    struct draw draw = {successes, n, population};
    *probability = 0;
    if (!is_draw(&draw))
        return false;
    if (count < 0 || count < successes + n - population)
        return true;
    *probability = 1;
    if (count >= n || count >= successes)
        return true;
    if ((double)count * (double)population < (double)n * (double)successes) {
        *probability = lower_tail(&draw, count);
        return true;
    }
    /* Above the mean it is what more successes leave; those are fewer failures. */
    struct draw turned = {population - successes, n, population};
    *probability = 1 - lower_tail(&turned, n - count - 1);
    return true;
}

bool distribution_hypergeometric_upper(int64_t count, int64_t successes, int64_t n,
                                       int64_t population, double *probability) {
    /* Turned round: X successes of n are n - X of the others. */
    return distribution_hypergeometric_lower(n - count, population - successes, n, population,
                                             probability);
}
