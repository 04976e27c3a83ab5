/* One list of page one: the best items of a question by a statistic. */
#ifndef REPORT_GLANCE_LIST_H
#define REPORT_GLANCE_LIST_H

#include "report/report.h"

/* Prints the list with at most show items (ties at the end are named up to five); a list
 * without items prints nothing. */
void glance_list_write(const struct report *report, const struct glance *glance, size_t show);

#endif
