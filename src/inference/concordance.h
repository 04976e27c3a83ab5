/* Is the order of several rows, as their respondents rate them, more than noise? Nothing is
 * allocated. */
#ifndef INFERENCE_CONCORDANCE_H
#define INFERENCE_CONCORDANCE_H

#include <stddef.h>
#include <stdint.h>

#include "inference/estimate.h"

/* Each respondent with an answer to every item ranks them 1 .. items, ties sharing their mean
 * rank. */
struct rank_sums {
    int64_t n;           /* these respondents */
    size_t items;        /* how many items */
    const int64_t *sums; /* twice the sum of each item's ranks; the caller's */
    int64_t ties;        /* sum of t^3 - t over the ties (of t items) of all respondents */
};

struct concordance {
    struct estimate p; /* Friedman's test, asymptotic (chi-square), corrected for ties */
    struct estimate w; /* Kendall's W, 0 to 1, corrected for ties */
};

/* Friedman 1937, JASA 32:675, as in Hollander and Wolfe 1999, p. 272-274 (R: friedman.test);
 * Kendall's W is the statistic over n (items - 1). Both without interval, their base n.
 * Undefined for fewer than two respondents or items, and where every respondent ties all. */
struct concordance concordance_friedman(const struct rank_sums *ranks);

#endif
