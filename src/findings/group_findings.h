/* What is published about the groups of a grouping: for a single question, a matrix row or an
 * option one table with the view that the privacy gate left of it. All lies in the facts'
 * arena. */
#ifndef WORDING_GROUP_FINDINGS_H
#define WORDING_GROUP_FINDINGS_H

#include <stddef.h>

#include "findings/facts.h"
#include "findings/items.h"
#include "survey/answer_class.h"

/* Of the class and the groups that the table shows. */
enum group_verdict {
    GROUP_UNTESTED, /* fewer than two groups are shown, or all or none of them are in the class
                     */
    GROUP_ALIKE,    /* no difference that can be relied on */
    GROUP_DIFFERENT /* the shares of the class differ */
};

/* The answers that a table counts together. */
struct group_class {
    struct answer_class answers;
    enum statistic statistic; /* of its share in published results */
};

struct group_finding {
    const struct question *question;
    const struct grouping *grouping;
    const char *item;        /* id of the matrix row or option; "" */
    const struct code *code; /* that row or option; NULL: the question as a whole */
    enum group_verdict verdict;
    struct figure least; /* how few of a group would have had to be in the class, where
                            all of a larger one are, for a difference; absent: none would
                            do, or there is no test */
    bool all;            /* the counts of all answers are published, not of one class */
    bool coarse;         /* by the coarser grouping */
    const char *rule; /* why there are no counts in the finest grouping; "" where there are */
    struct group_class class;
    struct items groups; /* the share of the class in each group, in the questionnaire's order:
                            shown ones, then hidden ones. None: no counts at all */
};

struct group_findings {
    const struct grouping *grouping;
    struct group_finding *table;
    size_t count;
};

/* The table of one row or option, "" of the question as a whole; without verdict, rule and
 * groups where nothing is published. */
struct group_finding group_finding_of(const struct facts *facts,
                                      const struct question *question,
                                      const struct grouping *grouping, const char *item);

/* The tables of one question by one grouping, as far as anything is published; in the order of
 * its rows or options. */
struct group_findings group_findings_of(const struct facts *facts,
                                        const struct question *question,
                                        const struct grouping *grouping);

/* Puts the tables with the highest share over all respondents first. */
void group_findings_sort(const struct facts *facts, struct group_findings *tables);

/* The id that is in the column `by` of the table's counts. */
const char *group_findings_by(const struct facts *facts, const struct group_finding *table);

/* True where anything by group is published. */
bool group_findings_published(const struct facts *facts);

#endif
