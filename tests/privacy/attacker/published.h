/* A published.csv and what its first rows say. Owns the rows (published_free). */
#ifndef ATTACK_PUBLISHED_H
#define ATTACK_PUBLISHED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "survey/results.h"

#include "codebook.h"

struct published {
    struct results *results;
    int64_t min_report, min_group, min_cell; /* from the method of the row `published` */
    int64_t accepted;
    int64_t tests; /* the size of the family of tests; 0: not said */
    double z;      /* normal quantile of the intervals; 0: no interval shows it */
};

/* NULL after reporting to diag where the file is not published or does not say its thresholds.
 */
struct published *published_read(const char *path, struct diag *diag);
void published_free(struct published *published);

/* How a row relates to a grouping. */
enum by { BY_NONE, BY_FINE, BY_COARSE, BY_OTHER };
enum by row_by(const struct result *row, const struct question *grouping);
/* True where the row shows a figure. */
bool row_shows(const struct result *row);
/* True for shares: the value is a count divided by n. */
bool row_is_share(const struct result *row);
/* True of the least difference that the tests could show, which is about the groups shown. */
bool row_is_least_difference(const struct result *row);
/* The name of the row's statistic, also of one that is not on the list. */
const char *row_statistic(const struct result *row);
/* The count that the row gives: its value, or value x n of a share; -1 where it gives none. */
int64_t row_count(const struct result *row);

#endif
