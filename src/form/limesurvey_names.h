/* What the parts of a questionnaire are called in a LimeSurvey survey: for those who write it,
 * and for those who check that its export is read again. Nothing is allocated. */
#ifndef FORM_LIMESURVEY_NAMES_H
#define FORM_LIMESURVEY_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/limesurvey_code.h"
#include "survey/questionnaire.h"

void limesurvey_question_code(char code[LIMESURVEY_CODE_SIZE], const struct question *question);
/* The sub-question of a row, a field or an option. */
void limesurvey_part_code(char code[LIMESURVEY_CODE_SIZE], const struct code *item);
/* The answer, or the option to be ranked. */
void limesurvey_answer_code(char code[LIMESURVEY_CODE_SIZE], const struct code *answer);
/* Don't know: an answer, or a sub-question of type multi. */
void limesurvey_dk_code(char code[LIMESURVEY_CODE_SIZE], const struct question *question);

/* True for the answer "other", which LimeSurvey has as a property of the question. */
bool limesurvey_is_other(const struct question *question, size_t code);
/* Its rows, fields or options, each a sub-question: *count of them; NULL where it has none. */
const struct code *limesurvey_parts(const struct question *question, size_t *count);
/* Its answers or options to be ranked: *count of them; NULL where it has none. */
const struct code *limesurvey_answers(const struct question *question, size_t *count);

#endif
