/* What a questionnaire may not do with questions that are apart (question_is_apart): whatever
 * would stand among the other answers of a person and tell what contacts.csv holds of them. */
#ifndef SURVEY_QUESTIONNAIRE_APART_H
#define SURVEY_QUESTIONNAIRE_APART_H

#include "survey/questionnaire_values.h"

/* Reports all of it; after questions, conditions, groupings and gaps are built. */
void build_check_apart(struct builder *builder);

#endif
