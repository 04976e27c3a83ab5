/* The view of each table: what of it is shown by group. Nothing is owned. */
#ifndef ATTACK_VIEW_H
#define ATTACK_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "codebook.h"
#include "findings.h"
#include "published.h"
#include "table.h"

/* True where all counts of the question, or the row of a matrix, are there by the group of the
 * row. */
bool view_counts_shown(const struct published *published, const struct question *question,
                       const struct result *row);
/* True where the counts of all options that exclude others are there, and there are some. */
bool view_exclusive_shown(const struct published *published, const struct question *question,
                          const struct result *row);
/* True where a count over all respondents is hidden. */
bool view_hidden(const struct published *published, const struct question *question);

/* How many of each group that is shown gave an answer of the class of their table, in the order
 * of the rows. */
struct class_by_group {
    size_t groups;
    int64_t count[POSITIONS], base[POSITIONS];
};

/* The class of the table that the row is about, as nachlese-protect(1) chooses it: by the codes
 * of the grouping where these are shown, else by the coarse levels. False where no group is
 * shown. */
bool view_class_by_group(const struct published *published, const struct codebook *codebook,
                         const struct result *row, struct class_by_group *class);

/* P3: each table has one view, which the row `view` names; by one grouping only where fewer
 * than 100 answered, by none where fewer than 20 did. */
void views_check(const struct published *published, const struct codebook *codebook,
                 struct findings *findings);

#endif
