#include "inference/concordance.h"

#include "inference/distribution.h"

/* Squared rank sums of 1e13 respondents with 100 items fit. */
__extension__ typedef __int128 wide;

struct concordance concordance_friedman(const struct rank_sums *ranks) {
    struct concordance result = {{.n = ranks->n}, {.n = ranks->n}};
    if (ranks->n < 2 || ranks->items < 2)
        return result;
    wide items = (wide)ranks->items, expected = ranks->n * (items + 1), squares = 0;
    for (size_t i = 0; i < ranks->items; i++)
        squares += (ranks->sums[i] - expected) * (ranks->sums[i] - expected);
    wide possible = ranks->n * (items * items * items - items) - ranks->ties;
    if (possible <= 0)
        return result;
    long double statistic =
        3 * (long double)(items - 1) * (long double)squares / (long double)possible;
    result.w.defined = true;
    result.w.value = (double)(statistic / ((long double)ranks->n * (long double)(items - 1)));
    result.p.defined =
        distribution_chi_square_upper((double)statistic, (double)(items - 1), &result.p.value);
    return result;
}
