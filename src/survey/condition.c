#include "survey/condition.h"

static bool names_code(const struct condition *condition, size_t code) {
    for (size_t i = 0; i < condition->count; i++)
        if (condition->codes[i] == code)
            return true;
    return false;
}

/* One variable holds a code, or there is one per option, with a tick. */
static bool meets(const struct condition *condition, const struct answer *answers) {
    const struct question *question = condition->question;
    const struct answer *answer = &answers[question->first_variable];
    if (answer->state == ANSWER_DONT_KNOW)
        return condition->dk;
    if (question_has_one_code(question))
        return answer->state == ANSWER_GIVEN && names_code(condition, (size_t)answer->value);
    for (size_t i = 0; i < condition->count; i++) {
        const struct answer *option = &answer[condition->codes[i]];
        if (option->state == ANSWER_GIVEN && option->value > 0)
            return true;
    }
    return false;
}

bool condition_is_met(const struct question *question, const struct answer *answers) {
    return question->asked_if.question == NULL || meets(&question->asked_if, answers);
}

static bool is_answer(const struct answer *answer) {
    return answer->state == ANSWER_GIVEN || answer->state == ANSWER_DONT_KNOW;
}

bool condition_apply(const struct question *question, struct answer *answers) {
    struct answer *own = &answers[question->first_variable];
    bool answered = false, filled = false;
    for (size_t i = 0; i < question->variable_count; i++) {
        answered = answered || is_answer(&own[i]);
        filled = filled || own[i].state == ANSWER_INVALID;
    }
    for (size_t i = 0; i < question->variable_count; i++) {
        bool invalid = question_has_rows(question)
                           ? is_answer(&own[i]) || own[i].state == ANSWER_INVALID
                           : answered || filled;
        own[i] = (struct answer){invalid ? ANSWER_INVALID : ANSWER_NOT_SHOWN, 0};
    }
    return !answered;
}

bool condition_depends_on(const struct question *question, unsigned roles, bool groupings) {
    for (const struct question *source = question->asked_if.question; source != NULL;
         source = source->asked_if.question)
        if ((source->roles & roles) != 0 || (groupings && source->grouping != NULL))
            return true;
    return false;
}
