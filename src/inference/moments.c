#include "inference/moments.h"

#include <assert.h>
#include <math.h>

/* Sums of squares of 1e13 values below 1e6, times 1e13: 1e38 fits. */
__extension__ typedef __int128 wide;

/* Sums over i = value - first, so that large values with a small spread lose no digit. */
struct shifted_sums {
    int64_t n;
    wide sum;
    wide squares;
};

static struct shifted_sums sum_up(const struct frequency_table *table) {
    struct shifted_sums sums = {0};
    for (size_t i = 0; i < table->size; i++) {
        assert(table->counts[i] >= 0);
        sums.n += table->counts[i];
        sums.sum += (wide)table->counts[i] * (wide)i;
        sums.squares += (wide)table->counts[i] * (wide)i * (wide)i;
    }
    return sums;
}

/* The sum of the values themselves, as a whole number of 1 / divisor. */
static wide true_sum(const struct frequency_table *table, const struct shifted_sums *sums) {
    return sums->sum + (wide)table->first * sums->n;
}

/* The squared distances to the table's own mean: (n S2 - S1^2) / n, exact above the fraction
 * stroke. */
static long double own_squares(const struct frequency_table *table,
                               const struct shifted_sums *sums) {
    if (sums->n == 0)
        return 0;
    wide numerator = sums->n * sums->squares - sums->sum * sums->sum;
    long double divisor = (long double)table->divisor;
    return (long double)numerator / (long double)sums->n / divisor / divisor;
}

struct moments moments_of(const struct frequency_table *tables, size_t count) {
    struct moments result = {0};
    long double total = 0;
    for (size_t i = 0; i < count; i++) {
        struct shifted_sums sums = sum_up(&tables[i]);
        result.n += sums.n;
        total += (long double)true_sum(&tables[i], &sums) / (long double)tables[i].divisor;
    }
    if (result.n == 0)
        return result;
    long double mean = total / (long double)result.n;
    /* Squares within the tables plus squares between their means: no term is ever subtracted.
     */
    long double squares = 0;
    for (size_t i = 0; i < count; i++) {
        struct shifted_sums sums = sum_up(&tables[i]);
        squares += own_squares(&tables[i], &sums);
        if (count == 1 || sums.n == 0)
            continue;
        long double own =
            (long double)true_sum(&tables[i], &sums) / (long double)tables[i].divisor;
        long double apart = own / (long double)sums.n - mean;
        squares += (long double)sums.n * apart * apart;
    }
    result.sum = (double)total;
    result.mean = (double)mean;
    result.has_sd = result.n >= 2;
    if (result.has_sd)
        result.sd = (double)sqrtl(squares / (long double)(result.n - 1));
    return result;
}

int64_t moments_count(const struct frequency_table *table) {
    int64_t n = 0;
    for (size_t i = 0; i < table->size; i++)
        n += table->counts[i];
    return n;
}

int64_t moments_ordered(const struct frequency_table *table, int64_t rank) {
    assert(rank >= 1);
    int64_t seen = 0;
    for (size_t i = 0; i < table->size; i++) {
        seen += table->counts[i];
        if (seen >= rank)
            return table->first + (int64_t)i;
    }
    assert(!"rank within the table");
    return 0;
}

struct estimate moments_quartile(const struct frequency_table *table, int quartile) {
    assert(quartile >= 1 && quartile <= 3);
    struct estimate result = {.n = moments_count(table)};
    if (result.n == 0)
        return result;
    int64_t position = (result.n - 1) * quartile;
    int64_t low = moments_ordered(table, 1 + position / 4);
    int64_t quarters = position % 4;
    int64_t high = quarters > 0 ? moments_ordered(table, 2 + position / 4) : low;
    wide numerator = (wide)low * 4 + (wide)(high - low) * quarters;
    result.defined = true;
    result.value = (double)((long double)numerator / (4 * (long double)table->divisor));
    return result;
}
