#include "form/limesurvey_names.h"

void limesurvey_question_code(char code[LIMESURVEY_CODE_SIZE],
                              const struct question *question) {
    limesurvey_code(code, LIMESURVEY_QUESTION, question->id, question->aliases,
                    question->alias_count);
}

void limesurvey_part_code(char code[LIMESURVEY_CODE_SIZE], const struct code *item) {
    limesurvey_code(code, LIMESURVEY_PART, item->id, item->aliases, item->alias_count);
}

void limesurvey_answer_code(char code[LIMESURVEY_CODE_SIZE], const struct code *answer) {
    limesurvey_code(code, LIMESURVEY_ANSWER, answer->id, answer->aliases, answer->alias_count);
}

void limesurvey_dk_code(char code[LIMESURVEY_CODE_SIZE], const struct question *question) {
    limesurvey_code(
        code, question_answer(question) == ANSWER_TICK ? LIMESURVEY_PART : LIMESURVEY_ANSWER,
        "dk", question->dk_aliases, question->dk_alias_count);
}

bool limesurvey_is_other(const struct question *question, size_t code) {
    return question->has_other && question->other == code;
}

const struct code *limesurvey_parts(const struct question *question, size_t *count) {
    enum answer_kind answer = question_answer(question);
    if (question_has_rows(question) || answer == ANSWER_FIELD || answer == ANSWER_TICK)
        return question_items(question, count);
    *count = 0;
    return NULL;
}

const struct code *limesurvey_answers(const struct question *question, size_t *count) {
    bool has = question->codes != NULL && question_answer(question) != ANSWER_TICK;
    *count = has ? question->codes->count : 0;
    return has ? question->codes->codes : NULL;
}
