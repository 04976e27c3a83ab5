/* The block of one question: heading, text, key sentence, bars, table, how sure, who is
 * missing. */
#ifndef REPORT_QUESTION_H
#define REPORT_QUESTION_H

#include "report/report.h"

/* number is the block's ("5.2"). */
void question_write(const struct report *report, const struct question *question,
                    const char *number);

#endif
