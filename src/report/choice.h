/* The body of a question whose answers or options are codes; question.h chooses. */
#ifndef REPORT_CHOICE_H
#define REPORT_CHOICE_H

#include "report/report.h"

void choice_write_single(const struct report *report, const struct question *question);
void choice_write_multi(const struct report *report, const struct question *question);
void choice_write_ranking(const struct report *report, const struct question *question);

#endif
