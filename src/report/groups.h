/* What a question's block says about groups: differences, a short table in the view that the
 * privacy gate left, what is not shown. */
#ifndef REPORT_GROUPS_H
#define REPORT_GROUPS_H

#include "report/report.h"

/* The grouping of page one with its tables; of the others tables only where the groups answer
 * differently. Prints nothing where nothing by group is published. */
void groups_write(const struct report *report, const struct question *question);

#endif
