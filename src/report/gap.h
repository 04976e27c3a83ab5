/* Importance beside satisfaction. */
#ifndef REPORT_GAP_H
#define REPORT_GAP_H

#include "report/report.h"

/* The importance-satisfaction comparison, a block of its own. */
void gap_write(const struct report *report, const struct gap *gap, const char *number);

#endif
