#include "report/report.h"

#include "report/accounting.h"
#include "report/differences.h"
#include "report/exchange.h"
#include "report/gap.h"
#include "report/glance.h"
#include "report/letters.h"
#include "report/outline.h"
#include "report/question.h"
#include "report/response.h"
#include "report/selected_part.h"
#include "wording/selected_sentence.h"

static void write_remark(const struct report *report, const struct section *section) {
    const char *comment = teller_label(&report->teller, &section->comment);
    if (comment[0] == '\0')
        return;
    const char *publisher =
        teller_label(&report->teller, &report->teller.facts.questionnaire->publisher);
    page_gap(report->page);
    if (publisher[0] != '\0')
        page_remark(report->page, voice_say(&report->teller.voice, PHRASE_SECTION_REMARK_BY,
                                            "publisher", publisher, "comment", comment, NULL));
    else
        page_remark(report->page, voice_say(&report->teller.voice, PHRASE_SECTION_REMARK,
                                            "comment", comment, NULL));
}

static void write_section(const struct report *report, size_t section, const char *number) {
    const struct questionnaire *questionnaire = report->teller.facts.questionnaire;
    page_heading(report->page, number,
                 teller_label(&report->teller, &questionnaire->sections[section].title));
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (question->section != section || !facts_show(question))
            continue;
        const struct gap *gap = outline_gap_before(report, question);
        if (gap != NULL)
            gap_write(report, gap, outline_gap(report, gap));
        question_write(report, question, outline_question(report, question));
    }
    write_remark(report, &questionnaire->sections[section]);
}

/* A report for one group names it first, and then the survey. */
static void write_selected_title(const struct report *report) {
    page_name(report->page,
              voice_say(&report->teller.voice, PHRASE_OWN_TITLE, "group",
                        selected_sentence_name(&report->teller, SELECTED_SHOWN), NULL));
    page_paragraph(report->page,
                   teller_label(&report->teller, &report->teller.facts.questionnaire->title));
}

static void write_title(const struct report *report) {
    const char *event =
        teller_label(&report->teller, &report->teller.facts.questionnaire->event);
    page_name(report->page,
              teller_label(&report->teller, &report->teller.facts.questionnaire->title));
    if (event[0] != '\0')
        page_paragraph(report->page, voice_say(&report->teller.voice, PHRASE_REPORT_EVENT,
                                               "event", event, NULL));
    else
        page_paragraph(report->page, teller_phrase(&report->teller, PHRASE_REPORT_SUBTITLE));
}

static void write_results(const struct report *report) {
    struct outline outline = outline_of(report);
    const char *last = outline_number(report, outline.accounting);
    glance_write(report);
    response_write(report, outline_number(report, outline.response), last);
    if (outline.differences > 0)
        differences_write(report, outline_number(report, outline.differences));
    size_t number = outline.sections;
    for (size_t i = 0; i < report->teller.facts.questionnaire->section_count; i++)
        if (outline_has_section(report, i))
            write_section(report, i, outline_number(report, number++));
    if (outline.exchange > 0)
        exchange_write(report, outline_number(report, outline.exchange));
    if (outline.ready > 0)
        letters_write(report, outline_number(report, outline.ready));
    accounting_write(report, last);
}

/* Too few answered, or nothing of the group is published. */
static void write_facts_alone(const struct report *report) {
    page_gap(report->page);
    glance_write_facts(report, false);
    if (facts_have_results(&report->teller.facts))
        selected_write_nowhere(report);
    else
        response_write_too_few(report);
    accounting_write(report, "1");
}

void report_write(struct report *report) {
    report->bars.scaled = report->teller.facts.answers > BARS_ONE_TO_ONE;
    response_mark_simulated(report);
    report->first_block = page_blocks(report->page);
    if (report->teller.facts.selected != NULL)
        write_selected_title(report);
    else
        write_title(report);
    if (facts_have_results(&report->teller.facts) && !selected_is_nowhere(report))
        write_results(report);
    else
        write_facts_alone(report);
    response_mark_simulated(report);
}
