#include "report/accounting.h"

#include <string.h>

#include "base/command.h"
#include "findings/figures.h"
#include "findings/group_findings.h"
#include "report/quotations.h"
#include "report/score.h"
#include "report/table.h"
#include "wording/missing.h"
#include "wording/terms.h"

static void write_records(const struct report *report) {
    static const struct {
        enum statistic statistic;
        enum phrase name;
        const char *lead;
    } rows[] = {{STATISTIC_ROWS_READ, PHRASE_ACCOUNTING_READ, ""},
                {STATISTIC_ROWS_ACCEPTED, PHRASE_ACCOUNTING_ACCEPTED, "  "},
                {STATISTIC_ROWS_REJECTED, PHRASE_ACCOUNTING_REJECTED, "  "},
                {STATISTIC_ROWS_DUPLICATE, PHRASE_ACCOUNTING_DUPLICATE, "  "},
                {STATISTIC_ROWS_INCOMPLETE, PHRASE_ACCOUNTING_INCOMPLETE, "  "}};
    struct table *table = table_new(report->teller.voice.arena,
                                    teller_phrase(&report->teller, PHRASE_ACCOUNTING_RECORDS));
    table_add_figures(table, teller_phrase(&report->teller, PHRASE_TABLE_COUNT));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t count =
            figure_whole(report->teller.facts.results, "", "", "", rows[i].statistic);
        table_row(table, rows[i].lead, teller_phrase(&report->teller, rows[i].name));
        table_cell(table, count < 0 ? teller_phrase(&report->teller, PHRASE_TABLE_NOTHING)
                                    : teller_whole(&report->teller, count));
    }
    table_print(table, report->page);
}

/* The lowest and highest number of answers; a matrix has one per row. */
static const char *answered(const struct report *report, const struct question *question) {
    const struct voice *voice = &report->teller.voice;
    int64_t low, high;
    missing_range(&report->teller, question, "", STATISTIC_ANSWERED, &low, &high);
    if (high < 0)
        return teller_phrase(&report->teller, PHRASE_TABLE_NOTHING);
    if (low == high)
        return teller_whole(&report->teller, high);
    return voice_say(voice, PHRASE_TABLE_RANGE, "low", teller_whole(&report->teller, low),
                     "high", teller_whole(&report->teller, high), NULL);
}

static void write_missing(const struct report *report) {
    page_gap(report->page);
    page_paragraph(report->page, teller_phrase(&report->teller, PHRASE_ACCOUNTING_MISSING));
    struct table *table = table_new(report->teller.voice.arena,
                                    teller_phrase(&report->teller, PHRASE_TABLE_QUESTION));
    table_add_figures(table, teller_phrase(&report->teller, PHRASE_TABLE_ANSWERED));
    for (size_t i = 0; i < report->teller.facts.questionnaire->question_count; i++) {
        const struct question *question = &report->teller.facts.questionnaire->questions[i];
        if (!facts_show(question))
            continue;
        table_row(table, "", terms_subject(&report->teller, question));
        table_cell(table, answered(report, question));
    }
    table_print(table, report->page);
}

/* One point of the rules or the method; "" adds nothing. */
static void write_point(const struct report *report, const char *sentences) {
    if (sentences[0] != '\0')
        page_hanging(report->page, "- ", sentences);
}

static void write_rules(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    page_heading(report->page, "",
                 teller_phrase(&report->teller, PHRASE_ACCOUNTING_SMALL_HEADING));
    write_point(report,
                voice_say(voice, PHRASE_ACCOUNTING_SMALL, "report",
                          teller_whole(&report->teller, report->teller.facts.min_report),
                          "cell", teller_whole(&report->teller, report->teller.facts.min_cell),
                          NULL));
    if (group_findings_published(&report->teller.facts))
        write_point(
            report,
            voice_say(voice, PHRASE_ACCOUNTING_GROUPS, "group",
                      teller_whole(&report->teller, report->teller.facts.min_group), "cell",
                      teller_whole(&report->teller, report->teller.facts.min_cell), NULL));
}

/* How the shares are bounded: by who is missing, or as if by chance. */
static const char *bounds_of(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    struct rounded level = {
        rounding_nearest(report->teller.facts.questionnaire->confidence * 100, 1), 1};
    if (level.value % 10 == 0)
        level = (struct rounded){level.value / 10, 0};
    if (report->teller.facts.invited > 0)
        return teller_phrase(&report->teller, PHRASE_ACCOUNTING_BOUNDS);
    if (report->teller.facts.answers >= ROUNDING_PERCENT_FROM)
        return voice_say(voice, PHRASE_ACCOUNTING_INTERVAL, "level",
                         voice_rounded(voice, level), NULL);
    return "";
}

static void write_method(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    int64_t tests = figure_whole(report->teller.facts.results, "", "", "", STATISTIC_TESTS);
    page_heading(report->page, "",
                 teller_phrase(&report->teller, PHRASE_ACCOUNTING_METHOD_HEADING));
    write_point(report, teller_phrase(&report->teller, PHRASE_ACCOUNTING_METHOD));
    write_point(report, bounds_of(report));
    write_point(report, score_reliability(report));
    if (tests > 0)
        write_point(report,
                    voice_say(voice, voice_plural(voice, PHRASE_ACCOUNTING_TESTS_ONE, tests),
                              "count", teller_whole(&report->teller, tests), NULL));
    if (quotations_any(report))
        write_point(report, teller_phrase(&report->teller, PHRASE_ACCOUNTING_QUOTATIONS));
}

static void write_digest(const struct report *report, const char *name, const char *digest) {
    page_paragraph(report->page, name);
    page_hanging(report->page, "  ", digest);
}

static void write_program(const struct report *report) {
    const struct voice *voice = &report->teller.voice;
    page_heading(report->page, "",
                 teller_phrase(&report->teller, PHRASE_ACCOUNTING_PROGRAM_HEADING));
    page_paragraph(report->page, voice_say(voice, PHRASE_ACCOUNTING_PROGRAM, "version",
                                           command_version(), NULL));
    write_digest(report, teller_phrase(&report->teller, PHRASE_ACCOUNTING_DIGEST),
                 report->teller.facts.questionnaire->digest);
    const char *next = report->export_digests;
    while (next != NULL && *next != '\0') {
        size_t length = strcspn(next, ",");
        write_digest(report, teller_phrase(&report->teller, PHRASE_ACCOUNTING_EXPORT),
                     arena_copy_bytes(voice->arena, next, length));
        next += length;
        next += strspn(next, ",");
    }
}

void accounting_write(const struct report *report, const char *number) {
    page_heading(report->page, number,
                 teller_phrase(&report->teller, PHRASE_ACCOUNTING_HEADING));
    write_records(report);
    if (facts_have_results(&report->teller.facts))
        write_missing(report);
    write_rules(report);
    write_method(report);
    write_program(report);
}
