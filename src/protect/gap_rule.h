/* Rule P7 for gaps: where one of the two questions can identify people. Nothing is allocated.
 */
#ifndef PROTECT_GAP_RULE_H
#define PROTECT_GAP_RULE_H

#include <stdbool.h>

#include "protect/block.h"

/* True where this block is a gap with an identifying question, and in one of its rows the
 * number of those with an unmet need is 1 to min_cell - 1, or with the counts of the two
 * questions tells that so few, or none, can be important and satisfied, satisfied only, or
 * neither. */
bool gap_rule_hides(const struct block *block, const struct results *results, int64_t min_cell);

#endif
