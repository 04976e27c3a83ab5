/* The statistics: every figure that a results file may hold, with its name there and what kind
 * of figure it is. In files they are words, in programs an enum: results.h converts them. The
 * meaning of each is in nachlese-stats(1). */
#ifndef SURVEY_STATISTIC_H
#define SURVEY_STATISTIC_H

#include <stdbool.h>

/* What the privacy gate goes by: figures of one kind are made alike. */
enum statistic_kind {
    KIND_UNKNOWN,    /* not on the list */
    KIND_MARK,       /* written by the privacy gate alone */
    KIND_ACCOUNTING, /* records of the whole survey */
    KIND_ORIGIN,     /* accepted records that came another way than through the form system */
    KIND_STATE,      /* how many answered, skipped ... */
    KIND_COUNT,      /* of a category, option or class */
    KIND_SHARE,      /* of those who answered: times n it is a count */
    KIND_BOUNDS,     /* follows from a share */
    KIND_SUM,        /* one large value can dominate it */
    KIND_QUANTILE,
    KIND_RANK,    /* made from all ranks of an option */
    KIND_ALPHA,   /* of a score, over all respondents */
    KIND_TESTS,   /* the whole survey: how many tests there are */
    KIND_VERDICT, /* of a test between groups, written anew by the privacy gate */
    KIND_LEAD,    /* of an item: whether it can be told from the first of its list */
    KIND_INTERNAL /* for the gate's own eyes: never published */
};
enum { STATISTIC_KINDS = KIND_INTERNAL + 1 };

/* X(identifier, name in files, kind). A new statistic has its line here; what else it needs:
 * src/CONTRIBUTING.md. */
#define STATISTICS(X)                                                                          \
    X(PUBLISHED, "published", MARK)                                                            \
    X(VIEW, "view", MARK)                                                                      \
    X(ROWS_READ, "rows_read", ACCOUNTING)                                                      \
    X(ROWS_ACCEPTED, "rows_accepted", ACCOUNTING)                                              \
    X(ROWS_REJECTED, "rows_rejected", ACCOUNTING)                                              \
    X(ROWS_DUPLICATE, "rows_duplicate", ACCOUNTING)                                            \
    X(ROWS_INCOMPLETE, "rows_incomplete", ACCOUNTING)                                          \
    X(SIMULATED, "simulated", ACCOUNTING)                                                      \
    X(PAPER, "paper", ORIGIN)                                                                  \
    X(PHONE, "phone", ORIGIN)                                                                  \
    X(INVITED, "invited", ACCOUNTING)                                                          \
    X(RESPONSE_RATE, "response_rate", ACCOUNTING)                                              \
    X(ANSWERED, "answered", STATE)                                                             \
    X(SKIPPED, "skipped", STATE)                                                               \
    X(DONT_KNOW, "dont_know", STATE)                                                           \
    X(NOT_SHOWN, "not_shown", STATE)                                                           \
    X(INVALID, "invalid", STATE)                                                               \
    X(OUTSIDE, "outside", STATE)                                                               \
    X(COUNT, "count", COUNT)                                                                   \
    X(SHARE, "share", SHARE)                                                                   \
    X(SET, "set", SHARE)                                                                       \
    X(ANY, "any", SHARE)                                                                       \
    X(FIRST, "first", SHARE)                                                                   \
    X(TOP, "top", SHARE)                                                                       \
    X(TOP2, "top2", SHARE)                                                                     \
    X(BOTTOM2, "bottom2", SHARE)                                                               \
    X(UNMET, "unmet", SHARE)                                                                   \
    X(BOUNDS, "bounds", BOUNDS)                                                                \
    X(TIPPING, "tipping", BOUNDS)                                                              \
    X(MEAN, "mean", SUM)                                                                       \
    X(SD, "sd", SUM)                                                                           \
    X(SUM, "sum", SUM)                                                                         \
    X(GAP, "gap", SUM)                                                                         \
    X(Q1, "q1", QUANTILE)                                                                      \
    X(MEDIAN, "median", QUANTILE)                                                              \
    X(Q3, "q3", QUANTILE)                                                                      \
    X(MEAN_RANK, "mean_rank", RANK)                                                            \
    X(BORDA, "borda", RANK)                                                                    \
    X(ALPHA, "alpha", ALPHA)                                                                   \
    X(TESTS, "tests", TESTS)                                                                   \
    X(VERDICT, "verdict", VERDICT)                                                             \
    X(LEAST_DIFFERENCE, "least_difference", VERDICT)                                           \
    X(LEAD, "lead", LEAD)                                                                      \
    X(FRIEDMAN_P, "friedman_p", INTERNAL)                                                      \
    X(KENDALL_W, "kendall_w", INTERNAL)                                                        \
    X(GAP_P, "gap_p", INTERNAL)                                                                \
    X(CHI2, "chi2", INTERNAL)                                                                  \
    X(CHI2_DF, "chi2_df", INTERNAL)                                                            \
    X(CHI2_P, "chi2_p", INTERNAL)                                                              \
    X(CRAMERS_V, "cramers_v", INTERNAL)                                                        \
    X(RESIDUAL, "residual", INTERNAL)                                                          \
    X(KRUSKAL_H, "kruskal_h", INTERNAL)                                                        \
    X(KRUSKAL_DF, "kruskal_df", INTERNAL)                                                      \
    X(KRUSKAL_P, "kruskal_p", INTERNAL)                                                        \
    X(EPSILON2, "epsilon2", INTERNAL)                                                          \
    X(CLIFFS_DELTA, "cliffs_delta", INTERNAL)                                                  \
    X(EXACT_P, "exact_p", INTERNAL)                                                            \
    X(P_ADJUSTED, "p_adjusted", INTERNAL)                                                      \
    X(CLASS, "class", INTERNAL)                                                                \
    X(MIN, "min", INTERNAL)                                                                    \
    X(MAX, "max", INTERNAL)                                                                    \
    X(LARGEST, "largest", INTERNAL)                                                            \
    X(SECOND_LARGEST, "second_largest", INTERNAL)                                              \
    X(MAGNITUDE, "magnitude", INTERNAL)                                                        \
    X(VALUE, "value", INTERNAL)

#define STATISTIC_ENUM(identifier, name, kind) STATISTIC_##identifier,
/* STATISTIC_NONE: no statistic, or a name that is not on the list. */
enum statistic { STATISTIC_NONE, STATISTICS(STATISTIC_ENUM) STATISTIC_END };
#undef STATISTIC_ENUM

/* Its name in files; "" for none. */
const char *statistic_name(enum statistic statistic);
/* The statistic of that name, or none. */
enum statistic statistic_named(const char *name);
/* KIND_UNKNOWN for none. */
enum statistic_kind statistic_kind(enum statistic statistic);

#endif
