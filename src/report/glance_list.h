/* A list on page one as the organiser declared it: the best items of a question by a statistic;
 * in a report for one group with its figures beside those of everybody. */
#ifndef REPORT_GLANCE_LIST_H
#define REPORT_GLANCE_LIST_H

#include "report/report.h"

/* Adds the list with at most show items (ties at the end are named up to five); a list without
 * items says what else is known of the question. The glance has a question, and no gap. */
void glance_list_write(const struct report *report, const struct glance *glance, size_t show);

/* The same items in one sentence below the list's title, "" without any: "Was fehlt (wichtig):
 * „Fördermittel“ 20 von 44". */
const char *glance_list_sentence(const struct report *report, const struct glance *glance);

#endif
