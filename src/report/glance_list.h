/* One list of page one: the best items of a question by a statistic; in a report for one group
 * with its figures beside those of everybody. */
#ifndef REPORT_GLANCE_LIST_H
#define REPORT_GLANCE_LIST_H

#include "report/report.h"
#include "report/rules.h"

/* What is to be said below the lists. */
struct glance_notes {
    bool no_route; /* no room: not that not all got to see a list's question */
    bool listed;   /* some list has items */
    /* In a report for one group: */
    struct rules rules; /* why figures of the group are missing */
    bool any;           /* some of its figures are there */
    bool together;      /* some figures are those of a coarser group */
    bool never;         /* a list has a statistic that there never is by groups */
};

/* Prints the list with at most show items (ties at the end are named up to five), and adds to
 * the notes; a list without items says what else is known of the question. */
void glance_list_write(const struct report *report, const struct glance *glance, size_t show,
                       struct glance_notes *notes);

#endif
