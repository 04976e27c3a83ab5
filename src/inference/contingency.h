/* A table of answers by groups: how often each answer occurs in each group. contingency_new
 * makes one that owns its counts; contingency_free frees it. */
#ifndef INFERENCE_CONTINGENCY_H
#define INFERENCE_CONTINGENCY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "inference/estimate.h"

/* No row (answer) and no column (group) is empty; both keep their order. */
struct contingency {
    size_t rows, columns;
    int64_t n;
    int64_t *counts; /* column after column: counts[column * rows + row] */
    int64_t *row_sums, *column_sums;
};

/* From the counts of each group, groups[group][answer], without the answers that nobody gave
 * and the groups where nobody answered. At most 3e9 answers. */
struct contingency *contingency_new(const int64_t *const *groups, size_t group_count,
                                    size_t answer_count);
/* NULL is fine. */
void contingency_free(struct contingency *table);

/* True where there is something to compare: at least two rows and two columns. */
bool contingency_compares(const struct contingency *table);

/* True where each cell is expected to hold at least that many: row sum times column sum / n. */
bool contingency_expects(const struct contingency *table, int64_t least);

/* The adjusted residual of a cell (Haberman 1973, Biometrics 29:205; R: chisq.test()$stdres),
 * (O - E) / sqrt(E (1 - row / n) (1 - column / n)). Its base is n. Undefined where row or
 * column hold nothing or all. */
struct estimate contingency_residual(int64_t count, int64_t row_sum, int64_t column_sum,
                                     int64_t n);

#endif
