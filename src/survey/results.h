/* results.csv and published.csv: one figure per row. A table of results owns its rows' strings
 * (results_free); a result handed to the writer stays the caller's. */
#ifndef SURVEY_RESULTS_H
#define SURVEY_RESULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/diag.h"
#include "survey/statistic.h"

/* Figures of fewer answers than this have the flag small. */
enum { RESULTS_SMALL_BASE = 20 };

/* An item with fewer answers than these has no place in the order of its list: one answer of
 * one is no finding. */
enum { RESULTS_LEAST_BASE = 5 };

enum result_flag { FLAG_NONE, FLAG_SUPPRESSED, FLAG_UNDEFINED, FLAG_CENSUS, FLAG_SMALL };

/* No string is NULL; "" where a column is empty. Numbers are finite. */
struct result {
    const char *question, *item, *category, *by, *level;
    enum statistic statistic;
    const char *unknown; /* the name of a statistic that is not on the list, which is then none;
                            may be NULL, and is never written */
    bool has_value, has_low, has_high, has_n;
    double value, low, high;
    int64_t n;
    const char *method;
    enum result_flag flag;
};

struct results {
    struct result *rows;
    size_t count;
    void *memory; /* the reader's own */
};

/* The column by of figures by group: the id of a grouping, with ".coarse" behind it where the
 * groups are its coarser levels. Returns buffer. */
enum { RESULTS_BY_SIZE = 64 };
const char *results_by(char buffer[RESULTS_BY_SIZE], const char *grouping, bool coarse);
/* True where such a column names the grouping, by either. */
bool results_by_is(const char *by, const char *grouping);
/* True where it names coarser levels. */
bool results_by_is_coarse(const char *by);

void results_write_header(FILE *stream);
void results_write(FILE *stream, const struct result *result);

/* Reads path ("-": standard input) whole; NULL after reporting to diag where it is not of this
 * form. */
struct results *results_read(const char *path, struct diag *diag);
void results_free(struct results *results);

/* The first row with these columns and no grouping, or NULL. NULL arguments count as "". Found
 * by bisection. */
const struct result *results_find(const struct results *results, const char *question,
                                  const char *item, const char *category,
                                  enum statistic statistic);

/* The same for a row by group: by is a grouping's id (or ID.coarse), level a group's, or "" for
 * a test across the groups. */
const struct result *results_find_by(const struct results *results, const char *question,
                                     const char *item, const char *category, const char *by,
                                     const char *level, enum statistic statistic);

/* True where the first row is the mark of the privacy gate (statistic "published", value 1). */
bool results_are_published(const struct results *results);

#endif
