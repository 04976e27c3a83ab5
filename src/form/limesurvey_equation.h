/* LimeSurvey's equations of relevance: who a question is put to. */
#ifndef FORM_LIMESURVEY_EQUATION_H
#define FORM_LIMESURVEY_EQUATION_H

#include "base/text.h"
#include "survey/questionnaire.h"

/* Appends "1" where the question is put to everybody, else
 * (q.NAOK == "A1" or q.NAOK == "A2") or, of type multi, (q_a.NAOK == "Y" or ...). What is
 * hidden itself is empty there, and so meets nothing. */
void limesurvey_add_equation(struct text *equation, const struct condition *condition);

#endif
