/* The fixed part with sentences that are ready to be passed on: the organiser's own, a letter
 * to each addressee with only what that addressee decides, and what may be cited. */
#ifndef REPORT_READY_H
#define REPORT_READY_H

#include "report/report.h"

/* True where there is anything to write. */
bool ready_exists(const struct report *report);

void ready_write(const struct report *report, const char *number);

#endif
