/* What of a questionnaire an XLSForm cannot have. Nothing is kept. */
#ifndef FORM_XLSFORM_CHECK_H
#define FORM_XLSFORM_CHECK_H

#include <stdbool.h>

#include "base/diag.h"
#include "survey/questionnaire.h"

/* True where the form can be written. Reports to diag names that stand twice and texts that the
 * form would take for an expression, as errors; what it has no words for, as warnings. two is
 * for other kinds. */
bool xlsform_check(const struct questionnaire *questionnaire, bool two, struct diag *diag);

#endif
