/* The permutation test of paired differences. */
#ifndef INFERENCE_SIGN_FLIP_H
#define INFERENCE_SIGN_FLIP_H

#include <stdbool.h>

#include "inference/estimate.h"
#include "inference/moments.h"

struct sign_flip {
    struct estimate p; /* without interval; its base is the number of differences */
    bool exact;        /* false: the normal approximation */
};

/* How often, if each difference had its sign by a fair coin, the sum of differences would be as
 * far from 0 as it is, or farther (Fisher 1935, The Design of Experiments, section 21). Exact
 * over all 2^n signs, by the distribution of a sum of whole numbers (Pagano and Tritchler 1983,
 * JASA 78:435), as long as how many differ from 0, times the sum of their sizes, is at most 1e7
 * (some 2,000 of them); beyond that the normal approximation sum / sqrt(sum of squares). 1
 * where all differences are 0. Undefined for none. The differences are whole numbers (divisor
 * 1), at most 1e6 in size. */
struct sign_flip sign_flip_test(const struct frequency_table *differences);

#endif
