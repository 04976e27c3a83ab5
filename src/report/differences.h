/* The fixed part about differences between groups: what was compared, where groups answer
 * differently, how many figures are shown, and why others are not. */
#ifndef REPORT_DIFFERENCES_H
#define REPORT_DIFFERENCES_H

#include "report/report.h"

void differences_write(const struct report *report, const char *number);

#endif
