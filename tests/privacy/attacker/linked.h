/* Who is in no group shown, as one linked record over all questions: the whole sample less the
 * groups. Nothing is owned. */
#ifndef ATTACK_LINKED_H
#define ATTACK_LINKED_H

#include <stdio.h>

#include "codebook.h"
#include "published.h"

/* Prints for each table by groups of which 1 to min_group - 1 answers are left over what these
 * are:
 *
 *     left BY QUESTION ITEM STATISTIC CATEGORY COUNT of BASE beyond LEVEL...
 *
 * ("-" for an empty item or category), and for each grouping, by codes and by coarse levels,
 * how many answers that makes known of how many people at most:
 *
 *     linked BY: PEOPLE people, ANSWERS answers known in TABLES tables */
void linked_print(const struct published *published, const struct codebook *codebook,
                  FILE *stream);

#endif
