/* Intervals for shares and means: counts in, an estimate out. Nothing is allocated. Confidence
 * lies in (0, 1); population is N, the number of people asked, or 0 where it is not known. */
#ifndef INFERENCE_INTERVAL_H
#define INFERENCE_INTERVAL_H

#include <stdint.h>

#include "inference/estimate.h"
#include "inference/moments.h"

/* The share count / n with Wilson's score interval without continuity correction (Wilson 1927,
 * JASA 22:209). 0 of n has the low bound 0, n of n the high bound 1, both exactly. Undefined
 * for n = 0. 0 <= count <= n. */
struct estimate interval_wilson(int64_t count, int64_t n, double confidence);

/* Between which shares of the whole population the truth must lie, whatever those who did not
 * answer think: count / N and (count + N - n) / N. The value is 0 and means nothing; the base
 * is N. Undefined for n = 0, N = 0 and n > N. */
struct estimate interval_bounds(int64_t count, int64_t n, int64_t population);

/* The mean with Student's interval, half width t * sd / sqrt(n) * sqrt(1 - n / N). There is no
 * interval for n < 2, for n >= N, and where all values are equal: a width of nothing would
 * claim a certainty that is not there. Undefined for n = 0. */
struct estimate interval_student(const struct moments *moments, int64_t population,
                                 double confidence);

#endif
