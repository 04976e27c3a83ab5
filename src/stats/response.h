/* Who answered of all who were invited, and of each level of a grouping: the rows of the whole
 * survey, and N for the intervals of a level. Nothing is allocated. */
#ifndef STATS_RESPONSE_H
#define STATS_RESPONSE_H

#include "base/diag.h"
#include "stats/figure.h"

/* The rows `invited` and `response_rate`, and by level of each grouping with `invited.CODE`
 * `invited`, `answered` and `response_rate`; says so where more were accepted than invited. */
void response_write(const struct figure_writer *writer, struct diag *diag);

/* N of a level; 0 where it is not known: not said, only a bound since somebody is in no level,
 * or exceeded. */
int64_t response_population(const struct figure_writer *writer, const struct grouping *grouping,
                            size_t code);
/* N of a coarser level: of its codes together, where each of them is known; else 0. */
int64_t response_coarse_population(const struct figure_writer *writer,
                                   const struct grouping *grouping, size_t coarse);
/* N of those that a filter question was put to, where these are just one level of a grouping;
 * else 0. */
int64_t response_asked_population(const struct figure_writer *writer,
                                  const struct question *question);

#endif
