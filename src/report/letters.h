/* The fixed part with sentences that are ready to be passed on: the organiser's own, a letter
 * to each addressee with only what that addressee decides, and what may be cited. */
#ifndef REPORT_LETTERS_H
#define REPORT_LETTERS_H

#include "report/report.h"

/* True where there is anything to write. */
bool letters_exist(const struct report *report);

void letters_write(const struct report *report, const char *number);

#endif
