/* What is known of a count in one table by groups. A reader has the sums by group (cautiously:
 * also where they are not published) and by answer, and the counts that a view shows. Every
 * whole number from low to high is then a count that some table with the same sums and the same
 * shown counts has, and no other is: exact, not an estimate. Options of one question are not
 * judged so, since their counts depend on each other (witness.h). Nothing is allocated. */
#ifndef PROTECT_KNOWN_RANGE_H
#define PROTECT_KNOWN_RANGE_H

#include "protect/cut.h"

struct known_range {
    int64_t low, high;
};

/* How many of the groups (rows: by group) gave one of the answers (columns: by answer). cut:
 * what is shown of the table; NULL: nothing. The table is complete.
 *
 * Within a cell of the cut (a unit, a class) nothing is known but its sum, so answers can be
 * dealt to its people in any way: of r people and c answers among b, max(0, r + c - b) to
 * min(r, c) meet. Where every answer is a class of its own, that holds for each unit. Where
 * there are two classes, it holds for each class over all units, since nobody knows which unit
 * an answer within the class came from; how many of the r people are in the class is itself
 * open. */
struct known_range known_range_of(const struct group_table *table, const struct cut *cut,
                                  const bool *rows, const bool *columns);

#endif
