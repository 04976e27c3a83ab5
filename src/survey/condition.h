/* Filter questions: whether a question was put to somebody, by what they answered before. */
#ifndef SURVEY_CONDITION_H
#define SURVEY_CONDITION_H

#include <stdbool.h>

#include "survey/answers.h"
#include "survey/questionnaire.h"

/* True where the question is put to everybody, or the answers (all variables of a respondent)
 * meet its asked_if. What is missing or not understood meets nothing. */
bool condition_is_met(const struct question *question, const struct answer *answers);

/* What the answers to a question mean that was not put: what is empty was not shown, what is
 * not contradicts, and is not understood. Of a matrix each row has its own fate, of other
 * questions all variables have the same. Returns false where there was an answer. */
bool condition_apply(const struct question *question, struct answer *answers);

/* True where the question, or one that decides whether it is asked, has one of these roles
 * (bits of enum question_role) or, with groupings true, is a grouping; the question itself does
 * not count. */
bool condition_depends_on(const struct question *question, unsigned roles, bool groupings);

#endif
