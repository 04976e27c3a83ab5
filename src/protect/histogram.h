/* The histogram of a number question as it may be published: neighbouring classes joined until
 * each holds 0 or at least min_cell answers. A histogram lies in the arena that made it. */
#ifndef PROTECT_HISTOGRAM_H
#define PROTECT_HISTOGRAM_H

#include "base/arena.h"
#include "protect/block.h"

struct histogram_class {
    const struct result *first, *last; /* the rows that were joined */
    int64_t low, high;                 /* the least and the greatest number, in units of
                                          10^-decimals; high < low where it cannot be read */
    int64_t count;
};

struct histogram {
    const struct result *pattern; /* any row of a class; NULL: stats wrote none */
    struct histogram_class *classes;
    size_t count; /* 0: even all classes together hold too few */
};

struct histogram histogram_of(struct arena *arena, const struct block *block, int64_t min_cell);

/* Writes the classes; where there are none, one suppressed row without category: the edges of
 * classes would say where the answers lie. */
void histogram_write(FILE *stream, const struct histogram *histogram);

/* The class of the answer at that place, from 0, in order of size; NULL: there is none. */
const struct histogram_class *histogram_class_at(const struct histogram *histogram,
                                                 int64_t place);

#endif
