/* Quantiles of distributions by GSL, with every argument checked before GSL sees it (its own
 * handler aborts, and some of its quantiles never return for bad arguments). Nothing is
 * allocated. */
#ifndef INFERENCE_DISTRIBUTION_H
#define INFERENCE_DISTRIBUTION_H

#include <stdbool.h>

/* The standard normal quantile for a probability in (0, 1). False, with *quantile 0, outside or
 * where GSL finds none. */
bool distribution_normal_quantile(double probability, double *quantile);

/* Student's t quantile for a probability in (0, 1) and degrees of freedom from 1 to 1e12.
 * False, with *quantile 0, outside or where GSL finds none. */
bool distribution_student_quantile(double probability, double degrees, double *quantile);

#endif
