/* One topic in the report: a question, one of its rows or options, a gap, a together, a trend.
 * The rules by which the gate hid figures are told once, on the last page; here they are a
 * sign.
 */
#ifndef REPORT_TOPIC_H
#define REPORT_TOPIC_H

#include <stddef.h>

#include "report/report.h"

/* Its part on an inner page: heading, sentences, one table or a picture with its table, notes.
 * Nothing where nothing of it is published. */
void topic_write(const struct report *report, const struct topic *topic);

/* On page one, without its heading: the table of a gap or a together, of what leads and at most
 * most_rows rows; of any other topic its sentences. */
void topic_write_brief(const struct report *report, const struct topic *topic,
                       size_t most_rows);

#endif
