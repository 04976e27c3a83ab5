/* The fixed part that points to who offers and who seeks. */
#ifndef REPORT_EXCHANGE_H
#define REPORT_EXCHANGE_H

#include "report/report.h"

/* True where the questionnaire has anything to exchange. */
bool exchange_exists(const struct report *report);

void exchange_write(const struct report *report, const char *number);

#endif
