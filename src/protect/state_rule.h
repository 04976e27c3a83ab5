/* How many answered and why others did not. Nothing is allocated. */
#ifndef PROTECT_STATE_RULE_H
#define PROTECT_STATE_RULE_H

#include <stdbool.h>
#include <stdio.h>

#include "protect/result_block.h"

/* Writes a row of a kind of answer (answered, skipped, dont_know, not_shown, invalid, outside)
 * as it is. But of a question that can identify people, where one of the kinds of missing of
 * the item holds 1 to min_cell - 1, all of them are hidden (P7): a code outside the scale may
 * be the only one of its kind, and the others would give it away. */
void state_rule_write(FILE *stream, const struct result_block *block, const struct result *row,
                      int64_t min_cell);

/* True where one of the kinds of missing of the item holds 1 to min_cell - 1. */
bool state_rule_hides_missing(const struct result_block *block, const char *item,
                              int64_t min_cell);

/* True for the bounds of a question that can identify people, and what follows from them, where
 * the kinds of missing are hidden: bounds say how many said something beside the scale. */
bool state_rule_hides_bounds(const struct result_block *block, const struct result *row,
                             int64_t min_cell);

#endif
