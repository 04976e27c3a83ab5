/* The last part: how the survey was made. Records, missing answers, rules for small numbers,
 * method, program, checksums. */
#ifndef REPORT_ACCOUNTING_H
#define REPORT_ACCOUNTING_H

#include "report/report.h"

void accounting_write(const struct report *report, const char *number);

#endif
