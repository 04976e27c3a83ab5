/* Which of the tables that are shown may be said to differ between groups. What is tested is
 * what a reader sees, and the verdict follows from what is published: the counts of the table,
 * those of the others, and how many tests there are. So it tells nobody more than these. */
#ifndef PROTECT_CLAIMS_H
#define PROTECT_CLAIMS_H

#include "protect/group_rule.h"

/* Sets claim and least_difference of every decision. The tables that are not shown count as
 * tests that found nothing (p = 1), which makes no claim easier (Benjamini and Hochberg 1995
 * need p-values that are not too small). tests: how many there are, shown or not. */
void claims_decide(struct group_part *parts, size_t count, int64_t tests);

#endif
