/* Attacks that join several tables: the options of one question, a question and its condition,
 * and a question by two groupings that are themselves a table. Nothing is owned. */
#ifndef ATTACK_COUPLE_H
#define ATTACK_COUPLE_H

#include "codebook.h"
#include "findings.h"
#include "published.h"

/* All options of a multiple choice or a ranking by one grouping: they share who answered, and
 * each answer holds at least one tick, or one first rank. */
void couple_options(const struct published *published, const struct question *question,
                    const struct question *grouping, struct findings *findings);

/* A question and the one that decides who was asked, by one grouping: in each group, whoever
 * answered was asked. */
void couple_condition(const struct published *published, const struct codebook *codebook,
                      const struct question *question, const char *item,
                      const struct question *grouping, struct findings *findings);

/* The answers by both groupings at once, where at least two of the three tables show figures by
 * group. */
void couple_groupings(const struct published *published, const struct question *question,
                      const char *item, const struct question *first,
                      const struct question *second, struct findings *findings);

#endif
