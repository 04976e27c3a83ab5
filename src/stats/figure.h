/* One figure per row: what the columns value, low, high, n, method and flag say for each kind
 * of figure. Nothing is allocated; a writer's members stay the caller's. */
#ifndef STATS_FIGURE_H
#define STATS_FIGURE_H

#include <stdint.h>
#include <stdio.h>

#include "inference/estimate.h"
#include "inference/moments.h"
#include "stats/tally.h"
#include "survey/questionnaire.h"
#include "survey/statistic.h"

/* Where rows go, and what holds for all of them. */
struct figure_writer {
    FILE *stream;
    const struct questionnaire *questionnaire;
    const struct tally *tally;
    size_t tally_level;     /* whose answers */
    const char *by, *level; /* how that is named in the rows; "" for everyone */
    int64_t population;     /* N where it is known and not exceeded, else 0 */
    bool counts_only;       /* other figures than counts and shares are not written */
};

/* The columns that say what a figure is about; NULL counts as "". */
struct subject {
    const char *question, *item, *category;
};

/* A count of the base itself, or of what lies beside it: never flagged. */
void figure_total(const struct figure_writer *writer, const struct subject *subject,
                  enum statistic statistic, int64_t count, int64_t n);
/* Which class of its answers a table by groups shows at least; nothing without a class. It
 * follows from what all answered, so it is not said of groups. */
void figure_class(const struct figure_writer *writer, const struct question *question,
                  const char *item, const int64_t *counts);
/* A count among n. */
void figure_count(const struct figure_writer *writer, const struct subject *subject,
                  enum statistic statistic, int64_t count, int64_t n);
/* A figure without interval; undefined where the estimate is. */
void figure_plain(const struct figure_writer *writer, const struct subject *subject,
                  enum statistic statistic, struct estimate estimate);
/* A figure of a test, by a method that is in the row, with the range of a p-value found by
 * random tables. */
void figure_test(const struct figure_writer *writer, const struct subject *subject,
                 enum statistic statistic, struct estimate estimate, const char *method);
/* How many of n gave an answer that is counted; of `known`, n among them, it is known whether
 * they are to be counted: who does not know, or answers beside the scale, is not. */
struct share {
    int64_t count, n, known;
};

/* A share with its interval, and behind it, of all respondents where N is known, the rows of
 * its bounds and of how many voices are missing for a majority. */
void figure_share(const struct figure_writer *writer, const struct subject *subject,
                  enum statistic statistic, struct share share);
/* A figure with the interval it has, by that method. */
void figure_interval(const struct figure_writer *writer, const struct subject *subject,
                     enum statistic statistic, struct estimate estimate, const char *method);
/* A mean with Student's interval. */
void figure_mean(const struct figure_writer *writer, const struct subject *subject,
                 enum statistic statistic, const struct moments *moments);
/* The standard deviation. */
void figure_sd(const struct figure_writer *writer, const struct subject *subject,
               const struct moments *moments);
/* q1, median and q3, or one of them (1, 2, 3). */
void figure_quartile(const struct figure_writer *writer, const struct subject *subject,
                     const struct frequency_table *table, int quartile);

#endif
