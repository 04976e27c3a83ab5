/* Released quotations in the report: in the block of their question, and what is said of all of
 * them. */
#ifndef REPORT_QUOTATIONS_H
#define REPORT_QUOTATIONS_H

#include <stdbool.h>

#include "base/diag.h"
#include "report/report.h"

/* False after reporting to diag, with the file's name, where an open question has more
 * quotations than answers: then the quotations belong to other results. */
bool quotations_fit(const struct released *released, const struct results *results,
                    const char *file, struct diag *diag);

/* The body of an open question: how many wrote something, and what of it is released. */
void quotations_write(const struct report *report, const struct question *question);
/* What people wrote beside the answers of another question; nothing where none is released. */
void quotations_write_beside(const struct report *report, const struct question *question);

/* True where the report shows any. */
bool quotations_any(const struct report *report);

#endif
