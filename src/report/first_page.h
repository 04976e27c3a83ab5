/* Page one: who asked whom, what was found, who decides, what happens next, and what the
 * numbers do not say. */
#ifndef REPORT_FIRST_PAGE_H
#define REPORT_FIRST_PAGE_H

#include "report/layout.h"
#include "report/report.h"

/* layout says where the letters are; NULL, of a report that has no results: the page says that
 * there are none, and why. */
void first_page_write(const struct report *report, const struct layout *layout);

#endif
