/* What is under the figures of a question: how sure they are, who is not counted, which rule
 * hid what. */
#ifndef REPORT_UNCERTAINTY_H
#define REPORT_UNCERTAINTY_H

#include "findings/items.h"
#include "report/report.h"

/* "So sicher ist das": what a figure means for all who were invited, or, where their number is
 * not known, what it would mean if the answers were a random sample. label is quoted already;
 * result is the figure's row with its interval, NULL if absent. */
void uncertainty_write(const struct report *report, const struct question *question,
                       const char *label, const struct figure *figure,
                       const struct result *result);

/* Who is not counted in a question: don't know, no answer, not shown, not understood, outside
 * the scale; for a matrix as a range over its rows. */
void uncertainty_write_missing(const struct report *report, const struct question *question);

/* Says, if so, that all figures of a question are hidden. True where that is so. */
bool uncertainty_all_hidden(const struct report *report, const struct question *question);

#endif
