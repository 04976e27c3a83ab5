/* Other counts that say the same as what is published, and yet a count in them is another one.
 * Where there is such a witness, nobody can know that count. Nothing is allocated for the
 * caller. */
#ifndef PROTECT_WITNESS_H
#define PROTECT_WITNESS_H

#include "protect/sheet.h"

/* When a count is open: nobody knows it to be what must not be known. */
enum openness {
    OPEN_COUNT, /* it can be 0 or at least min_cell */
    OPEN_MIND,  /* it can be 1 or more: not all agree on the other answers */
    OPEN_ANY    /* it can be another one than it is */
};

/* Some answers by some groups of one part; the count of a target is the sum over both. */
struct target {
    size_t part;
    bool *rows, *columns; /* by group, by answer */
    enum openness openness;
};

/* True where the counts themselves, or others that say the same, leave the target open. False
 * where none was found: the search tries exchanges between respondents, not all tables. Changes
 * the sheet's counts. */
bool witness_exists(struct sheet *sheet, const struct target *target, int64_t min_cell);

#endif
