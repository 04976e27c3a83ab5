/* LimeSurvey's survey as a draft of a questionnaire. */
#ifndef FORM_LIMESURVEY_DRAFT_H
#define FORM_LIMESURVEY_DRAFT_H

#include "form/limesurvey.h"

/* Puts the survey into its draft: each question as what nachlese-form(1) says of its type, with
 * what exports call it as aliases and headings. The draft is not yet settled. */
void limesurvey_draft(const struct limesurvey *survey);

#endif
