#include "figures.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#include "column_figure.h"

/* The permutation distributions that one table may cost; and the range in which a p by drawing
 * may lie off: stats stops at 200 tables as extreme, a standard error of 7 %. */
enum { NULLS = 256 };
static const double drawn = 1.5;

struct figure {
    const struct result *row;
    bool flipped; /* the grouping's own question by the question of the table */
};

struct figures {
    const struct table *table;
    struct figure *list;
    size_t count, capacity;
    struct null *nulls[NULLS];
    size_t null_count;
    bool gave_up;             /* one more was needed */
    struct grid grid, turned; /* answers x groups, groups x answers */
};

/* Shares with their base, counts, means with base are linear: the model has them. */
static bool is_linear(const struct result *row) {
    if (row->statistic == STATISTIC_COUNT || row->statistic == STATISTIC_ANSWERED ||
        row->statistic == STATISTIC_OUTSIDE)
        return true;
    return row->has_value && row->has_n &&
           (row_is_share(row) || row->statistic == STATISTIC_MEAN);
}

static bool is_test(const struct result *row) {
    static const char *const tests[] = {"chi2",     "chi2_df",      "chi2_p",    "cramers_v",
                                        "exact_p",  "kruskal_h",    "kruskal_p", "kruskal_df",
                                        "epsilon2", "cliffs_delta", "residual"};
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        if (strcmp(statistic_name(row->statistic), tests[i]) == 0)
            return true;
    return false;
}

static void collect(struct figures *figures, const struct result *row, bool flipped) {
    const struct table *table = figures->table;
    const struct axis *own = flipped ? &table->groups : &table->answers;
    const struct axis *other = flipped ? &table->answers : &table->groups;
    if (!axis_has(own, row) || *row->by == '\0' || !row_shows(row) || is_linear(row) ||
        row_by(row, other->question) == BY_OTHER)
        return;
    if (!is_test(row) && !column_figure_is_known(own, row))
        return;
    figures->list =
        memory_grow(figures->list, figures->count, &figures->capacity, sizeof *figures->list);
    figures->list[figures->count++] = (struct figure){.row = row, .flipped = flipped};
}

/* The rows of the test: an option is ticked or not, ranked within the places or not. */
static size_t test_rows(const struct axis *axis) {
    return axis->question->kind == KIND_RANKING ? 2 : axis->inside;
}

struct figures *figures_new(const struct table *table) {
    struct figures *figures = memory_allocate(1, sizeof *figures);
    figures->table = table;
    const struct results *results = table->published->results;
    for (size_t i = 0; i < results->count; i++) {
        collect(figures, &results->rows[i], false);
        collect(figures, &results->rows[i], true);
    }
    size_t rows = test_rows(&table->answers), columns = table->groups.inside;
    figures->grid = (struct grid){.rows = rows,
                                  .columns = columns,
                                  .counts = memory_allocate(rows * columns, sizeof(int64_t)),
                                  .ordered = table->answers.question->ordinal};
    figures->turned = (struct grid){.rows = columns,
                                    .columns = rows,
                                    .counts = memory_allocate(rows * columns, sizeof(int64_t)),
                                    .ordered = table->groups.question->ordinal};
    return figures;
}

void figures_free(struct figures *figures) {
    if (figures == NULL)
        return;
    for (size_t i = 0; i < figures->null_count; i++)
        null_free(figures->nulls[i]);
    free(figures->grid.counts);
    free(figures->turned.counts);
    free(figures->list);
    free(figures);
}

size_t figures_count(const struct figures *figures) {
    return figures->count;
}

bool figures_gave_up(const struct figures *figures) {
    return figures->gave_up;
}

static void fill_grids(struct figures *figures, const int64_t *values) {
    const struct table *table = figures->table;
    size_t rows = figures->grid.rows, columns = figures->grid.columns;
    bool ranking = table->answers.question->kind == KIND_RANKING;
    memset(figures->grid.counts, 0, rows * columns * sizeof(int64_t));
    for (size_t a = 0; a < table->answers.inside; a++)
        for (size_t g = 0; g < columns; g++) {
            size_t row = ranking ? a / 2 : a;
            figures->grid.counts[row * columns + g] += values[table_cell(table, a, g)];
        }
    for (size_t a = 0; a < rows; a++)
        for (size_t g = 0; g < columns; g++)
            figures->turned.counts[g * rows + a] = figures->grid.counts[a * columns + g];
}

/* NULL where all were used up. */
static const struct null *null_of(struct figures *figures, const struct grid *grid) {
    for (size_t i = 0; i < figures->null_count; i++)
        if (null_fits(figures->nulls[i], grid))
            return figures->nulls[i];
    figures->gave_up |= figures->null_count == NULLS;
    if (figures->null_count == NULLS)
        return NULL;
    return figures->nulls[figures->null_count++] = null_new(grid);
}

static double exact_p(struct figures *figures, const struct result *row,
                      const struct grid *grid) {
    const struct null *null = null_of(figures, grid);
    double low, high;
    if (null == NULL)
        return -1;
    null_p(null, grid_statistic(grid), &low, &high);
    if (null_is_exact(null))
        return low;
    return row->value > low / drawn && row->value < high * drawn ? row->value : low;
}

/* Rows and columns of the grid that are not empty, and their sum. */
static void measure(const struct grid *grid, double *rows, double *columns, double *n) {
    *rows = *columns = *n = 0;
    for (size_t r = 0; r < grid->rows; r++) {
        int64_t sum = 0;
        for (size_t c = 0; c < grid->columns; c++)
            sum += grid->counts[r * grid->columns + c];
        *rows += sum > 0;
        *n += (double)sum;
    }
    for (size_t c = 0; c < grid->columns; c++) {
        int64_t sum = 0;
        for (size_t r = 0; r < grid->rows; r++)
            sum += grid->counts[r * grid->columns + c];
        *columns += sum > 0;
    }
}

/* Cliff's delta of the first two groups that answered. */
static double cliffs_delta(const struct grid *grid) {
    double sums[2] = {0, 0}, delta = 0, below = 0;
    size_t used[2] = {0, 0}, found = 0;
    for (size_t c = 0; c < grid->columns && found < 2; c++) {
        double sum = 0;
        for (size_t r = 0; r < grid->rows; r++)
            sum += (double)grid->counts[r * grid->columns + c];
        if (sum > 0) {
            sums[found] = sum;
            used[found++] = c;
        }
    }
    double second = 0;
    for (size_t r = 0; found == 2 && r < grid->rows; r++) {
        double a = (double)grid->counts[r * grid->columns + used[0]];
        double b = (double)grid->counts[r * grid->columns + used[1]];
        delta += a * second - b * below;
        below += a;
        second += b;
    }
    return found == 2 ? delta / (sums[0] * sums[1]) : 0;
}

/* The adjusted residual of a cell: (N - E) / sqrt(E (1 - row share) (1 - column share)). */
static double residual(const struct grid *grid, size_t row, size_t column) {
    double r = 0, c = 0, n = 0;
    for (size_t i = 0; i < grid->rows; i++)
        for (size_t k = 0; k < grid->columns; k++) {
            double count = (double)grid->counts[i * grid->columns + k];
            n += count;
            r += i == row ? count : 0;
            c += k == column ? count : 0;
        }
    double expected = r * c / n;
    double scale = sqrt(expected * (1 - r / n) * (1 - c / n));
    return scale > 0 ? ((double)grid->counts[row * grid->columns + column] - expected) / scale
                     : 0;
}

static double residual_of(const struct figures *figures, const struct figure *figure,
                          const struct grid *grid) {
    const struct table *table = figures->table;
    const struct axis *own = figure->flipped ? &table->groups : &table->answers;
    const struct axis *other = figure->flipped ? &table->answers : &table->groups;
    size_t row = 0, column = 0;
    while (row + 1 < grid->rows && *figure->row->category != '\0' &&
           strcmp(own->ids[row], figure->row->category) != 0)
        row++;
    while (column + 1 < grid->columns && strcmp(other->ids[column], figure->row->level) != 0)
        column++;
    return residual(grid, row, column);
}

static double test_value(struct figures *figures, const struct figure *figure,
                         const struct grid *grid) {
    const char *name = statistic_name(figure->row->statistic);
    double rows, columns, n, statistic = grid_statistic(grid);
    measure(grid, &rows, &columns, &n);
    if (strcmp(name, "chi2") == 0 || strcmp(name, "kruskal_h") == 0)
        return statistic;
    if (strcmp(name, "chi2_df") == 0)
        return (rows - 1) * (columns - 1);
    if (strcmp(name, "kruskal_df") == 0)
        return columns - 1;
    if (strcmp(name, "chi2_p") == 0)
        return rows < 2 || columns < 2 ? 1
                                       : gsl_cdf_chisq_Q(statistic, (rows - 1) * (columns - 1));
    if (strcmp(name, "kruskal_p") == 0)
        return columns < 2 ? 1 : gsl_cdf_chisq_Q(statistic, columns - 1);
    if (strcmp(name, "cramers_v") == 0)
        return rows < 2 || columns < 2 ? 0 : sqrt(statistic / (n * (fmin(rows, columns) - 1)));
    if (strcmp(name, "epsilon2") == 0)
        return n < 2 ? 0 : statistic / (n - 1);
    if (strcmp(name, "cliffs_delta") == 0)
        return cliffs_delta(grid);
    if (strcmp(name, "exact_p") == 0)
        return exact_p(figures, figure->row, grid);
    return residual_of(figures, figure, grid);
}

static double test_distance(struct figures *figures, const struct figure *figure) {
    const struct grid *grid = figure->flipped ? &figures->turned : &figures->grid;
    const struct axis *own =
        figure->flipped ? &figures->table->groups : &figures->table->answers;
    /* Of a number only its classes are known, and its statistic needs the numbers. */
    if (own->question->kind == KIND_NUMBER)
        return 0;
    double off = fabs(test_value(figures, figure, grid) - figure->row->value);
    off /= fmax(1, fabs(figure->row->value));
    return off < 1e-9 ? 0 : off;
}

static bool needs_chance(const struct figure *figure) {
    return figure->row->statistic == STATISTIC_EXACT_P;
}

double figures_distance(struct figures *figures, const int64_t *values) {
    double sum = 0;
    fill_grids(figures, values);
    /* Permutation distributions are costly: only for tables that fit otherwise. */
    for (int pass = 0; pass < 2 && (pass == 0 || sum <= 0); pass++)
        for (size_t i = 0; i < figures->count; i++) {
            const struct figure *figure = &figures->list[i];
            if (needs_chance(figure) != (pass == 1))
                continue;
            sum += is_test(figure->row) ? test_distance(figures, figure)
                                        : column_figure_distance(figures->table, figure->row,
                                                                 figure->flipped, values);
        }
    return sum;
}

bool figures_mark(const struct figures *figures, bool *cells) {
    const struct table *table = figures->table;
    bool any = false;
    for (size_t i = 0; i < figures->count; i++) {
        bool levels[POSITIONS];
        if (is_test(figures->list[i].row) || figures->list[i].flipped ||
            !axis_levels(&table->groups, figures->list[i].row, levels))
            continue;
        any = true;
        for (size_t g = 0; g < axis_size(&table->groups); g++)
            for (size_t a = 0; levels[g] && a < axis_size(&table->answers); a++)
                cells[table_cell(table, a, g)] = true;
    }
    return any;
}

double figures_marked_distance(const struct figures *figures, const int64_t *values) {
    double sum = 0;
    for (size_t i = 0; i < figures->count; i++)
        if (!is_test(figures->list[i].row) && !figures->list[i].flipped)
            sum += column_figure_distance(figures->table, figures->list[i].row, false, values);
    return sum;
}
