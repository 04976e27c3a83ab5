/* The fixed part that points to who offers and who seeks. */
#ifndef REPORT_EXCHANGE_H
#define REPORT_EXCHANGE_H

#include "report/report.h"

void exchange_write(const struct report *report, const char *number);

#endif
