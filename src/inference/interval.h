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

/* The share count / n of n people out of N = population, with the exact interval for the share
 * of all N, by inversion of the hypergeometric test (Katz 1953, JASA 48:256; Buonaccorsi 1987,
 * JASA 82:1162): K / N belongs to it if, were K of the N people so, both at most and at least
 * count of n would have a probability over alpha / 2 by more than a relative 1e-9. There is no
 * interval for n = N. Undefined for n = 0. 0 <= count <= n <= N <= 1e9. */
struct estimate interval_hypergeometric(int64_t count, int64_t n, int64_t population,
                                        double confidence);

/* The hypergeometric interval where N is known and at least n, else Wilson's. */
struct estimate interval_share(int64_t count, int64_t n, int64_t population, double confidence);
/* Which of both that is: "hypergeometric" or "wilson". */
const char *interval_share_method(int64_t n, int64_t population);

/* Between which shares of the whole population the truth must lie, whatever those think of whom
 * nothing is known: count / N and (count + N - known) / N. Known are all who answered, also
 * those who do not know or chose an answer beside the scale: they are not among those counted.
 * The value is 0 and means nothing; the base is N. Undefined for known = 0, N = 0 and known >
 * N. 0 <= count <= known. */
struct estimate interval_bounds(int64_t count, int64_t known, int64_t population);

/* How many more of those who are missing must say so before more than half of all N surely do:
 * floor(N / 2) + 1 - count. Undefined where count is no majority of the n answers on the scale,
 * where it is one of all N already, and where fewer are missing than that. The base is N.
 * 0 <= count <= n <= known <= N. */
struct estimate interval_tipping(int64_t count, int64_t n, int64_t known, int64_t population);

/* The mean with Student's interval, half width t * sd / sqrt(n) * sqrt(1 - n / N). There is no
 * interval for n < 2, for n >= N, and where all values are equal: a width of nothing would
 * claim a certainty that is not there. Undefined for n = 0. */
struct estimate interval_student(const struct moments *moments, int64_t population,
                                 double confidence);

#endif
