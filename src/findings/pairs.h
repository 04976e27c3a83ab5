/* Importance and satisfaction row by row: what a gap compares. All lies in the facts' arena.
 */
#ifndef WORDING_PAIRS_H
#define WORDING_PAIRS_H

#include <stddef.h>

#include "findings/items.h"

/* One row of both matrices; all three figures are shown. */
struct pair {
    const struct label *label;
    const char *row; /* its id */
    struct figure important, satisfied;
    struct figure unmet; /* important to them, and not satisfied */
    int64_t beside;      /* how many gave an answer beside the scale of satisfaction that is not
                            among the gap's unmet_codes: in no base, though they may lack it */
};

struct pairs {
    struct pair *pair; /* the largest share of unmet first */
    size_t count;
    struct items items; /* the unmet alone: the same rows in the same order, then those that are
                           hidden or empty */
};

/* True where more is missing in the first rows of pairs (as many as are level) than in any
 * other, and where less is missing in the last ranked row, whatever those lack who are counted
 * beside. */
bool pairs_lead_surely(const struct pairs *pairs);
bool pairs_end_surely(const struct pairs *pairs);

struct pairs pairs_of(const struct facts *facts, const struct gap *gap);

#endif
