/* Drafts a questionnaire from an XLSForm, read through xlsx2csv. nachlese-form(1) says what
 * becomes of each type of question. */
#ifndef FORM_XLSFORM_DRAFT_H
#define FORM_XLSFORM_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "form/draft.h"

/* True for a workbook with a sheet "survey". The bytes are not looked at. */
bool xlsform_recognises(const char *path, const char *bytes, size_t length);
/* Puts the form into an empty draft. False after reporting to diag what is wrong with it. */
bool xlsform_read(struct draft *draft, const char *path, struct diag *diag);

#endif
