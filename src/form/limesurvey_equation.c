#include "form/limesurvey_equation.h"

#include "form/limesurvey_names.h"

/* One of the answers; of "other" of type multi there is only its text. */
static void add_answer(struct text *equation, const struct question *question, const char *name,
                       const char *code, bool other) {
    bool ticked = question_answer(question) == ANSWER_TICK;
    if (ticked && other)
        text_add_format(equation, "!is_empty(%s_other.NAOK)", name);
    else if (ticked)
        text_add_format(equation, "%s_%s.NAOK == \"Y\"", name, code);
    else
        text_add_format(equation, "%s.NAOK == \"%s\"", name, other ? "-oth-" : code);
}

void limesurvey_add_equation(struct text *equation, const struct condition *condition) {
    const struct question *question = condition->question;
    char name[LIMESURVEY_CODE_SIZE], code[LIMESURVEY_CODE_SIZE];
    if (question == NULL) {
        text_add(equation, "1");
        return;
    }
    limesurvey_question_code(name, question);
    for (size_t i = 0; i < condition->count; i++) {
        const struct code *answer = &question->codes->codes[condition->codes[i]];
        if (question_answer(question) == ANSWER_TICK)
            limesurvey_part_code(code, answer);
        else
            limesurvey_answer_code(code, answer);
        text_add(equation, i > 0 ? " or " : "(");
        add_answer(equation, question, name, code,
                   limesurvey_is_other(question, condition->codes[i]));
    }
    limesurvey_dk_code(code, question);
    if (condition->dk) {
        text_add(equation, condition->count > 0 ? " or " : "(");
        add_answer(equation, question, name, code, false);
    }
    text_add(equation, ")");
}
