/* Rule P6: of a number question no extreme, no dominating and no single value. Nothing is
 * allocated for the caller. */
#ifndef PROTECT_NUMBER_RULE_H
#define PROTECT_NUMBER_RULE_H

#include <stdio.h>

#include "protect/result_block.h"

/* Writes the rows of a number question: states; histogram classes joined until each holds 0 or
 * at least min_cell answers; mean and sum unless fewer than min_report answered, the largest
 * contributor exceeds half of the sum or the two largest 90 %; quartiles with five answers on
 * either side. Of all these the first of: all; median and quartiles; sum and median; median;
 * sum; nothing: the first that discloses nothing about fewer than min_cell people, not even by
 * what is missing. Never sd and the mean's interval: with the sum they could fix all answers.
 * Where protect lacks what it needs to decide, the row is hidden. The same holds for an
 * identifying number: nothing of it is a count of people with one answer. */
void number_rule_write(FILE *stream, const struct result_block *block,
                       const struct questionnaire *questionnaire);

#endif
