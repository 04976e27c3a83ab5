/* How many a row of a gap leaves without: important to them, and not satisfied. */
#ifndef STATS_UNMET_H
#define STATS_UNMET_H

#include "stats/tally.h"

struct unmet {
    int64_t count, base;
};

/* Important is what top2 counts; satisfied likewise. Who gets nothing of it (the gap's
 * unmet_codes) is not satisfied with it, and counts in the base, too. */
struct unmet unmet_of(const struct tally *tally, size_t level, const struct gap *gap,
                      size_t row);

#endif
