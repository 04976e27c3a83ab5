/* An export beside a structure: how its columns are headed and its answers worded, where that
 * is not what the structure says. */
#ifndef FORM_BESIDE_EXPORT_H
#define FORM_BESIDE_EXPORT_H

#include <stdbool.h>

#include "base/diag.h"
#include "form/draft.h"

/* Adds to a settled draft, as aliases, by what the export at path calls questions and answers;
 * each is a guess. What fits nothing is told in a remark: columns, and answers that at least
 * two records have. False after reporting to diag why the file cannot be read. */
bool beside_export(struct draft *draft, const char *path, struct diag *diag);

#endif
