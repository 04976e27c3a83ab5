/* LimeSurvey's tab-separated structure of a survey (.txt), written by hand or by LimeSurvey. */
#ifndef FORM_LIMESURVEY_TEXT_H
#define FORM_LIMESURVEY_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "form/draft.h"

/* True where the first line names the columns that every such file has, with tabs between. */
bool limesurvey_text_recognises(const char *path, const char *bytes, size_t length);

/* Reads the file into an empty draft. Languages may follow one another in blocks or line by
 * line; rows in a language that the survey does not have are left out, as LimeSurvey does.
 * False after saying why: malformed quotes, no survey in it. */
bool limesurvey_text_read(struct draft *draft, const char *path, struct diag *diag);

#endif
