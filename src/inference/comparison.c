#include "inference/comparison.h"

#include <assert.h>
#include <math.h>

#include "inference/distribution.h"

/* Products of three counts below 1e12 fit. */
__extension__ typedef __int128 wide;

struct comparison comparison_chi_square(const struct contingency *table) {
    struct comparison result = {.n = table->n};
    if (!contingency_compares(table))
        return result;
    long double sum = 0;
    for (size_t column = 0; column < table->columns; column++) {
        for (size_t row = 0; row < table->rows; row++) {
            wide product = (wide)table->row_sums[row] * table->column_sums[column];
            long double apart =
                (long double)((wide)table->n * table->counts[column * table->rows + row] -
                              product);
            sum += apart * apart / (long double)product;
        }
    }
    size_t less = table->rows < table->columns ? table->rows : table->columns;
    long double n = (long double)table->n;
    result.statistic = (double)(sum / n);
    result.degrees = (int64_t)((table->rows - 1) * (table->columns - 1));
    result.effect = (double)fminl(1, sqrtl(sum / (n * n * (long double)(less - 1))));
    result.defined =
        distribution_chi_square_upper(result.statistic, (double)result.degrees, &result.p);
    return result;
}

/* Sums of the squared distances of doubled ranks from their mean n + 1, over groups and over
 * single answers. */
struct rank_squares {
    long double between;
    wide within_all;
};

static struct rank_squares rank_squares(const struct contingency *table) {
    struct rank_squares squares = {0};
    wide n = table->n;
    squares.within_all = n * n * n - n;
    for (size_t row = 0; row < table->rows; row++) {
        wide ties = table->row_sums[row];
        squares.within_all -= ties * ties * ties - ties;
    }
    for (size_t column = 0; column < table->columns; column++) {
        wide below = 0, apart = 0;
        for (size_t row = 0; row < table->rows; row++) {
            wide rank = 2 * below + table->row_sums[row] + 1;
            apart += (rank - (n + 1)) * table->counts[column * table->rows + row];
            below += table->row_sums[row];
        }
        squares.between +=
            (long double)apart * (long double)apart / (long double)table->column_sums[column];
    }
    return squares;
}

struct comparison comparison_kruskal(const struct contingency *table) {
    struct comparison result = {.n = table->n};
    if (!contingency_compares(table))
        return result;
    /* The sum of squares over all answers is (n^3 - n - ties) / 3 in doubled ranks. */
    struct rank_squares squares = rank_squares(table);
    long double share = 3 * squares.between / (long double)squares.within_all;
    result.effect = (double)fminl(1, share);
    result.statistic = (double)(share * (long double)(table->n - 1));
    result.degrees = (int64_t)table->columns - 1;
    result.defined =
        distribution_chi_square_upper(result.statistic, (double)result.degrees, &result.p);
    return result;
}

struct estimate comparison_cliff(const struct contingency *table) {
    struct estimate delta = {.n = table->n};
    if (table->columns != 2)
        return delta;
    const int64_t *first = table->counts, *second = &table->counts[table->rows];
    wide below = 0, above = table->column_sums[1], balance = 0;
    for (size_t row = 0; row < table->rows; row++) {
        above -= second[row];
        balance += first[row] * (below - above);
        below += second[row];
    }
    delta.defined = true;
    delta.value = (double)((long double)balance / ((long double)table->column_sums[0] *
                                                   (long double)table->column_sums[1]));
    return delta;
}
