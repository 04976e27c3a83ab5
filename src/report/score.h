/* Scores that are made of the rows of a matrix. */
#ifndef REPORT_SCORE_H
#define REPORT_SCORE_H

#include "report/report.h"

/* The scores that are made of a question's rows, as paragraphs. */
void score_write_all(const struct report *report, const struct question *question);
/* For the method: how well the rows of each score fit together (Cronbach's alpha, from 20
 * answers on), in one sentence; "" where no score has it. */
const char *score_reliability(const struct report *report);

#endif
