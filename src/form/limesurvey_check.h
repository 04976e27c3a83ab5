/* What of a questionnaire LimeSurvey cannot have, or would have so that its export could not be
 * read again. Nothing is kept. */
#ifndef FORM_LIMESURVEY_CHECK_H
#define FORM_LIMESURVEY_CHECK_H

#include <stdbool.h>

#include "base/diag.h"
#include "survey/questionnaire.h"

/* True where the survey can be written so that nachlese-ingest reads its export again. Reports
 * to diag every code that would be another's there, as errors, and what LimeSurvey has no words
 * for, as warnings. With two true it must have contact data. */
bool limesurvey_check(const struct questionnaire *questionnaire, bool two, struct diag *diag);

#endif
