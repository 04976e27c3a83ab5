/* How the answers to a number question may lie, as far as its published figures say: classes
 * with their counts, quartiles, and the sum; and what a reader who knows that can say of few
 * people. All numbers are in units of 10^-decimals. What is made lies in the caller's arena. */
#ifndef PROTECT_SPREAD_H
#define PROTECT_SPREAD_H

#include "base/arena.h"
#include "survey/results.h"

enum { QUARTILES = 3 };

struct histogram_class {
    const struct result *first, *last; /* the rows that were joined */
    int64_t low, high;                 /* the least and the greatest number, in units of
                                          10^-decimals; high < low where it cannot be read */
    int64_t count;
};

/* As it may be published: neighbouring classes joined until each holds 0 or at least min_cell
 * answers. */
struct histogram {
    const struct result *pattern; /* any row of a class; NULL: stats wrote none */
    struct histogram_class *classes;
    size_t count; /* 0: even all classes together hold too few */
};

/* The class of the answer at that place, from 0, in order of size; NULL: it has no class. */
const struct histogram_class *histogram_class_at(const struct histogram *histogram,
                                                 int64_t place);

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
    /* The smallest, the greatest answer is not fixed by classes and quartiles alone. */
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

/* True where a reader who knows that the answers lie in one of these ways knows that 1 to
 * min_cell - 1 gave some number, or some number and all beyond it; or which answer is the
 * smallest or the greatest. True also where there is no way at all. */
bool spreads_disclose(const struct spreads *spreads, const struct number_figures *figures,
                      int64_t min_cell);

/* That sum, where it is known that no answer dominates it (P6). */
struct sum_range spread_known_sum(const struct number_figures *figures, int64_t sum);

/* True where all answers may be the same number, as far as the figures show. */
bool spread_may_be_uniform(const struct number_figures *figures, struct sum_range sum);

#endif
