/* The rules P2 to P5 (P6 and P7 by group): of each table of answers by groups one view, whose
 * figures are all made anew from the counts that it shows. */
#ifndef PROTECT_GROUP_RULE_H
#define PROTECT_GROUP_RULE_H

#include <stdio.h>

#include "base/diag.h"
#include "protect/ladder.h"
#include "protect/result_block.h"

/* The tables of a block and what is decided about each; in the arena they were made in. */
struct group_part {
    struct group_tables tables;
    struct decision *decisions; /* by table */
};

/* facts: one for each grouping of the questionnaire. They must live as long as what is made. */
struct group_part group_rule_decide(struct arena *arena, const struct result_block *block,
                                    const struct questionnaire *questionnaire,
                                    const struct grouping_facts *facts);

/* Writes the rows by group of a question's block; where stats wrote none, nothing. audit: where
 * the decisions go, or NULL. */
void group_rule_write(FILE *stream, FILE *audit, const struct result_block *block,
                      const struct group_part *part, const struct questionnaire *questionnaire,
                      const struct grouping_facts *facts, struct diag *diag);

#endif
