/* How the answers to a number question may lie, as far as its published figures say: classes
 * with their counts, quartiles, and the sum; and what a reader who knows that can say of few
 * people. All numbers are in units of 10^-decimals. What is made lies in the caller's arena. */
#ifndef PROTECT_SPREAD_H
#define PROTECT_SPREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { QUARTILES = 3 };

struct histogram_class {
    int64_t low, high; /* the least and the greatest number */
    int64_t count;
};

/* Neighbouring classes, upwards. */
struct histogram {
    struct histogram_class *classes;
    size_t count;
};

/* Ways in which the classes may be filled, as finer classes that may leave numbers out. */
struct fillings {
    struct histogram *list;
    size_t count;
};

/* The class of the answer at that place, from 0, in order of size; NULL: it has no class. */
const struct histogram_class *histogram_class_at(const struct histogram *histogram,
                                                 int64_t place);

/* What a reader knows beside the sum. */
struct number_figures {
    const struct histogram *histogram; /* as published */
    struct fillings fillings;          /* what is possible of it */
    int64_t n;                         /* answers, as many as the classes hold */
    struct {
        bool shown;
        int64_t fourfold; /* four times the quartile (R type 7) is whole */
    } quartiles[QUARTILES];
};

/* The greatest number that is not above that quartile. */
int64_t spread_below_quartile(const struct number_figures *figures, size_t quartile);

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

/* True where a reader who knows these figures, and that the answers lie in one of these ways,
 * knows that 1 to min_cell - 1 gave some number, or some number and all beyond it; or which
 * answer is the smallest or the greatest. True also where there is no way at all. */
bool spreads_disclose(const struct spreads *spreads, const struct number_figures *figures,
                      int64_t min_cell);

/* That sum, where it is known that no answer dominates it (P6). */
struct sum_range spread_known_sum(const struct number_figures *figures, int64_t sum);

#endif
