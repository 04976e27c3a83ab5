#include "report/question.h"

#include <string.h>

#include "report/doubt.h"

const struct gap *question_gap(const struct report *report, const struct question *question) {
    for (size_t i = 0; i < report->questionnaire->gap_count; i++) {
        const struct gap *gap = &report->questionnaire->gaps[i];
        if (gap->importance == question || gap->satisfaction == question)
            return gap;
    }
    return NULL;
}

const char *question_top_words(const struct report *report, const struct question *question) {
    const struct code_list *codes = question->codes;
    const char *words = report_label(report, &codes->top);
    if (words[0] != '\0' || codes->inside == 0)
        return voice_quote(&report->voice, words);
    const char *two[2];
    size_t count = codes->inside < 2 ? codes->inside : 2;
    for (size_t i = 0; i < count; i++)
        two[i] = voice_quote(
            &report->voice,
            report_code_label(report, &codes->codes[codes->inside - count + i].label));
    return voice_choice(&report->voice, two, count);
}

const char *question_subject(const struct report *report, const struct question *question) {
    const char *subject = report_label(report, &question->subject);
    return subject[0] != '\0' ? subject : report_label(report, &question->text);
}

bool question_has_subject(const struct report *report, const struct question *question) {
    return strcmp(question_subject(report, question), report_label(report, &question->text)) !=
           0;
}

void question_write_sets(const struct report *report, const struct question *question) {
    for (size_t i = 0; i < question->set_count; i++) {
        const struct answer_set *set = &question->sets[i];
        struct figure figure = figure_share(report->results, question->id, "", set->id, "set");
        if (figure.state != FIGURE_SHOWN)
            continue;
        page_say(report->page,
                 voice_say(&report->voice, PHRASE_CHOICE_SET, "label",
                           voice_quote(&report->voice, report_label(report, &set->label)),
                           "share", voice_share(&report->voice, figure.count, figure.base),
                           NULL));
    }
}

/* How many wrote something; what they wrote stays out. */
static void write_text(const struct report *report, const struct question *question) {
    int64_t wrote = figure_whole(report->results, question->id, "", "", "answered");
    if (wrote < 0 || wrote > report->answers)
        return;
    page_say(report->page,
             voice_say(&report->voice,
                       voice_form(PHRASE_TEXT_WROTE_NONE, wrote, report->answers), "share",
                       voice_share(&report->voice, wrote, report->answers), NULL));
    if (wrote > 0)
        page_say(report->page, catalogue_phrase(report->voice.catalogue, PHRASE_TEXT_QUOTES));
}

struct writer {
    void (*write)(const struct report *report, const struct question *question);
    bool missing; /* who is not counted is worth telling */
};

static const struct writer writers[QUESTION_TYPES] = {
    [QUESTION_SINGLE] = {choice_write_single, true},
    [QUESTION_MULTI] = {choice_write_multi, true},
    [QUESTION_MATRIX] = {matrix_write, true},
    [QUESTION_RANKING] = {choice_write_ranking, true},
    [QUESTION_NUMBER] = {number_write, true},
    [QUESTION_TEXT] = {write_text, false},
    [QUESTION_CONTACT] = {NULL, false},
};

/* True where somebody answered; a matrix has its answers by row. */
static bool has_answers(const struct report *report, const struct question *question) {
    if (question->type != QUESTION_MATRIX)
        return figure_whole(report->results, question->id, "", "", "answered") != 0;
    for (size_t i = 0; i < question->row_count; i++)
        if (figure_whole(report->results, question->id, question->rows[i].id, "", "answered") !=
            0)
            return true;
    return false;
}

static void write_heading(const struct report *report, const struct question *question,
                          const char *number) {
    const struct voice *voice = &report->voice;
    const char *text = voice_quote(voice, report_label(report, &question->text));
    struct text lead = {0};
    text_add_format(&lead, "%s  ", number);
    bool named = question_has_subject(report, question);
    page_gap(report->page);
    page_hanging(report->page, text_string(&lead),
                 named ? question_subject(report, question) : text);
    if (named)
        page_paragraph(report->page,
                       voice_say(voice, PHRASE_QUESTION_TEXT, "text", text, NULL));
    page_gap(report->page);
    text_free(&lead);
}

void question_write(const struct report *report, const struct question *question,
                    const char *number) {
    const struct writer *writer = &writers[question->type];
    write_heading(report, question, number);
    if (writer->missing && !has_answers(report, question))
        page_say(report->page,
                 catalogue_phrase(report->voice.catalogue, PHRASE_QUESTION_NO_ANSWERS));
    else if (!doubt_all_hidden(report, question))
        writer->write(report, question);
    if (writer->missing)
        doubt_tell_missing(report, question);
    score_write_all(report, question);
    page_gap(report->page);
}
