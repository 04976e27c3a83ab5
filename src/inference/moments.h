/* Mean, standard deviation and quartiles from a table of how often each whole number occurs.
 * All sums are whole numbers of 128 bits, so nothing depends on the order of the answers.
 * Nothing is allocated; a table's counts stay the caller's. */
#ifndef INFERENCE_MOMENTS_H
#define INFERENCE_MOMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "inference/estimate.h"

/* The value (first + i) / divisor occurs counts[i] times. At most 1e6 cells, together at most
 * 1e13 values. */
struct frequency_table {
    int64_t first;
    const int64_t *counts; /* none negative */
    size_t size;
    int64_t divisor; /* at least 1; 10^decimals, or how many rows a sum was made from */
};

struct moments {
    int64_t n;  /* how many values; the rest is 0 where it is not defined */
    double sum; /* defined for n >= 1, as is the mean */
    double mean;
    bool has_sd; /* n >= 2 */
    double sd;   /* with n - 1; exactly 0 where all values are equal */
};

/* Of the values of all tables together; their divisors may differ. */
struct moments moments_of(const struct frequency_table *tables, size_t count);

/* The quartile 1, 2 (median) or 3 as R's type 7 (Hyndman and Fan 1996): linear between the
 * order statistics around 1 + (n - 1) p. Undefined for n = 0; never an interval. */
struct estimate moments_quartile(const struct frequency_table *table, int quartile);

/* How many values. */
int64_t moments_count(const struct frequency_table *table);

/* The value at a rank (1 = smallest) as a whole number of 1 / divisor; 1 <= rank <= count. */
int64_t moments_ordered(const struct frequency_table *table, int64_t rank);

#endif
