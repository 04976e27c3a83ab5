/* Whether each verdict is what its test says of the counts that stand beside it. Nothing is
 * owned. */
#ifndef ATTACK_VERDICTS_H
#define ATTACK_VERDICTS_H

#include "codebook.h"
#include "findings.h"
#include "published.h"

/* The least difference that the tests could have shown must be a function of the two greatest
 * bases shown. A verdict may stand beside counts by group alone, and must be the function of
 * them that nachlese-stats(1) describes: the exact two-sided test of the class of the table
 * against the rest, by the groups shown, adjusted for all tests after Benjamini and Hochberg,
 * where those that are not shown count as if they told nothing. One that is another function
 * tells something that is not shown. */
void verdicts_check(const struct published *published, const struct codebook *codebook,
                    struct findings *findings);

#endif
