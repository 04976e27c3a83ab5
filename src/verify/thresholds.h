/* Check: is no figure of a group in published.csv below the thresholds of its first row? */
#ifndef VERIFY_THRESHOLDS_H
#define VERIFY_THRESHOLDS_H

#include "verify/work.h"

/* Counts by group of 1 to min_cell - 1, and figures in rows that are called hidden. What could
 * be worked out is not asked. */
void thresholds_check(struct work *work);

#endif
