/* The view of each table: what of it is shown by group. Nothing is owned. */
#ifndef ATTACK_VIEW_H
#define ATTACK_VIEW_H

#include <stdbool.h>

#include "codebook.h"
#include "findings.h"
#include "published.h"

/* True where all counts of the question, or the row of a matrix, are there by the group of the
 * row. */
bool view_counts_shown(const struct published *published, const struct question *question,
                       const struct result *row);
/* True where the counts of all options that exclude others are there, and there are some. */
bool view_exclusive_shown(const struct published *published, const struct question *question,
                          const struct result *row);
/* True where a count over all respondents is hidden. */
bool view_hidden(const struct published *published, const struct question *question);

/* P3: each table has one view. */
void views_check(const struct published *published, const struct codebook *codebook,
                 struct findings *findings);

#endif
