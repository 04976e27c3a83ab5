/* The rules P2 to P5 (P6 and P7 by group): of each table of answers by groups one view, whose
 * figures are all made anew from the counts that it shows. Nothing is allocated for the caller.
 */
#ifndef PROTECT_GROUP_RULE_H
#define PROTECT_GROUP_RULE_H

#include <stdio.h>

#include "base/diag.h"
#include "protect/group_table.h"

/* Writes the rows by group of a question's block; where stats wrote none, nothing. audit: where
 * the decisions go, or NULL. */
void group_rule_write(FILE *stream, FILE *audit, const struct result_block *block,
                      const struct questionnaire *questionnaire,
                      const struct grouping_facts *facts, struct diag *diag);

#endif
