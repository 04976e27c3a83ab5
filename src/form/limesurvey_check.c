#include "form/limesurvey_check.h"

#include <string.h>

#include "base/text.h"
#include "form/limesurvey_names.h"
#include "survey/headings.h"

struct check {
    const struct questionnaire *questionnaire;
    struct headings *headings;
    struct diag *diag;
    bool fine;
};

static struct diag_place place_of(const struct check *check, const struct question *question) {
    return (struct diag_place){
        .file = check->questionnaire->file, .line = question->line, .item = question->id};
}

/* Two of one question, or two questions, that LimeSurvey would not tell apart: it drops the
 * second in silence. */
static void say_same(struct check *check, const struct question *question, const char *code,
                     const char *one, const char *other) {
    const struct diag_place place = place_of(check, question);
    check->fine = false;
    diag_add(
        check->diag, DIAG_ERROR, &place,
        "'%s' and '%s' would both be %s in LimeSurvey, which does not tell capitals apart: "
        "give one of them another alias of letters and digits",
        "'%s' und '%s' hießen in LimeSurvey beide %s, das Groß- und Kleinschreibung nicht "
        "unterscheidet: Bitte einem von beiden ein anderes alias aus Buchstaben und "
        "Ziffern geben",
        one, other, code);
}

static void say_misread(struct check *check, const struct question *question, const char *what,
                        const char *code) {
    const struct diag_place place = place_of(check, question);
    check->fine = false;
    diag_add(check->diag, DIAG_ERROR, &place,
             "'%s' would be %s in LimeSurvey, and nachlese-ingest would read that otherwise: "
             "give it another alias of letters and digits",
             "'%s' hieße in LimeSurvey %s, und nachlese-ingest läse das anders: Bitte ein "
             "anderes alias aus Buchstaben und Ziffern geben",
             what, code);
}

/* --- codes of one kind that must differ --- */

struct names {
    const char *ids[QUESTIONNAIRE_MAX_CODES + 1];
    char codes[QUESTIONNAIRE_MAX_CODES + 1][LIMESURVEY_CODE_SIZE];
    size_t count;
};

static void add_name(struct check *check, const struct question *question, struct names *names,
                     const char *id, const char *code) {
    for (size_t i = 0; i < names->count; i++)
        if (headings_same(names->codes[i], strlen(names->codes[i]), code, strlen(code)))
            say_same(check, question, code, names->ids[i], id);
    names->ids[names->count] = id;
    strcpy(names->codes[names->count++], code);
}

static void check_questions(struct check *check) {
    const struct questionnaire *questionnaire = check->questionnaire;
    char code[LIMESURVEY_CODE_SIZE], other[LIMESURVEY_CODE_SIZE];
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        limesurvey_question_code(code, &questionnaire->questions[i]);
        for (size_t k = 0; k < i; k++) {
            limesurvey_question_code(other, &questionnaire->questions[k]);
            if (headings_same(code, strlen(code), other, strlen(other)))
                say_same(check, &questionnaire->questions[i], code,
                         questionnaire->questions[k].id, questionnaire->questions[i].id);
        }
    }
}

/* --- what ingest reads --- */

static void check_heading(struct check *check, const struct question *question,
                          const char *what, const char *heading, const struct heading *wanted) {
    size_t count;
    const struct heading *found =
        headings_find(check->headings, heading, strlen(heading), &count);
    if (count != 1 || found->part != wanted->part || found->question != wanted->question ||
        found->item != wanted->item)
        say_misread(check, question, what, heading);
}

static enum heading_part part_of(const struct question *question) {
    return question_answer(question) == ANSWER_FIELD ? HEADING_FIELD : HEADING_VARIABLE;
}

static void check_part(struct check *check, const struct question *question,
                       struct names *names, const char *id, const char *code,
                       const struct heading *wanted) {
    char name[LIMESURVEY_CODE_SIZE];
    struct text heading = {0};
    limesurvey_question_code(name, question);
    text_add_format(&heading, "%s[%s]", name, code);
    add_name(check, question, names, id, code);
    check_heading(check, question, id, text_string(&heading), wanted);
    text_free(&heading);
}

static void check_parts(struct check *check, const struct question *question) {
    struct names names = {.count = 0};
    char code[LIMESURVEY_CODE_SIZE];
    size_t count;
    const struct code *parts = limesurvey_parts(question, &count);
    for (size_t i = 0; i < count; i++) {
        if (limesurvey_is_other(question, i))
            continue;
        limesurvey_part_code(code, &parts[i]);
        check_part(check, question, &names, parts[i].id, code,
                   &(struct heading){part_of(question), question, i});
    }
    limesurvey_dk_code(code, question);
    if (question->has_dk && question_answer(question) == ANSWER_TICK)
        check_part(check, question, &names, "dk", code,
                   &(struct heading){HEADING_DK, question, 0});
    if (count > 0)
        return;
    limesurvey_question_code(code, question);
    if (!question_has_options(question))
        check_heading(check, question, question->id, code,
                      &(struct heading){HEADING_VARIABLE, question, 0});
}

/* A code must not be another answer's label, either: ingest takes both. */
static void check_answer(struct check *check, const struct question *question, size_t own,
                         const char *id, const char *code) {
    const struct code_list *list = question->codes;
    for (size_t i = 0; i < list->count; i++) {
        bool misread = strcmp(list->codes[i].id, code) == 0;
        for (size_t k = 0; k < check->questionnaire->language_count; k++) {
            const char *label = list->codes[i].label.in[k];
            misread = misread || (label != NULL &&
                                  headings_same(label, strlen(label), code, strlen(code)));
        }
        if (misread && i != own)
            say_misread(check, question, id, code);
    }
}

static void check_answers(struct check *check, const struct question *question) {
    struct names names = {.count = 0};
    char code[LIMESURVEY_CODE_SIZE];
    size_t count;
    const struct code *answers = limesurvey_answers(question, &count);
    for (size_t i = 0; i < count; i++) {
        if (limesurvey_is_other(question, i))
            continue;
        limesurvey_answer_code(code, &answers[i]);
        add_name(check, question, &names, answers[i].id, code);
        check_answer(check, question, i, answers[i].id, code);
    }
    limesurvey_dk_code(code, question);
    if (question->has_dk && question_answer(question) == ANSWER_CODE) {
        add_name(check, question, &names, "dk", code);
        check_answer(check, question, count, "dk", code);
    }
}

/* --- what is lost --- */

static void warn_of_losses(struct check *check, const struct question *question) {
    const struct diag_place place = place_of(check, question);
    if (question_answer(question) == ANSWER_NUMBER && question->has_dk)
        diag_add(check->diag, DIAG_WARNING, &place,
                 "a question for a number has no room for don't know in LimeSurvey: it is left "
                 "out",
                 "Eine Frage nach einer Zahl hat in LimeSurvey keinen Platz für weiß nicht: Es "
                 "fehlt dort");
}

static bool has_contacts(const struct questionnaire *questionnaire) {
    return questionnaire_apart(questionnaire) != NULL ||
           questionnaire_answered(questionnaire, ANSWER_FIELD) != NULL;
}

bool limesurvey_check(const struct questionnaire *questionnaire, bool two, struct diag *diag) {
    struct check check = {questionnaire, headings_new(questionnaire), diag, true};
    check_questions(&check);
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        check_parts(&check, &questionnaire->questions[i]);
        check_answers(&check, &questionnaire->questions[i]);
        warn_of_losses(&check, &questionnaire->questions[i]);
    }
    if (two && !has_contacts(questionnaire)) {
        const struct diag_place place = {.file = questionnaire->file};
        check.fine = false;
        diag_add(diag, DIAG_ERROR, &place,
                 "nothing in it is kept apart, so there is no second survey: leave out --two",
                 "nichts darin wird getrennt aufbewahrt, also gibt es keine zweite Umfrage: "
                 "Bitte --two weglassen");
    }
    headings_free(check.headings);
    return check.fine;
}
