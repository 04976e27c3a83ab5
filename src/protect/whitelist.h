/* The statistics that protect knows, and what each of them is. A statistic that is not on the
 * list is never published. Nothing is allocated. */
#ifndef PROTECT_WHITELIST_H
#define PROTECT_WHITELIST_H

enum whitelist_kind {
    WHITELIST_UNKNOWN,
    WHITELIST_ACCOUNTING, /* the whole survey: always published */
    WHITELIST_STATE,      /* how many answered, skipped ...: published */
    WHITELIST_COUNT,      /* of a category, option or class */
    WHITELIST_SHARE,      /* of those who answered: times n it is a count */
    WHITELIST_BOUNDS,     /* follows from a share */
    WHITELIST_SUM,        /* mean, sd, sum: one large value can dominate it */
    WHITELIST_QUANTILE,
    WHITELIST_RANK,    /* made from all ranks of an option */
    WHITELIST_ALPHA,   /* of a score, over all respondents */
    WHITELIST_TESTS,   /* the whole survey: how many tests there are */
    WHITELIST_VERDICT, /* of a test between groups; nothing else of it is published */
    WHITELIST_INTERNAL /* for protect's own eyes: never published */
};

enum whitelist_kind whitelist_kind(const char *statistic);
/* Which quarter of the answers a quantile cuts off: 1, 2 or 3; 0 for other statistics. */
int whitelist_quartile(const char *statistic);

#endif
