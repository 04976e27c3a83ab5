/* The one place where figures for readers are rounded: how many decimals, from how many answers
 * on, and which way a half goes (away from zero). Nothing is allocated. */
#ifndef WORDING_ROUNDING_H
#define WORDING_ROUNDING_H

#include <stdbool.h>
#include <stdint.h>

enum {
    ROUNDING_PERCENT_FROM = 20,           /* answers from which on a table has a percentage */
    ROUNDING_SENTENCE_PERCENT_FROM = 100, /* answers from which on a sentence has one */
    ROUNDING_PERCENT_DECIMAL = 1000,      /* answers from which on it has a decimal */
    ROUNDING_MEAN_FROM = 10               /* answers from which on a mean is said at all */
};

/* value is in units of 10^-decimals: {925, 1} is 92.5. */
struct rounded {
    int64_t value;
    int decimals;
};

/* A percentage may be known only from one side: "below 1", "above 99". */
enum percent_side { PERCENT_NEAREST, PERCENT_BELOW, PERCENT_ABOVE };

struct percent {
    struct rounded number;
    enum percent_side side;
};

/* count of base in percent, exactly from the whole numbers: whole percent, one decimal from
 * 1,000 answers on. 0 is nobody and 100 is all: what would be rounded to them is below 1 or
 * above 99 (below 0.1, above 99.9). False below 20 answers, where nothing is to be said.
 * 0 <= count <= base. */
bool rounding_percent(int64_t count, int64_t base, struct percent *percent);

/* A mean of n values that are whole numbers of 10^-decimals, to one decimal; where mean * n is
 * such a sum, the half is decided from the sum, not from the double. False below 10 values. */
bool rounding_mean(double mean, int64_t n, int decimals, struct rounded *rounded);

/* A median or quartile (R type 7: a multiple of a quarter of 10^-decimals), to at most one
 * decimal more than the data. */
struct rounded rounding_quantile(double value, int decimals);

/* A value in units of 10^-decimals, to the nearest, halves away from zero. */
int64_t rounding_nearest(double value, int decimals);

#endif
