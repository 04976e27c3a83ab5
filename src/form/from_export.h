/* Drafts a questionnaire from an export alone. Nothing of any one person comes into it: a value
 * of a cell is named only where at least two records have it and the column is a list of
 * answers; nothing of texts, numbers or contact data is. */
#ifndef FORM_FROM_EXPORT_H
#define FORM_FROM_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "form/draft.h"

/* True for a table; to be asked last, since structures can be tables, too. */
bool from_export_recognises(const char *path, const char *bytes, size_t length);
/* Puts into the draft what the export at path seems to ask; every guess is a remark. False
 * after reporting to diag why the file cannot be read, or that it has no column of answers. */
bool from_export(struct draft *draft, const char *path, struct diag *diag);

#endif
