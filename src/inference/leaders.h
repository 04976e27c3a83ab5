/* Which items of a list cannot be told from the first, when each respondent has some of them
 * (ticked, found important, ranked). Nothing is allocated. */
#ifndef INFERENCE_LEADERS_H
#define INFERENCE_LEADERS_H

#include <stddef.h>
#include <stdint.h>

#include "inference/estimate.h"

/* Of those who answered to both of two items, more have only the one, fewer only the other
 * (both at least 0): the exact two-sided p of McNemar's test, twice the smaller tail of the
 * binomial distribution with chance 1/2, at most 1 (R: binom.test(more, more + fewer)). 1
 * where nobody has just one. Always defined; its base is more + fewer. */
struct estimate leaders_paired_p(int64_t more, int64_t fewer);

/* The level for a list of so many items (at least 1): 0.17 / items, at most 0.025. It is about
 * the largest at which the true first of equal items stays among the leaders in 95 of 100
 * surveys, also of many answers: tests/deep/leaders_simulation.c. */
double leaders_level(size_t items);

enum lead {
    LEAD_NONE, /* too few answers: the item has no place in the order */
    LEAD_NO,   /* told from the first, as is every item below */
    LEAD_YES   /* the first, or cannot be told from it */
};

/* A list of items in the order of the questionnaire. */
struct paired_list {
    size_t count;
    const int64_t *having, *bases; /* of each item: how many have it, of how many */
    const int64_t *only; /* count x count: of those who answered to both, how many have the
                            item of the line and not that of the column */
};

/* Items by their share, equal ones in the order of the list. One is told from the first where
 * more have only the first and leaders_paired_p is at most the level for as many items as have
 * a place; the leaders are the first and those below it down to the last that is not told, so
 * there are no gaps. Items with fewer answers than least (and at least 1) have no place. leads
 * has room for count. */
void leaders_find(const struct paired_list *list, int64_t least, enum lead *leads);
/* The same at another level. */
void leaders_find_at(const struct paired_list *list, int64_t least, double level,
                     enum lead *leads);

#endif
