/* Do groups differ in their answers? Statistics of a table of answers by groups. Nothing is
 * allocated. */
#ifndef INFERENCE_COMPARISON_H
#define INFERENCE_COMPARISON_H

#include "inference/contingency.h"

struct comparison {
    bool defined; /* false: nothing to compare; the rest is 0 but for n */
    int64_t n;
    double statistic;
    int64_t degrees; /* of freedom */
    double p;        /* asymptotic, from chi-square */
    double effect;
};

/* For answers without order: Pearson's chi-square without Yates' correction, df = (rows - 1)
 * (columns - 1) (Agresti 2002, Categorical Data Analysis, p. 78; R: chisq.test(correct =
 * FALSE)). The effect is Cramer's V, sqrt(chi2 / (n (min(rows, columns) - 1))) (Cramer 1946, p.
 * 443), 0 to 1. Undefined for fewer than two rows or columns. */
struct comparison comparison_chi_square(const struct contingency *table);

/* For answers in order: Kruskal and Wallis' H over mid-ranks, corrected for ties, df = columns
 * - 1 (Hollander and Wolfe 1999, p. 190-199; R: kruskal.test). The effect is epsilon squared, H
 * / (n - 1) (Kelley 1935; Tomczak and Tomczak 2014), 0 to 1. Undefined for fewer than two rows
 * or columns. */
struct comparison comparison_kruskal(const struct contingency *table);

/* Of a table of two columns, with rows in order: Cliff's delta, P(first > second) - P(first <
 * second) over all pairs (Cliff 1993, Psychological Bulletin 114:494), -1 to 1. Undefined for
 * other tables. */
struct estimate comparison_cliff(const struct contingency *table);

#endif
