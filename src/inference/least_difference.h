/* How large a difference between two groups would have had to be. */
#ifndef INFERENCE_LEAST_DIFFERENCE_H
#define INFERENCE_LEAST_DIFFERENCE_H

#include <stdint.h>

#include "inference/estimate.h"

/* All of the larger group gave an answer, and k of the smaller one (n): the least difference of
 * the shares, 1 - k / n, whose two-sided exact p (permutation_test: Pearson's chi-square over
 * all tables with these margins) is at most 0.05 / tests. Undefined where even k = 0 has a
 * larger p. larger >= n >= 0, tests >= 1. */
struct estimate least_difference(int64_t larger, int64_t n, double tests);

#endif
