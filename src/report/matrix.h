/* The body of a matrix; one that belongs to a gap gets only its table. */
#ifndef REPORT_MATRIX_H
#define REPORT_MATRIX_H

#include "report/report.h"

void matrix_write(const struct report *report, const struct question *question);

#endif
