/* Who answered, and the mark on made-up answers. */
#ifndef REPORT_RESPONSE_H
#define REPORT_RESPONSE_H

#include "report/report.h"

/* A mark that nobody can overlook, where any answer is made up. */
void response_mark_simulated(const struct report *report);

/* Why there are no results (P1, or nobody answered). */
void response_write_too_few(const struct report *report);

/* "28 von 41 Antworten sind ausgewertet": who sent something incomplete answered, too. */
const char *response_counted(const struct report *report);

/* The counts of the records that do not count, as "1 doppelt und 2 unvollständig"; "" if
 * absent. */
const char *response_left_out(const struct report *report);

#endif
