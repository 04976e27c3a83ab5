/* The body of a question for a number. */
#ifndef REPORT_NUMBER_QUESTION_H
#define REPORT_NUMBER_QUESTION_H

#include "report/report.h"

void number_write(const struct report *report, const struct question *question);

#endif
