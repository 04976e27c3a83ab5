/* What a report for one group (teller.facts.selected) says where no figure of it is published.
 * Without such a group it prints nothing. */
#ifndef REPORT_SELECTED_PART_H
#define REPORT_SELECTED_PART_H

#include "report/report.h"

/* True where the report is for a group, and no figure of it is published. */
bool selected_is_nowhere(const struct report *report);

/* What a report says where it has no figure of the group. */
void selected_write_nowhere(const struct report *report);

#endif
