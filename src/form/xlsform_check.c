#include "form/xlsform_check.h"

#include <string.h>

#include "base/arena.h"
#include "form/xlsform_rows.h"

struct check {
    const struct questionnaire *questionnaire;
    struct diag *diag;
    bool fine;
};

/* Rows and open texts are called like their question and themselves: "a_b" may be two. */
static void check_names(struct check *check, const struct xlsform *form) {
    for (size_t i = 0; i < form->row_count; i++)
        for (size_t k = 0; k < i; k++) {
            const char *name = form->rows[i].name;
            if (name == NULL || form->rows[k].name == NULL ||
                strcmp(name, form->rows[k].name) != 0 ||
                strcmp(form->rows[i].type, "end_group") == 0)
                continue;
            const struct diag_place place = {.file = check->questionnaire->file, .item = name};
            check->fine = false;
            diag_add(check->diag, DIAG_ERROR, &place,
                     "two rows of the form would be called so, a question and the part of "
                     "another: rename one of them",
                     "So hießen zwei Zeilen des Formulars, eine Frage und der Teil einer "
                     "anderen: Bitte eine davon umbenennen");
        }
}

static bool has_expression(const struct label *label) {
    for (size_t i = 0; i < QUESTIONNAIRE_MAX_LANGUAGES; i++)
        if (label->in[i] != NULL && strstr(label->in[i], "${") != NULL)
            return true;
    return false;
}

static void check_text(struct check *check, const char *name, const struct label *label) {
    const struct diag_place place = {.file = check->questionnaire->file, .item = name};
    if (!has_expression(label) || strncmp(name, "nachlese_", strlen("nachlese_")) == 0)
        return;
    check->fine = false;
    diag_add(
        check->diag, DIAG_ERROR, &place,
        "a text holds ${, which a form takes for an answer to another question: write it "
        "otherwise",
        "Ein Text enthält ${, was ein Formular für die Antwort auf eine andere Frage hält: "
        "Bitte anders schreiben");
}

static void warn_of_losses(struct check *check, const struct question *question) {
    const struct diag_place place = {
        .file = check->questionnaire->file, .line = question->line, .item = question->id};
    if (question_answer(question) == ANSWER_NUMBER && question->has_dk)
        diag_add(check->diag, DIAG_WARNING, &place,
                 "a question for a number has no room for don't know in an XLSForm: it is left "
                 "out",
                 "Eine Frage nach einer Zahl hat in einem XLSForm keinen Platz für weiß nicht: "
                 "Es fehlt dort");
    if (question_has_options(question) && question_answer(question) != ANSWER_TICK &&
        question->max_choices > 0)
        diag_add(check->diag, DIAG_WARNING, &place,
                 "an XLSForm ranks all options: it knows no first %zu",
                 "ein XLSForm ordnet alle Optionen: Es kennt keine ersten %zu",
                 question->max_choices);
}

bool xlsform_check(const struct questionnaire *questionnaire, bool two, struct diag *diag) {
    struct check check = {questionnaire, diag, true};
    struct xlsform form = {.arena = arena_new(), .questionnaire = questionnaire};
    (void)two;
    xlsform_make(&form);
    check_names(&check, &form);
    for (size_t i = 0; i < form.row_count; i++) {
        const char *name = form.rows[i].name != NULL ? form.rows[i].name : "";
        check_text(&check, name, &form.rows[i].label);
        check_text(&check, name, &form.rows[i].hint);
        check_text(&check, name, &form.rows[i].message);
    }
    for (size_t i = 0; i < form.choice_count; i++)
        check_text(&check, form.choices[i].list, form.choices[i].label);
    for (size_t i = 0; i < questionnaire->question_count; i++)
        warn_of_losses(&check, &questionnaire->questions[i]);
    xlsform_free(&form);
    arena_free(form.arena);
    return check.fine;
}
