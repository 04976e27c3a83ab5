#include "report/question.h"

#include <assert.h>
#include <stddef.h>

#include "findings/figures.h"
#include "report/choice.h"
#include "report/groups.h"
#include "report/matrix.h"
#include "report/number_question.h"
#include "report/quotations.h"
#include "report/score.h"
#include "report/uncertainty.h"
#include "wording/sentence.h"
#include "wording/terms.h"

struct writer {
    void (*write)(const struct report *report, const struct question *question);
    bool missing; /* who is not counted is worth a sentence */
};

static const struct writer writers[] = {
    [QUESTION_SINGLE] = {choice_write_single, true},
    [QUESTION_MULTI] = {choice_write_multi, true},
    [QUESTION_MATRIX] = {matrix_write, true},
    [QUESTION_RANKING] = {choice_write_ranking, true},
    [QUESTION_NUMBER] = {number_write, true},
    [QUESTION_TEXT] = {quotations_write, false},
    [QUESTION_CONTACT] = {NULL, false}, /* is no part of the report */
};
ASSERT_ROW_FOR_EACH_TYPE(writers);

/* True where somebody answered. */
static bool has_answers(const struct report *report, const struct question *question) {
    for (size_t i = 0; i < question_parts(question); i++)
        if (figure_whole(report->teller.facts.results, question->id, question_part(question, i),
                         "", STATISTIC_ANSWERED) != 0)
            return true;
    return false;
}

/* "Asked only of those who answered “yes” to “Did you have guests?”" */
static void write_condition(const struct report *report, const struct condition *condition) {
    const struct teller *teller = &report->teller;
    const struct voice *voice = &teller->voice;
    const struct question *source = condition->question;
    const char **answers = arena_allocate(voice->arena, condition->count + 1, sizeof *answers);
    size_t count = 0;
    for (size_t i = 0; i < condition->count; i++)
        answers[count++] = voice_quote(
            voice, teller_code_label(teller, &source->codes->codes[condition->codes[i]].label));
    if (condition->dk)
        answers[count++] = voice_quote(voice, teller_code_label(teller, &source->dk));
    page_paragraph(report->page,
                   voice_say(voice, PHRASE_QUESTION_ASKED_IF, "answers",
                             voice_choice(voice, answers, count), "question",
                             voice_quote(voice, terms_subject(teller, source)), NULL));
}

static void write_heading(const struct report *report, const struct question *question,
                          const char *number) {
    const struct voice *voice = &report->teller.voice;
    const char *text = voice_quote(voice, teller_label(&report->teller, &question->text));
    bool named = terms_has_subject(&report->teller, question);
    page_gap(report->page);
    page_question(report->page, question->id, number,
                  named ? terms_subject(&report->teller, question) : text);
    if (named)
        page_paragraph(report->page,
                       voice_say(voice, PHRASE_QUESTION_TEXT, "text", text, NULL));
    if (question->asked_if.question != NULL)
        write_condition(report, &question->asked_if);
    page_gap(report->page);
}

void question_write(const struct report *report, const struct question *question,
                    const char *number) {
    const struct writer *writer = &writers[question->type];
    assert(writer->write != NULL); /* teller_shows leaves out the type that has none */
    write_heading(report, question, number);
    if (!facts_count(&report->teller.facts, question)) {
        page_say(report->page, teller_phrase(&report->teller, PHRASE_QUESTION_NOT_COUNTED));
        page_gap(report->page);
        return;
    }
    if (writer->missing && !has_answers(report, question))
        page_say(report->page, teller_phrase(&report->teller, PHRASE_QUESTION_NO_ANSWERS));
    else if (!uncertainty_all_hidden(report, question))
        writer->write(report, question);
    if (writer->missing)
        uncertainty_write_missing(report, question);
    if (report->teller.facts.selected == NULL)
        groups_write(report, question);
    score_write_all(report, question);
    if (question_answer(question) != ANSWER_TEXT)
        quotations_write_beside(report, question);
    page_gap(report->page);
}
