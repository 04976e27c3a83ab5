/* published.csv as verify reads it: rows with numbers, and the thresholds they were let through
 * by. They live in the arena. */
#ifndef VERIFY_PUBLISHED_H
#define VERIFY_PUBLISHED_H

#include <stdbool.h>
#include <stddef.h>

#include "verify/work.h"

struct published_row {
    const char *question, *item, *category, *by, *level, *statistic, *flag;
    double value, base; /* NAN where there is none */
    size_t line;
};

struct published_file {
    struct published_row *rows;
    size_t count;
    long min_cell, min_group; /* 0: the first row does not say */
};

/* Reads public/published.csv; NULL, with a finding, where it is none. */
const struct published_file *published_load(struct work *work);

/* True where the value is a share of the base. */
bool published_is_share(const struct published_row *row);

/* True where both are of the same question, item, category and group. */
bool published_same_place(const struct published_row *one, const struct published_row *other);

/* Check: does each share follow from a whole number of its base, and from its count? */
void published_check(struct work *work);

#endif
