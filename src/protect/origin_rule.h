/* How accepted records came: on paper, by telephone, else through the form system. Nothing is
 * allocated. */
#ifndef PROTECT_ORIGIN_RULE_H
#define PROTECT_ORIGIN_RULE_H

#include <stdio.h>

#include "protect/result_block.h"

/* Writes a row of the kind KIND_ORIGIN as it is. But where one of the ways, the form system
 * included, was that of 1 to min_cell - 1 people, all of them are hidden (P7): whoever helped
 * the only one to answer by telephone would know that they are in there. */
void origin_rule_write(FILE *stream, const struct result_block *block, const struct result *row,
                       int64_t min_cell);

#endif
