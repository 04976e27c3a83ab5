/* The questionnaire as a survey structure of LimeSurvey 6: tab-separated, as its import wants
 * it. nachlese-form(1) says which question becomes what, and what is lost. Nothing is kept. */
#ifndef FORM_LIMESURVEY_OUT_H
#define FORM_LIMESURVEY_OUT_H

#include <stdio.h>

#include "survey/questionnaire.h"

/* These write a questionnaire that was checked; write errors stay on the stream. The whole of
 * it in one survey: */
void limesurvey_write(const struct questionnaire *questionnaire, FILE *stream);
/* Without contact data and what is kept apart with them; its last page leads to the other: */
void limesurvey_write_answers(const struct questionnaire *questionnaire, FILE *stream);
/* Only these, and consent to take part. */
void limesurvey_write_contacts(const struct questionnaire *questionnaire, FILE *stream);

#endif
