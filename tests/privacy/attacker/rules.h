/* What a published file must not show, whatever can be inferred from it, and the view of each
 * table. Nothing is owned. */
#ifndef ATTACK_RULES_H
#define ATTACK_RULES_H

#include <stdio.h>

#include "codebook.h"
#include "findings.h"
#include "published.h"

/* The rules about single rows. */
void rules_check(const struct published *published, const struct codebook *codebook,
                 struct findings *findings);

/* Prints "view N TYPE QUESTION/ITEM by GROUPING" for each table: 1 all counts, 2 one class, 3
 * and 4 the same in the coarser grouping, 5 nothing. */
void rules_print_views(const struct published *published, const struct codebook *codebook,
                       FILE *stream);

#endif
