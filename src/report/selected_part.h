/* What a report for one group (teller.facts.selected) has instead of the comparison of all
 * groups: its figures beside those of everybody, and why others are not shown. Without such a
 * group all of this prints nothing. */
#ifndef REPORT_SELECTED_PART_H
#define REPORT_SELECTED_PART_H

#include "report/report.h"
#include "report/rules.h"

/* True where the report is for a group, and no figure of it is published. */
bool selected_is_nowhere(const struct report *report);

/* Behind the key sentences of a question: the group's figure for what they speak of, whether
 * the groups differ, a table with both figures, and what is not shown. */
void selected_write(const struct report *report, const struct question *question);
/* The group's figure for what the key sentence of a gap speaks of. */
void selected_write_gap(const struct report *report, const struct gap *gap);

/* The beginning of the fixed part about the group. */
void selected_write_intro(const struct report *report);

/* Why some of its figures are missing. */
struct rules selected_rules(const struct report *report);

/* What a report says where it has no figure of the group. */
void selected_write_nowhere(const struct report *report);

#endif
