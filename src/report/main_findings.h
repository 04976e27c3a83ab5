/* What page one speaks of, chosen once; letters and sentences to cite speak of the same. All
 * lies in the report's arena. */
#ifndef REPORT_MAIN_FINDINGS_H
#define REPORT_MAIN_FINDINGS_H

#include <stddef.h>

#include "report/report.h"

struct main_findings {
    const struct topic *topic[QUESTIONNAIRE_MAX_FINDINGS];
    size_t count;
};

/* Those of [report] findings that can be said. Without the key: what [glance] names, and then
 * by rule what is not among it: an unmet need, changes, exchange, and the largest majorities.
 * Who answered, and texts, are none by rule. */
struct main_findings main_findings_of(const struct report *report);

/* The first sentence of a finding, which can be cited: with what it is about; "" where there is
 * none. */
const char *main_findings_sentence(const struct report *report, const struct topic *topic);

#endif
