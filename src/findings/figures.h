/* Figures of published results as whole numbers: how many of how many. Nothing is allocated;
 * strings are the results'. */
#ifndef WORDING_FIGURES_H
#define WORDING_FIGURES_H

#include <stdbool.h>
#include <stdint.h>

#include "survey/results.h"

enum figure_state {
    FIGURE_SHOWN,  /* count and base hold it */
    FIGURE_HIDDEN, /* the privacy gate hid it; rule says by which rule */
    FIGURE_ABSENT  /* no row, or nobody answered */
};

struct figure {
    enum figure_state state;
    int64_t count, base;
    const char *rule; /* "P7" */
};

/* count of base, or no figure where that cannot be. */
struct figure figure_of(int64_t count, int64_t base);

/* A share (share top2 set unmet ...) as count of base; where there is no such row but a row
 * `count` of the same key, that. */
struct figure figure_share(const struct results *results, const char *question,
                           const char *item, const char *category, enum statistic statistic);

/* The same in one group: by is the grouping's id (or ID.coarse), level the group's. */
struct figure figure_share_by(const struct results *results, const char *question,
                              const char *item, const char *category, const char *by,
                              const char *level, enum statistic statistic);

/* Between which numbers of all who were invited the truth about a share lies. */
struct frame {
    int64_t low, high, invited;
    int64_t tipping; /* so many voices are still missing for a majority of all; 0: none is near,
                        or it is sure */
};

/* Of the share of that row, as its row `bounds` says; where there is none, as if nothing were
 * known of all who are not in its base, of the `invited`. False where the bounds are hidden,
 * invited is 0, or the share has no value. */
bool figure_frame(const struct results *results, const struct result *share, int64_t invited,
                  struct frame *frame);

/* A value such as mean or median; false where it is hidden, undefined or not there. */
bool figure_value(const struct results *results, const char *question, const char *item,
                  enum statistic statistic, double *value, int64_t *n);

/* A count (skipped, rows_read ...); -1 where it is hidden or not there. */
int64_t figure_whole(const struct results *results, const char *question, const char *item,
                     const char *category, enum statistic statistic);

/* Which of two shares is larger, exactly: below 0, 0 or above 0 as strcmp. Both are shown and
 * have a base. */
int figure_compare(const struct figure *a, const struct figure *b);

#endif
