/* How the answers to a number question may lie, as far as its published figures tell: classes
 * with their counts, quartiles, and the sum. All numbers are in units of 10^-decimals. What is
 * made lies in the caller's arena. */
#ifndef PROTECT_SPREAD_H
#define PROTECT_SPREAD_H

#include "base/arena.h"
#include "protect/histogram.h"

enum { QUARTILES = 3 };

/* What a reader knows beside the sum. */
struct number_figures {
    const struct histogram *histogram;
    int64_t n; /* answers, as many as the classes hold */
    struct {
        bool shown;
        int64_t fourfold; /* four times the quartile (R type 7) is whole */
    } quartiles[QUARTILES];
};

/* What a reader knows of the sum: that it is from low to high, and that no single answer is
 * further from 0 than most. */
struct sum_range {
    int64_t low, high, most;
};

/* Answers that are neighbours in order, each anywhere from low to high. */
struct span {
    int64_t low, high, count;
};

/* One way: any choice of answers from the spans that has such a sum fits all figures. There is
 * at least one. */
struct spread {
    const struct span *spans; /* upwards; each ends where the next begins, or before */
    size_t count;
    int64_t least, greatest; /* the sums of the spans' lower and upper ends */
    int64_t sum_low, sum_high;
    /* The smallest, the greatest answer is not said by classes and quartiles alone. */
    bool open_low, open_high;
};

struct spreads {
    struct arena *arena;
    struct spread *list;
    size_t count, capacity;
};

/* The sum of which nothing is known. */
struct sum_range spread_any_sum(void);

/* Adds the ways in which the answers may lie; of the many that two numbers around a quartile
 * can have, on a wide grid some. Each that is left out is one that a reader must think possible
 * all the same, so who looks for a way in vain may only be too cautious. */
void spreads_add(struct spreads *spreads, const struct number_figures *figures,
                 struct sum_range sum);

#endif
