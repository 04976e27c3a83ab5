#include "chance.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* The page of stats says 10,000 tables at most are counted, else tables are drawn. */
enum { MOST_TABLES = 10000, DRAWS = 800 };
/* Statistics that are equal but for rounding are ties. */
static const double tie = 1e-9;

double chance_uniform(uint64_t *state) {
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

size_t chance_below(uint64_t *state, size_t limit) {
    return (size_t)(chance_uniform(state) * (double)limit);
}

struct null {
    size_t rows, columns;
    bool ordered, exact;
    int64_t *row_sums, *column_sums;
    double *statistics, *weights; /* of each table; the weights add up to 1 */
    size_t count, capacity, weight_capacity;
};

static void sums(const struct grid *grid, int64_t *row_sums, int64_t *column_sums) {
    memset(row_sums, 0, grid->rows * sizeof *row_sums);
    memset(column_sums, 0, grid->columns * sizeof *column_sums);
    for (size_t r = 0; r < grid->rows; r++)
        for (size_t c = 0; c < grid->columns; c++) {
            row_sums[r] += grid->counts[r * grid->columns + c];
            column_sums[c] += grid->counts[r * grid->columns + c];
        }
}

/* Pearson: n (sum of N^2 / (row sum x column sum) - 1). */
static double chi_square(const struct grid *grid, const int64_t *rows, const int64_t *columns,
                         double n) {
    double sum = 0;
    for (size_t r = 0; r < grid->rows; r++)
        for (size_t c = 0; c < grid->columns; c++) {
            double count = (double)grid->counts[r * grid->columns + c];
            if (count > 0)
                sum += count * count / ((double)rows[r] * (double)columns[c]);
        }
    return n * (sum - 1);
}

/* Kruskal and Wallis: 12 / (n (n + 1)) sum of R^2 / n_c - 3 (n + 1), divided by the correction
 * for ties 1 - sum of (t^3 - t) / (n^3 - n). */
static double kruskal(const struct grid *grid, const int64_t *rows, const int64_t *columns,
                      double n) {
    double below = 0, ties = 0, sum = 0, ranks[GRID_COLUMNS] = {0};
    for (size_t r = 0; r < grid->rows; r++) {
        double t = (double)rows[r];
        for (size_t c = 0; c < grid->columns; c++)
            ranks[c] += (double)grid->counts[r * grid->columns + c] * (below + (t + 1) / 2);
        below += t;
        ties += t * t * t - t;
    }
    for (size_t c = 0; c < grid->columns; c++)
        if (columns[c] > 0)
            sum += ranks[c] * ranks[c] / (double)columns[c];
    double correction = 1 - ties / (n * n * n - n);
    return n < 2 || correction <= 0 ? 0 : (12 / (n * (n + 1)) * sum - 3 * (n + 1)) / correction;
}

static double statistic_of(const struct grid *grid, const int64_t *rows,
                           const int64_t *columns) {
    double n = 0;
    for (size_t c = 0; c < grid->columns; c++)
        n += (double)columns[c];
    double statistic =
        grid->ordered ? kruskal(grid, rows, columns, n) : chi_square(grid, rows, columns, n);
    return statistic > 0 ? statistic : 0;
}

double grid_statistic(const struct grid *grid) {
    assert(grid->columns <= GRID_COLUMNS);
    int64_t *rows = memory_allocate(grid->rows, sizeof *rows);
    int64_t columns[GRID_COLUMNS];
    sums(grid, rows, columns);
    double statistic = statistic_of(grid, rows, columns);
    free(rows);
    return statistic;
}

static void add(struct null *null, double statistic, double weight) {
    null->statistics =
        memory_grow(null->statistics, null->count, &null->capacity, sizeof *null->statistics);
    null->weights =
        memory_grow(null->weights, null->count, &null->weight_capacity, sizeof *null->weights);
    null->statistics[null->count] = statistic;
    null->weights[null->count++] = weight;
}

/* A walk through all tables with the margins. */
struct count {
    struct null *null;
    struct grid *grid;
    int64_t *rows, *columns;      /* what is left to place */
    const double *log_factorials; /* NULL: the tables are only counted */
    size_t tables;
};

/* Fills the grid cell by cell in all ways. False where there are too many tables. */
static bool count_tables(struct count *count, size_t at, double weight) {
    const struct grid *grid = count->grid;
    size_t r = at / grid->columns, c = at % grid->columns;
    if (r == grid->rows) {
        if (count->log_factorials != NULL)
            add(count->null,
                statistic_of(grid, count->null->row_sums, count->null->column_sums), weight);
        return ++count->tables <= MOST_TABLES;
    }
    int64_t *row = &count->rows[r], *column = &count->columns[c];
    int64_t least = *row, most = *row < *column ? *row : *column;
    /* What the columns behind cannot take must be here; then the rest can be placed too. */
    for (size_t behind = c + 1; behind < grid->columns; behind++)
        least -= count->columns[behind];
    for (int64_t here = least > 0 ? least : 0; here <= most; here++) {
        grid->counts[at] = here;
        *row -= here;
        *column -= here;
        bool fine = count_tables(
            count, at + 1, count->log_factorials ? weight - count->log_factorials[here] : 0);
        *row += here;
        *column += here;
        if (!fine)
            return false;
    }
    return true;
}

/* The weights are logarithms so far; the probability of a table is proportional to one divided
 * by the product of the factorials of its counts. */
static void scale(struct null *null) {
    double greatest = -INFINITY, sum = 0;
    for (size_t i = 0; i < null->count; i++)
        greatest = fmax(greatest, null->weights[i]);
    for (size_t i = 0; i < null->count; i++)
        sum += null->weights[i] = exp(null->weights[i] - greatest);
    for (size_t i = 0; i < null->count; i++)
        null->weights[i] /= sum;
}

/* Draws tables by dealing shuffled answers to the groups. */
static void draw_tables(struct null *null, struct grid *grid) {
    size_t n = 0, at = 0;
    for (size_t r = 0; r < null->rows; r++)
        n += (size_t)null->row_sums[r];
    size_t *answers = memory_allocate(n, sizeof *answers);
    for (size_t r = 0; r < null->rows; r++)
        for (int64_t i = 0; i < null->row_sums[r]; i++)
            answers[at++] = r;
    uint64_t state = n;
    for (size_t draw = 0; draw < DRAWS; draw++) {
        memset(grid->counts, 0, grid->rows * grid->columns * sizeof *grid->counts);
        size_t c = 0;
        int64_t dealt = 0;
        for (size_t i = 0; i < n; i++) {
            size_t other = i + chance_below(&state, n - i), answer = answers[other];
            answers[other] = answers[i];
            answers[i] = answer;
            while (dealt == null->column_sums[c]) {
                dealt = 0;
                c++;
            }
            dealt++;
            grid->counts[answer * grid->columns + c]++;
        }
        add(null, statistic_of(grid, null->row_sums, null->column_sums), 1.0 / DRAWS);
    }
    free(answers);
}

/* Counts all tables, first without and then with their probabilities. False where there are too
 * many of them. */
static bool fill_exactly(struct null *null, struct grid *grid) {
    int64_t *rows = memory_allocate(null->rows, sizeof *rows);
    int64_t columns[GRID_COLUMNS], n = 0;
    memcpy(rows, null->row_sums, null->rows * sizeof *rows);
    memcpy(columns, null->column_sums, null->columns * sizeof *columns);
    for (size_t c = 0; c < null->columns; c++)
        n += columns[c];
    struct count count = {.null = null, .grid = grid, .rows = rows, .columns = columns};
    null->exact = count_tables(&count, 0, 0);
    if (null->exact) {
        double *log_factorials = memory_allocate((size_t)n + 1, sizeof *log_factorials);
        for (int64_t i = 2; i <= n; i++)
            log_factorials[i] = log_factorials[i - 1] + log((double)i);
        count.log_factorials = log_factorials;
        count.tables = 0;
        count_tables(&count, 0, 0);
        free(log_factorials);
    }
    free(rows);
    return null->exact;
}

struct null *null_new(const struct grid *grid) {
    struct null *null = memory_allocate(1, sizeof *null);
    null->rows = grid->rows;
    null->columns = grid->columns;
    null->ordered = grid->ordered;
    null->row_sums = memory_allocate(grid->rows, sizeof *null->row_sums);
    null->column_sums = memory_allocate(grid->columns, sizeof *null->column_sums);
    sums(grid, null->row_sums, null->column_sums);
    struct grid scratch = *grid;
    scratch.counts = memory_allocate(grid->rows * grid->columns, sizeof *scratch.counts);
    if (fill_exactly(null, &scratch))
        scale(null);
    else
        draw_tables(null, &scratch);
    free(scratch.counts);
    return null;
}

void null_free(struct null *null) {
    if (null == NULL)
        return;
    free(null->row_sums);
    free(null->column_sums);
    free(null->statistics);
    free(null->weights);
    free(null);
}

bool null_fits(const struct null *null, const struct grid *grid) {
    if (null->rows != grid->rows || null->columns != grid->columns)
        return false;
    int64_t *rows = memory_allocate(grid->rows, sizeof *rows);
    int64_t columns[GRID_COLUMNS];
    sums(grid, rows, columns);
    bool same = memcmp(rows, null->row_sums, grid->rows * sizeof *rows) == 0 &&
                memcmp(columns, null->column_sums, grid->columns * sizeof *columns) == 0;
    free(rows);
    return same;
}

bool null_is_exact(const struct null *null) {
    return null->exact;
}

void null_p(const struct null *null, double statistic, double *low, double *high) {
    double p = 0;
    for (size_t i = 0; i < null->count; i++)
        if (null->statistics[i] >= statistic * (1 - tie) - tie)
            p += null->weights[i];
    *low = *high = p;
    if (null->exact)
        return;
    /* Four standard errors, and a little more where hardly any table was as extreme. */
    double error = 4 * sqrt(p * (1 - p) / DRAWS) + 6.0 / DRAWS;
    *low = fmax(0, p - error);
    *high = fmin(1, p + error);
}
