/* All tables with given margins, one after the other. table_walk_new makes a walk;
 * table_walk_free frees it. For permutation.c only. */
#ifndef INFERENCE_TABLE_WALK_H
#define INFERENCE_TABLE_WALK_H

#include "inference/contingency.h"

struct table_walk;

/* Fills the columns before `end` in every way that leaves the others possible. The margins must
 * outlive it. */
struct table_walk *table_walk_new(const struct contingency *margins, size_t end);
/* NULL is fine. */
void table_walk_free(struct table_walk *walk);

/* Calls visit for every way, until it returns false. counts: the columns before end, column
 * after column; left: what the rows have left for the others. Both are the walk's. */
void table_walk_run(struct table_walk *walk,
                    bool (*visit)(void *context, const int64_t *counts, const int64_t *left),
                    void *context);

#endif
