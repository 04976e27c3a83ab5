/* Whether the options of a question by one grouping, seen together, leave a count open. There
 * is no formula for it, as who answered ticked at least one option, at most max_choices, and an
 * exclusive one alone; so a witness is searched for: other counts that would be published in
 * the same words and in which the count in question is another one. */
#ifndef PROTECT_WITNESS_H
#define PROTECT_WITNESS_H

#include "protect/linked_tables.h"

/* When a count is open: nobody knows it to be what must not be known. */
enum openness {
    OPEN_COUNT, /* it can be 0 or at least min_cell */
    OPEN_MIND,  /* it can be 1 or more: not all agree on the other answers */
    OPEN_PARTS, /* it can be less than a limit */
    OPEN_ANY    /* it can be another one than it is */
};

/* Some answers by some groups of one part; the count of a target is the sum over both. */
struct target {
    size_t part;
    bool *rows, *columns; /* by group, by answer */
    enum openness openness;
    int64_t limit; /* of OPEN_PARTS */
};

/* True where the counts themselves, or others that say the same, leave the target open. False
 * where none was found: the search tries exchanges between respondents, not all tables. Changes
 * the counts of the linked tables. */
bool witness_exists(struct linked_tables *linked, const struct target *target,
                    int64_t min_cell);

#endif
