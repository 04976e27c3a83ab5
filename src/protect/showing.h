/* Which figures of a number question are shown beside the classes of its histogram (P6).
 * Nothing is allocated for the caller. */
#ifndef PROTECT_SHOWING_H
#define PROTECT_SHOWING_H

#include "protect/spread.h"

struct showing {
    bool sum, median, quartiles;
};

struct number_answers {
    struct number_figures figures; /* the quartiles that so many answers allow are shown */
    bool has_sum;                  /* so many answers allow it */
    bool dominated;                /* by one or two answers: then it is not shown */
    int64_t sum;
};

/* The first of: all; median and quartiles; sum and median; median; sum; nothing, that does not
 * tell of less than min_cell people. Nor may it be told by the figures that are missing: some
 * of those that would have been hidden likewise must leave it open. */
struct showing showing_decide(const struct number_answers *answers, int64_t min_cell);

#endif
