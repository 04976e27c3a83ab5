/* How well several rows measure one thing. Nothing is allocated. */
#ifndef INFERENCE_RELIABILITY_H
#define INFERENCE_RELIABILITY_H

#include <stddef.h>
#include <stdint.h>

#include "inference/estimate.h"

/* Sums over the respondents who answered every item, of answers that are whole numbers. */
struct item_sums {
    int64_t n;             /* these respondents */
    size_t items;          /* how many items */
    const int64_t *sums;   /* of each item; the caller's */
    int64_t squares;       /* of the squares of all single answers */
    int64_t total_squares; /* of the squares of each respondent's sum over the items */
};

/* Cronbach's alpha (Cronbach 1951, Psychometrika 16:297; R: psych::alpha on complete rows) with
 * Feldt's interval: 1 - (1 - alpha) F, F with n - 1 and (n - 1)(items - 1) degrees of freedom
 * (Feldt 1965, Psychometrika 30:357; R: psych::alpha.ci). The base is n. Undefined for fewer
 * than two items or respondents, and where all respondents have the same sum. No interval where
 * alpha is 1: a width of nothing would claim a certainty that is not there. */
struct estimate reliability_alpha(const struct item_sums *sums, double confidence);

#endif
