#include "report/accounting.h"

#include <string.h>

#include "base/command.h"
#include "report/figures.h"
#include "report/question.h"
#include "report/table.h"

static const char *phrase(const struct report *report, enum phrase which) {
    return catalogue_phrase(report->voice.catalogue, which);
}

static const char *whole(const struct report *report, int64_t value) {
    return voice_whole(&report->voice, value);
}

static void write_records(const struct report *report) {
    static const struct {
        const char *statistic;
        enum phrase name;
        const char *lead;
    } rows[] = {{"rows_read", PHRASE_ACCOUNTING_READ, ""},
                {"rows_accepted", PHRASE_ACCOUNTING_ACCEPTED, "  "},
                {"rows_rejected", PHRASE_ACCOUNTING_REJECTED, "  "},
                {"rows_duplicate", PHRASE_ACCOUNTING_DUPLICATE, "  "},
                {"rows_incomplete", PHRASE_ACCOUNTING_INCOMPLETE, "  "}};
    struct table *table =
        table_new(report->voice.arena, phrase(report, PHRASE_ACCOUNTING_RECORDS));
    table_add_figures(table, phrase(report, PHRASE_TABLE_COUNT));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t count = figure_whole(report->results, "", "", "", rows[i].statistic);
        table_row(table, rows[i].lead, phrase(report, rows[i].name));
        table_cell(table,
                   count < 0 ? phrase(report, PHRASE_TABLE_NOTHING) : whole(report, count));
    }
    table_print(table, report->page);
}

/* The lowest and highest number of answers; a matrix has one a row. */
static const char *answered(const struct report *report, const struct question *question) {
    const struct voice *voice = &report->voice;
    bool matrix = question->type == QUESTION_MATRIX;
    int64_t low = -1, high = -1;
    for (size_t i = 0; i < (matrix ? question->row_count : 1); i++) {
        int64_t count = figure_whole(report->results, question->id,
                                     matrix ? question->rows[i].id : "", "", "answered");
        if (count < 0)
            continue;
        low = low < 0 || count < low ? count : low;
        high = count > high ? count : high;
    }
    if (high < 0)
        return phrase(report, PHRASE_TABLE_NOTHING);
    if (low == high)
        return whole(report, high);
    return voice_say(voice, PHRASE_TABLE_RANGE, "low", whole(report, low), "high",
                     whole(report, high), NULL);
}

static void write_missing(const struct report *report) {
    page_gap(report->page);
    page_paragraph(report->page, phrase(report, PHRASE_ACCOUNTING_MISSING));
    struct table *table = table_new(report->voice.arena, phrase(report, PHRASE_TABLE_QUESTION));
    table_add_figures(table, phrase(report, PHRASE_TABLE_ANSWERED));
    for (size_t i = 0; i < report->questionnaire->question_count; i++) {
        const struct question *question = &report->questionnaire->questions[i];
        if (!report_shows(question))
            continue;
        table_row(table, "", question_subject(report, question));
        table_cell(table, answered(report, question));
    }
    table_print(table, report->page);
}

static void write_rules(const struct report *report) {
    const struct voice *voice = &report->voice;
    page_heading(report->page, "", phrase(report, PHRASE_ACCOUNTING_SMALL_HEADING));
    page_paragraph(report->page, voice_say(voice, PHRASE_ACCOUNTING_SMALL, "report",
                                           whole(report, report->min_report), "group",
                                           whole(report, report->min_group), "cell",
                                           whole(report, report->min_cell), NULL));
    page_heading(report->page, "", phrase(report, PHRASE_ACCOUNTING_METHOD_HEADING));
    page_paragraph(report->page, phrase(report, PHRASE_ACCOUNTING_METHOD));
    struct rounded level = {rounding_nearest(report->questionnaire->confidence * 100, 1), 1};
    if (level.value % 10 == 0)
        level = (struct rounded){level.value / 10, 0};
    if (report->invited > 0)
        page_paragraph(report->page, phrase(report, PHRASE_ACCOUNTING_BOUNDS));
    else
        page_paragraph(report->page, voice_say(voice, PHRASE_ACCOUNTING_INTERVAL, "level",
                                               voice_rounded(voice, level), NULL));
}

static void write_digest(const struct report *report, const char *name, const char *digest) {
    page_paragraph(report->page, name);
    page_hanging(report->page, "  ", digest);
}

static void write_program(const struct report *report) {
    const struct voice *voice = &report->voice;
    page_heading(report->page, "", phrase(report, PHRASE_ACCOUNTING_PROGRAM_HEADING));
    page_paragraph(report->page, voice_say(voice, PHRASE_ACCOUNTING_PROGRAM, "version",
                                           command_version(), NULL));
    write_digest(report, phrase(report, PHRASE_ACCOUNTING_DIGEST),
                 report->questionnaire->digest);
    const char *next = report->export_digests;
    while (next != NULL && *next != '\0') {
        size_t length = strcspn(next, ",");
        write_digest(report, phrase(report, PHRASE_ACCOUNTING_EXPORT),
                     arena_copy_bytes(voice->arena, next, length));
        next += length;
        next += strspn(next, ",");
    }
}

void accounting_write(const struct report *report, const char *number) {
    page_heading(report->page, number, phrase(report, PHRASE_ACCOUNTING_HEADING));
    write_records(report);
    if (report_has_results(report))
        write_missing(report);
    write_rules(report);
    write_program(report);
}
