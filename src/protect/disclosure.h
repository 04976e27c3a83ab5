/* What can be worked out from a view. A count of 1 to min_cell - 1 is safe as long as another
 * table could be behind what is shown in which that count is 0 or at least min_cell: nobody can
 * then know it. Of a single table known_range.h says which counts could be; of options, which
 * depend on each other, witness.h searches for such a table, and where it finds none the view
 * counts as unsafe. Nothing is allocated for the caller. */
#ifndef PROTECT_DISCLOSURE_H
#define PROTECT_DISCLOSURE_H

#include "protect/linked_tables.h"

struct disclosed {
    const char *level;    /* the group or coarse level */
    const char *category; /* the code, set, or "top2"; "" for an option */
};

/* What is published of the tables that belong together: one table, or all options of a question
 * by one grouping, whether anything of them is shown or not. True where the whole-sample
 * figures alone do not say so, and some count is known to be 1 to min_cell - 1: of a group, a
 * coarse level, all groups left out or a part of those in no group; of an answer, a set or the
 * highest answers, of a sensitive question also of all others; or where it is known that all of
 * a small group agree in a sensitive question, that all in no group do in any, or how each of
 * fewer than min_group answered. limits: the thresholds. */
bool disclosure_find(const struct published_table *parts, size_t count,
                     const struct questionnaire *limits, struct disclosed *disclosed);

#endif
