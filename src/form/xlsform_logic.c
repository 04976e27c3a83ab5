#include "form/xlsform_logic.h"

void xlsform_add_chosen(struct text *expression, const struct question *question,
                        const char *code) {
    if (question_answer(question) == ANSWER_TICK)
        text_add_format(expression, "selected(${%s}, '%s')", question->id, code);
    else
        text_add_format(expression, "${%s} = '%s'", question->id, code);
}

void xlsform_add_condition(struct text *expression, const struct condition *condition) {
    const struct question *question = condition->question;
    if (question == NULL)
        return;
    for (size_t i = 0; i < condition->count; i++) {
        text_add(expression, i > 0 ? " or " : "");
        xlsform_add_chosen(expression, question,
                           question->codes->codes[condition->codes[i]].id);
    }
    if (!condition->dk)
        return;
    text_add(expression, condition->count > 0 ? " or " : "");
    xlsform_add_chosen(expression, question, "dk");
}

static void join(struct text *constraint) {
    if (constraint->length > 0)
        text_add(constraint, " and ");
}

void xlsform_add_most(struct text *constraint, size_t most) {
    join(constraint);
    text_add_format(constraint, "count-selected(.) <= %zu", most);
}

void xlsform_add_alone(struct text *constraint, const char *code) {
    join(constraint);
    text_add_format(constraint, "not(selected(., '%s') and count-selected(.) > 1)", code);
}

void xlsform_add_range(struct text *constraint, const char *least, const char *most,
                       int decimals) {
    join(constraint);
    text_add_format(constraint, ". >= %s and . <= %s", least, most);
    if (decimals > 0)
        text_add_format(constraint, " and regex(string(.), '^-?[0-9]*[.]?[0-9]{0,%d}$')",
                        decimals);
}
