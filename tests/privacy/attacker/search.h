/* Whole-number tables that fulfil the facts of a model. Nothing is owned. */
#ifndef ATTACK_SEARCH_H
#define ATTACK_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model.h"

/* What is looked for. All arrays are by variable and the caller's. */
struct search_order {
    const struct model *model;
    const int64_t *low, *high; /* ranges to begin with */
    const bool *wanted;        /* variables that a solution fixes; NULL: all */
    size_t steps;              /* how long to search */
};

/* Gets each solution: the range of each variable, one value of those wanted. Where only some
 * are wanted, the others may turn out to be impossible. Returns false to stop. */
typedef bool search_function(void *context, const int64_t *low, const int64_t *high);

/* Enumerates all solutions. False where it gave up; stopping by the function counts as done. */
bool search_all(const struct search_order *order, search_function *function, void *context);

#endif
