#include "column_figure.h"

#include <math.h>
#include <string.h>

static bool is_moment(const struct result *row) {
    static const char *const names[] = {"mean", "sd", "median", "q1", "q3"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(statistic_name(row->statistic), names[i]) == 0)
            return true;
    return false;
}

bool column_figure_is_known(const struct axis *own, const struct result *row) {
    bool mask[POSITIONS], members;
    if (is_moment(row))
        return own->question->ordinal && (row->has_value || (row->has_low && row->has_high));
    return row_is_share(row) && axis_mask(own, row, mask, &members);
}

/* The answers in the groups of a row, by position of its own axis. */
static void add_up(const struct table *table, const struct result *row, bool flipped,
                   const int64_t *values, int64_t *counts) {
    const struct axis *own = flipped ? &table->groups : &table->answers;
    const struct axis *other = flipped ? &table->answers : &table->groups;
    bool levels[POSITIONS];
    memset(counts, 0, POSITIONS * sizeof *counts);
    if (!axis_levels(other, row, levels))
        return;
    for (size_t i = 0; i < own->inside; i++)
        for (size_t k = 0; k < axis_size(other); k++)
            if (levels[k])
                counts[i] +=
                    values[flipped ? table_cell(table, k, i) : table_cell(table, i, k)];
}

/* The k-th answer in order, from 0, as a position from 1. */
static double answer_at(const int64_t *counts, size_t inside, int64_t k) {
    int64_t below = 0;
    for (size_t i = 0; i < inside; i++) {
        below += counts[i];
        if (k < below)
            return (double)i + 1;
    }
    return (double)inside;
}

/* R's type 7 (Hyndman and Fan 1996). */
static double quantile(const int64_t *counts, size_t inside, double n, double p) {
    double place = (n - 1) * p;
    int64_t k = (int64_t)floor(place);
    double first = answer_at(counts, inside, k), next = answer_at(counts, inside, k + 1);
    return place > (double)k ? first + (place - (double)k) * (next - first) : first;
}

static double moment(const char *name, const int64_t *counts, size_t inside) {
    double n = 0, sum = 0, squares = 0;
    for (size_t i = 0; i < inside; i++) {
        double position = (double)i + 1, count = (double)counts[i];
        n += count;
        sum += count * position;
        squares += count * position * position;
    }
    if (n == 0)
        return -1;
    if (strcmp(name, "mean") == 0)
        return sum / n;
    if (strcmp(name, "sd") == 0)
        return n < 2 ? -1 : sqrt(fmax(0, (squares - sum * sum / n) / (n - 1)));
    return quantile(counts, inside, n,
                    strcmp(name, "q1") == 0   ? 0.25
                    : strcmp(name, "q3") == 0 ? 0.75
                                              : 0.5);
}

/* Wilson's score interval. */
static double wilson(double k, double n, double z, bool high) {
    double p = k / n, half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return (p + z * z / (2 * n) + (high ? half : -half)) / (1 + z * z / n);
}

static double share_distance(const struct table *table, const struct result *row,
                             const struct axis *own, const int64_t *counts) {
    bool mask[POSITIONS], members;
    double k = 0, n = 0, z = table->published->z;
    axis_mask(own, row, mask, &members);
    for (size_t i = 0; i < own->inside; i++) {
        n += (double)counts[i];
        k += mask[i] ? (double)counts[i] : 0;
    }
    if (n == 0)
        return 1;
    double off = row->has_value ? fabs(k / n - row->value) : 0;
    if (row->has_low && z > 0)
        off += fabs(wilson(k, n, z, false) - row->low);
    if (row->has_high && z > 0)
        off += fabs(wilson(k, n, z, true) - row->high);
    return off < 1e-8 ? 0 : off;
}

double column_figure_distance(const struct table *table, const struct result *row, bool flipped,
                              const int64_t *values) {
    const struct axis *own = flipped ? &table->groups : &table->answers;
    int64_t counts[POSITIONS];
    add_up(table, row, flipped, values, counts);
    if (!is_moment(row))
        return share_distance(table, row, own, counts);
    /* An interval of Student's lies evenly around the mean. */
    double given = row->has_value ? row->value : (row->low + row->high) / 2;
    double off = fabs(moment(statistic_name(row->statistic), counts, own->inside) - given);
    return off < 1e-9 ? 0 : off;
}
