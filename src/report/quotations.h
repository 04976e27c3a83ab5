/* Whether released quotations belong to the results that a report is made of. */
#ifndef REPORT_QUOTATIONS_H
#define REPORT_QUOTATIONS_H

#include <stdbool.h>

#include "base/diag.h"
#include "survey/released.h"
#include "survey/results.h"

/* False after reporting to diag, with the file's name, where an open question has more
 * quotations than answers: then the quotations belong to other results. */
bool quotations_fit(const struct released *released, const struct results *results,
                    const char *file, struct diag *diag);

#endif
