/* Rule P6: of a number question no extreme, no dominating and no single value. Nothing is
 * allocated for the caller. */
#ifndef PROTECT_NUMBER_RULE_H
#define PROTECT_NUMBER_RULE_H

#include <stdio.h>

#include "protect/result_block.h"

/* Writes the rows of a number question: states, and of all other figures what number_choice.h
 * decides: classes of one width, from the first with answers to the last; mean and sum;
 * quartiles. Never sd and the mean's interval: with the sum they could fix all answers. Where
 * protect lacks what it needs to decide, all are hidden. The same holds for an identifying
 * number: nothing of it is a count of people with one answer. */
void number_rule_write(FILE *stream, const struct result_block *block,
                       const struct questionnaire *questionnaire);

#endif
