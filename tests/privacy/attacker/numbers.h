/* Number questions: what their published figures disclose about single answers. Nothing is
 * owned. */
#ifndef ATTACK_NUMBERS_H
#define ATTACK_NUMBERS_H

#include "codebook.h"
#include "findings.h"
#include "published.h"

/* Looks at all sets of answers that fit sum, standard deviation, quartiles and classes over all
 * respondents, and of which no smaller width that divides that of the classes leaves each with
 * 0 or min_cell: the smallest is taken. Reports where the classes are not of one width, and
 * where in each of them 1 to min_cell - 1 gave some number, or it or less, or it or more, or
 * where all have the same smallest or greatest answer. Where that takes more steps, or there
 * are more than 1,000 numbers, it counts as undecided. */
void numbers_attack(const struct published *published, const struct question *question,
                    struct findings *findings, size_t steps);

#endif
