#include "published.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static const char *const shares[] = {"share", "top2",  "bottom2", "set",
                                     "any",   "first", "top",     "unmet"};

bool row_is_share(const struct result *row) {
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++)
        if (strcmp(statistic_name(row->statistic), shares[i]) == 0)
            return true;
    return false;
}

const char *row_statistic(const struct result *row) {
    return row->unknown != NULL ? row->unknown : statistic_name(row->statistic);
}

bool row_is_least_difference(const struct result *row) {
    return strcmp(row_statistic(row), "least_difference") == 0;
}

bool row_shows(const struct result *row) {
    return row->has_value || row->has_low || row->has_high;
}

int64_t row_count(const struct result *row) {
    if (!row->has_value)
        return -1;
    if (!row_is_share(row))
        return llround(row->value);
    return row->has_n ? llround(row->value * (double)row->n) : -1;
}

enum by row_by(const struct result *row, const struct question *grouping) {
    if (*row->by == '\0')
        return BY_NONE;
    if (grouping == NULL)
        return BY_OTHER;
    size_t length = strlen(grouping->id);
    if (strncmp(row->by, grouping->id, length) != 0)
        return BY_OTHER;
    if (row->by[length] == '\0')
        return BY_FINE;
    return strcmp(row->by + length, ".coarse") == 0 ? BY_COARSE : BY_OTHER;
}

static bool read_threshold(const char *method, const char *name, int64_t *value) {
    const char *at = strstr(method, name);
    if (at == NULL)
        return false;
    *value = strtoll(at + strlen(name), NULL, 10);
    return *value >= 3;
}

/* The quantile z of Wilson's interval: solves low(z) = the low that is there by bisection, as
 * low falls with z. */
static double quantile_of(const struct result *row) {
    double least = 0, most = 10, p = row->value, n = (double)row->n;
    for (int i = 0; i < 200; i++) {
        double z = (least + most) / 2;
        double middle = p + z * z / (2 * n);
        double half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        if ((middle - half) / (1 + z * z / n) > row->low)
            least = z;
        else
            most = z;
    }
    return least;
}

static void read_figures(struct published *published) {
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *row = &published->results->rows[i];
        if (*row->question == '\0' && row->statistic == STATISTIC_ROWS_ACCEPTED)
            published->accepted = llround(row->value);
        if (*row->question == '\0' && row->statistic == STATISTIC_TESTS && row->has_value)
            published->tests = llround(row->value);
        if (published->z == 0 && strcmp(row->method, "wilson") == 0 && row->has_value &&
            row->has_low && row->has_n && row->value > 0 && row->value < 1)
            published->z = quantile_of(row);
    }
}

struct published *published_read(const char *path, struct diag *diag) {
    struct results *results = results_read(path, diag);
    if (results == NULL)
        return NULL;
    struct published *published = memory_allocate(1, sizeof *published);
    published->results = results;
    const char *method = results->count > 0 ? results->rows[0].method : "";
    if (!results_are_published(results) ||
        !read_threshold(method, "min_report=", &published->min_report) ||
        !read_threshold(method, "min_group=", &published->min_group) ||
        !read_threshold(method, "min_cell=", &published->min_cell)) {
        struct diag_place place = {.file = path};
        diag_add(diag, DIAG_ERROR, &place, "not published, or without its thresholds",
                 "nicht veröffentlicht oder ohne die Schwellen");
        published_free(published);
        return NULL;
    }
    read_figures(published);
    return published;
}

void published_free(struct published *published) {
    if (published == NULL)
        return;
    results_free(published->results);
    free(published);
}
