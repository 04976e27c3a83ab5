#include "report/report.h"

#include "report/accounting.h"
#include "report/glance.h"
#include "report/question.h"
#include "report/response.h"
#include "wording/terms.h"

static const char *number_of(const struct report *report, size_t number) {
    return arena_format(report->teller.voice.arena, "%zu", number);
}

/* A gap comes before the first of its two questions. */
static const struct gap *gap_before(const struct report *report,
                                    const struct question *question) {
    const struct gap *gap = terms_gap(&report->teller, question);
    if (gap == NULL)
        return NULL;
    const struct question *first =
        gap->importance < gap->satisfaction ? gap->importance : gap->satisfaction;
    return first == question ? gap : NULL;
}

static bool has_questions(const struct report *report, size_t section) {
    for (size_t i = 0; i < report->teller.questionnaire->question_count; i++) {
        const struct question *question = &report->teller.questionnaire->questions[i];
        if (question->section == section && teller_shows(question))
            return true;
    }
    return false;
}

static void write_remark(const struct report *report, const struct section *section) {
    const char *comment = teller_label(&report->teller, &section->comment);
    if (comment[0] == '\0')
        return;
    const char *publisher =
        teller_label(&report->teller, &report->teller.questionnaire->publisher);
    page_gap(report->page);
    if (publisher[0] != '\0')
        page_paragraph(report->page,
                       voice_say(&report->teller.voice, PHRASE_SECTION_REMARK_BY, "publisher",
                                 publisher, "comment", comment, NULL));
    else
        page_paragraph(report->page, voice_say(&report->teller.voice, PHRASE_SECTION_REMARK,
                                               "comment", comment, NULL));
}

static void write_section(const struct report *report, size_t section, size_t number) {
    const struct questionnaire *questionnaire = report->teller.questionnaire;
    struct arena *arena = report->teller.voice.arena;
    page_heading(report->page, number_of(report, number),
                 teller_label(&report->teller, &questionnaire->sections[section].title));
    size_t block = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (question->section != section || !teller_shows(question))
            continue;
        const struct gap *gap = gap_before(report, question);
        if (gap != NULL)
            gap_write(report, gap, arena_format(arena, "%zu.%zu", number, ++block));
        question_write(report, question, arena_format(arena, "%zu.%zu", number, ++block));
    }
    write_remark(report, &questionnaire->sections[section]);
}

static void write_title(const struct report *report) {
    const char *event = teller_label(&report->teller, &report->teller.questionnaire->event);
    page_paragraph(report->page,
                   teller_label(&report->teller, &report->teller.questionnaire->title));
    if (event[0] != '\0')
        page_paragraph(report->page, voice_say(&report->teller.voice, PHRASE_REPORT_EVENT,
                                               "event", event, NULL));
    else
        page_paragraph(report->page, teller_phrase(&report->teller, PHRASE_REPORT_SUBTITLE));
}

static void write_results(const struct report *report) {
    size_t sections = report->teller.questionnaire->section_count, last = 2;
    for (size_t i = 0; i < sections; i++)
        last += has_questions(report, i);
    glance_write(report);
    response_write(report, "1", number_of(report, last));
    size_t number = 2;
    for (size_t i = 0; i < sections; i++)
        if (has_questions(report, i))
            write_section(report, i, number++);
    accounting_write(report, number_of(report, last));
}

void report_write(struct report *report) {
    teller_prepare(&report->teller);
    report->bars.scaled = report->teller.answers > BARS_ONE_TO_ONE;
    response_mark_simulated(report);
    write_title(report);
    if (teller_has_results(&report->teller)) {
        write_results(report);
    } else {
        page_gap(report->page);
        glance_write_facts(report, false);
        response_write_too_few(report);
        accounting_write(report, "1");
    }
    response_mark_simulated(report);
    while (report->page->text.length > 1 &&
           report->page->text.bytes[report->page->text.length - 2] == '\n')
        report->page->text.bytes[--report->page->text.length] = '\0';
}
