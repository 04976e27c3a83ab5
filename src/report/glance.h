/* Page one: who asked whom and when, how many answered, the lists of [glance], what happens
 * next, what may not be concluded; at most 25 lines from the top of the report, unless the
 * questionnaire's own labels make that impossible. */
#ifndef REPORT_GLANCE_H
#define REPORT_GLANCE_H

#include "report/report.h"

enum { GLANCE_LINES = 25 };

void glance_write(const struct report *report);

/* Who asked whom and when, and how many answered; with the breakdown's counts. Also the
 * beginning of a report without results. */
void glance_write_facts(const struct report *report, bool breakdown);

#endif
