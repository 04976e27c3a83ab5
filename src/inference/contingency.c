#include "inference/contingency.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

/* Squares of products of two counts below 1e13 fit. */
__extension__ typedef __int128 wide;

static int64_t sum_up(const int64_t *counts, size_t count) {
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += counts[i];
    return sum;
}

/* Adds one group as a column, squeezed to the answers that occur. */
static void add_column(struct contingency *table, const int64_t *counts, int64_t sum,
                       const size_t *answers) {
    int64_t *column = &table->counts[table->columns * table->rows];
    for (size_t row = 0; row < table->rows; row++) {
        column[row] = counts[answers[row]];
        table->row_sums[row] += column[row];
    }
    table->column_sums[table->columns++] = sum;
    table->n += sum;
}

struct contingency *contingency_new(const int64_t *const *groups, size_t group_count,
                                    size_t answer_count) {
    struct contingency *table = memory_allocate(1, sizeof *table);
    size_t *answers = memory_allocate(answer_count, sizeof *answers);
    for (size_t answer = 0; answer < answer_count; answer++) {
        bool occurs = false;
        for (size_t group = 0; group < group_count && !occurs; group++)
            occurs = groups[group][answer] > 0;
        if (occurs)
            answers[table->rows++] = answer;
    }
    table->counts = memory_allocate(group_count * table->rows, sizeof *table->counts);
    table->row_sums = memory_allocate(table->rows, sizeof *table->row_sums);
    table->column_sums = memory_allocate(group_count, sizeof *table->column_sums);
    for (size_t group = 0; group < group_count; group++) {
        int64_t sum = sum_up(groups[group], answer_count);
        if (sum > 0)
            add_column(table, groups[group], sum, answers);
    }
    free(answers);
    return table;
}

void contingency_free(struct contingency *table) {
    if (table == NULL)
        return;
    free(table->counts);
    free(table->row_sums);
    free(table->column_sums);
    free(table);
}

bool contingency_compares(const struct contingency *table) {
    return table->rows >= 2 && table->columns >= 2;
}

static int64_t smallest(const int64_t *counts, size_t count) {
    int64_t least = INT64_MAX;
    for (size_t i = 0; i < count; i++)
        least = counts[i] < least ? counts[i] : least;
    return least;
}

bool contingency_expects(const struct contingency *table, int64_t least) {
    return table->n > 0 && (wide)smallest(table->row_sums, table->rows) *
                                   smallest(table->column_sums, table->columns) >=
                               (wide)least * table->n;
}

struct estimate contingency_residual(int64_t count, int64_t row_sum, int64_t column_sum,
                                     int64_t n) {
    struct estimate residual = {.n = n};
    if (row_sum <= 0 || row_sum >= n || column_sum <= 0 || column_sum >= n)
        return residual;
    /* Everything times n: (n O - row column) / sqrt(row column (n - row) (n - column) / n). */
    long double apart = (long double)((wide)n * count - (wide)row_sum * column_sum);
    long double spread = (long double)((wide)row_sum * column_sum) *
                         (long double)((wide)(n - row_sum) * (n - column_sum)) / (long double)n;
    residual.defined = true;
    residual.value = (double)(apart / sqrtl(spread));
    return residual;
}
