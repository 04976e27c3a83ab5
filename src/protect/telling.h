/* What the published figures of a number question tell about few people. Nothing is allocated
 * for the caller. */
#ifndef PROTECT_TELLING_H
#define PROTECT_TELLING_H

#include "protect/spread.h"

/* True where a reader who knows that the answers lie in one of these ways knows that 1 to
 * min_cell - 1 gave some number, or some number and all beyond it; or which answer is the
 * smallest or the greatest. True also where there is no way at all. */
bool telling(const struct spreads *spreads, const struct number_figures *figures,
             int64_t min_cell);

/* That sum, where it is known that no answer dominates it (P6). */
struct sum_range telling_sum(const struct number_figures *figures, int64_t sum);

/* True where all answers may be the same number, as far as the figures tell. */
bool telling_uniform(const struct number_figures *figures, struct sum_range sum);

#endif
