/* What every statistic returns: a value with its interval and base, or the word that it does
 * not exist. Nothing is allocated. */
#ifndef INFERENCE_ESTIMATE_H
#define INFERENCE_ESTIMATE_H

#include <stdbool.h>
#include <stdint.h>

struct estimate {
    bool defined; /* false: the statistic does not exist for these data; the numbers below are 0
                   */
    double value;
    bool has_interval;
    double low, high;
    int64_t n; /* the base */
};

#endif
