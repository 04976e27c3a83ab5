/* Quantiles and tails of distributions, most by GSL, with every argument checked before GSL
 * sees it (its own handler aborts, and some of its quantiles never return). All return false,
 * with 0, outside the ranges named and where GSL finds no finite number. Nothing is allocated.
 */
#ifndef INFERENCE_DISTRIBUTION_H
#define INFERENCE_DISTRIBUTION_H

#include <stdbool.h>
#include <stdint.h>

/* The standard normal quantile for a probability in (0, 1). */
bool distribution_normal_quantile(double probability, double *quantile);

/* Student's t quantile for a probability in (0, 1) and degrees of freedom from 1 to 1e12. */
bool distribution_student_quantile(double probability, double degrees, double *quantile);

/* The F quantile for a probability in (0, 1) and degrees of freedom from 1 to 1e12. By
 * bisection, since gsl_cdf_fdist_Pinv fails within its own domain. */
bool distribution_f_quantile(double probability, double above, double below, double *quantile);

/* P(X >= value) of a standard normal X, for finite values. */
bool distribution_normal_upper(double value, double *probability);

/* P(X >= value) of chi-square, value >= 0, degrees of freedom from 1 to 1e12; 0 where it is
 * smaller than any double. */
bool distribution_chi_square_upper(double value, double degrees, double *probability);

/* Of n drawn from a population with that many successes, X are successes: P(X <= count) and
 * P(X >= count) (R: phyper). Not by GSL, which loses digits in large populations. 0 <=
 * successes, n <= population <= 1e9; any count. */
bool distribution_hypergeometric_lower(int64_t count, int64_t successes, int64_t n,
                                       int64_t population, double *probability);
bool distribution_hypergeometric_upper(int64_t count, int64_t successes, int64_t n,
                                       int64_t population, double *probability);

#endif
