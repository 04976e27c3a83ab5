#include "report/report.h"

#include <string.h>

#include "base/number.h"
#include "report/accounting.h"
#include "report/figures.h"
#include "report/glance.h"
#include "report/question.h"
#include "report/response.h"

const char *report_label(const struct report *report, const struct label *label) {
    const char *string = label->in[report->language];
    if (string == NULL)
        return "";
    if (strpbrk(string, "\t\n") == NULL)
        return string;
    char *copy = arena_copy(report->voice.arena, string);
    for (char *next = strpbrk(copy, "\t\n"); next != NULL; next = strpbrk(next, "\t\n"))
        *next = ' ';
    return copy;
}

/* A label of three words and more, the last of them no abbreviation ("e. V."), is a sentence.
 */
enum { LEAST_WORDS = 3, LEAST_LAST_WORD = 2 };

static bool is_sentence(const char *string, size_t length) {
    size_t words = 1, last = 0;
    for (size_t i = 0; i + 1 < length; i++) {
        bool border = string[i] == ' ' || string[i] == '.';
        words += string[i] == ' ';
        last = border ? 0 : last + 1;
    }
    return length > 0 && string[length - 1] == '.' && words >= LEAST_WORDS &&
           last >= LEAST_LAST_WORD;
}

const char *report_code_label(const struct report *report, const struct label *label) {
    const char *string = report_label(report, label);
    size_t length = strlen(string);
    return is_sentence(string, length)
               ? arena_copy_bytes(report->voice.arena, string, length - 1)
               : string;
}

bool report_has_results(const struct report *report) {
    return report->answers > 0 && report->answers >= report->min_report;
}

bool report_shows(const struct question *question) {
    unsigned consents = ROLE_CONSENT_PARTICIPATION | ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT;
    return question->type != QUESTION_CONTACT && (question->roles & consents) == 0;
}

/* The number behind "min_cell=" in the gate's mark. */
static int64_t threshold(const char *mark, const char *name, int64_t otherwise) {
    const char *at = strstr(mark, name);
    int64_t value;
    if (at == NULL)
        return otherwise;
    at += strlen(name);
    return number_parse_whole(at, strcspn(at, " "), 0, 1000000, &value) ? value : otherwise;
}

static int64_t count_of(const struct report *report, const char *statistic) {
    int64_t count = figure_whole(report->results, "", "", "", statistic);
    return count > 0 ? count : 0;
}

static void prepare(struct report *report) {
    const char *mark = report->results->rows[0].method;
    const struct questionnaire *questionnaire = report->questionnaire;
    report->min_report = threshold(mark, "min_report=", questionnaire->min_report);
    report->min_group = threshold(mark, "min_group=", questionnaire->min_group);
    report->min_cell = threshold(mark, "min_cell=", questionnaire->min_cell);
    report->answers = count_of(report, "rows_accepted");
    report->simulated = count_of(report, "simulated");
    report->invited = count_of(report, "invited");
    report->bars.scaled = report->answers > BARS_ONE_TO_ONE;
    if (report->invited < report->answers)
        report->invited = 0;
}

static const char *number_of(const struct report *report, size_t number) {
    return arena_format(report->voice.arena, "%zu", number);
}

/* A gap comes before the first of its two questions. */
static const struct gap *gap_before(const struct report *report,
                                    const struct question *question) {
    const struct gap *gap = question_gap(report, question);
    if (gap == NULL)
        return NULL;
    const struct question *first =
        gap->importance < gap->satisfaction ? gap->importance : gap->satisfaction;
    return first == question ? gap : NULL;
}

static bool has_questions(const struct report *report, size_t section) {
    for (size_t i = 0; i < report->questionnaire->question_count; i++) {
        const struct question *question = &report->questionnaire->questions[i];
        if (question->section == section && report_shows(question))
            return true;
    }
    return false;
}

static void write_remark(const struct report *report, const struct section *section) {
    const char *comment = report_label(report, &section->comment);
    if (comment[0] == '\0')
        return;
    const char *publisher = report_label(report, &report->questionnaire->publisher);
    page_gap(report->page);
    if (publisher[0] != '\0')
        page_paragraph(report->page,
                       voice_say(&report->voice, PHRASE_SECTION_REMARK_BY, "publisher",
                                 publisher, "comment", comment, NULL));
    else
        page_paragraph(report->page, voice_say(&report->voice, PHRASE_SECTION_REMARK, "comment",
                                               comment, NULL));
}

static void write_section(const struct report *report, size_t section, size_t number) {
    const struct questionnaire *questionnaire = report->questionnaire;
    struct arena *arena = report->voice.arena;
    page_heading(report->page, number_of(report, number),
                 report_label(report, &questionnaire->sections[section].title));
    size_t block = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (question->section != section || !report_shows(question))
            continue;
        const struct gap *gap = gap_before(report, question);
        if (gap != NULL)
            gap_write(report, gap, arena_format(arena, "%zu.%zu", number, ++block));
        question_write(report, question, arena_format(arena, "%zu.%zu", number, ++block));
    }
    write_remark(report, &questionnaire->sections[section]);
}

static void write_title(const struct report *report) {
    const char *event = report_label(report, &report->questionnaire->event);
    page_paragraph(report->page, report_label(report, &report->questionnaire->title));
    if (event[0] != '\0')
        page_paragraph(report->page,
                       voice_say(&report->voice, PHRASE_REPORT_EVENT, "event", event, NULL));
    else
        page_paragraph(report->page,
                       catalogue_phrase(report->voice.catalogue, PHRASE_REPORT_SUBTITLE));
}

static void write_results(const struct report *report) {
    size_t sections = report->questionnaire->section_count, last = 2;
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
    prepare(report);
    response_mark_simulated(report);
    write_title(report);
    if (report_has_results(report)) {
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
