/* The box at the end of the report: who was asked, who is counted, by which rules, by what
 * program, and where the tables are. */
#ifndef REPORT_METHOD_BOX_H
#define REPORT_METHOD_BOX_H

#include <stdbool.h>

#include "report/report.h"

/* left_out: something that was asked stands in the tables only. */
void method_box_write(const struct report *report, bool left_out);

#endif
