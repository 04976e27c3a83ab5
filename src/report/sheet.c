#include "report/sheet.h"

#include "report/letters.h"
#include "report/method_box.h"
#include "report/plain_text.h"
#include "report/table.h"
#include "report/topic.h"
#include "report/topics.h"
#include "wording/statement.h"

/* --- writing --- */

static void write_brief(const struct report *report, const struct topic *topic) {
    struct sentences sentences = statement_of(&report->teller, topic);
    page_gap(report->page);
    page_question(report->page, topic->id, "", statement_title(&report->teller, topic));
    for (size_t i = 0; i < sentences.count; i++)
        page_say(report->page, sentences.line[i]);
    page_gap(report->page);
}

/* True where no later part of the sheet is of the same section. */
static bool ends_section(const struct layout_page *page, size_t part) {
    for (size_t i = part + 1; i < page->count; i++)
        if (topics_section(page->parts[i].topic) == topics_section(page->parts[part].topic))
            return false;
    return true;
}

/* The organiser's remark, behind the last of its section's topics on this sheet. */
static void write_remark(const struct report *report, const struct section *section) {
    const struct teller *teller = &report->teller;
    const char *comment = teller_label(teller, &section->comment);
    const char *publisher = teller_label(teller, &teller->facts.questionnaire->publisher);
    if (comment[0] == '\0')
        return;
    page_gap(report->page);
    if (publisher[0] != '\0')
        page_remark(report->page, voice_say(&teller->voice, PHRASE_SECTION_REMARK_BY,
                                            "publisher", publisher, "comment", comment, NULL));
    else
        page_remark(report->page,
                    voice_say(&teller->voice, PHRASE_SECTION_REMARK, "comment", comment, NULL));
}

static void write_parts(const struct report *report, const struct layout_page *page) {
    for (size_t i = 0; i < page->count; i++) {
        const struct topic *topic = page->parts[i].topic;
        size_t section = topics_section(topic);
        if (page->parts[i].brief)
            write_brief(report, topic);
        else
            topic_write(report, topic);
        if (page->remarks != NULL && page->remarks[section] && ends_section(page, i))
            write_remark(report, &report->teller.facts.questionnaire->sections[section]);
    }
}

static void write_missing(const struct report *report, const struct layout_page *page) {
    const struct topic **topics =
        arena_allocate(report->teller.voice.arena, page->count + 1, sizeof *topics);
    for (size_t i = 0; i < page->count; i++)
        topics[i] = page->parts[i].topic;
    page_gap(report->page);
    page_paragraph(report->page, statement_missing(&report->teller, topics, page->count));
    page_gap(report->page);
}

void sheet_write(const struct report *report, const struct layout_page *page, bool left_out) {
    page_begin(report->page, page->title);
    write_parts(report, page);
    write_missing(report, page);
    if (page->letters > 0)
        letters_write(report, page->letters - 1);
    if (page->passages)
        letters_write_passages(report);
    letters_write_citations(report, page->citations);
    if (page->method)
        method_box_write(report, left_out);
}

/* --- measuring --- */

/* On paper, in lines of running text: what a picture takes with its title, and a row of a table
 * with its padding. Text there is proportional: more fits on a line than in 72 columns. */
enum { PICTURE_LINES = 14, ROW_TENTHS = 13, HEAD_TENTHS = 25, TEXT_TENTHS = 9 };

static size_t table_rows(const struct table *table) {
    size_t rows = 0;
    for (const struct table_row *row = table->first; row != NULL; row = row->next)
        rows++;
    return rows;
}

size_t sheet_printed(const struct report *report, size_t first) {
    const struct plain_settings settings = {&report->teller.voice, report->bars};
    const struct document *document = report->page->document;
    size_t end = page_blocks(report->page), tenths = 0;
    for (size_t i = first; i < end; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind == BLOCK_TABLE)
            tenths += HEAD_TENTHS + ROW_TENTHS * table_rows(block->table);
        else if (block->kind == BLOCK_CHART)
            tenths += 10 * PICTURE_LINES;
        else
            tenths += TEXT_TENTHS * plain_text_lines(document, i, i + 1, &settings) +
                      (block->gap ? 6 : 0);
    }
    return (tenths + 9) / 10;
}

struct sheet_size sheet_size(const struct report *report, const struct layout_page *page) {
    struct report scratch = *report;
    scratch.page = page_new();
    const struct plain_settings settings = {&report->teller.voice, report->bars};
    sheet_write(&scratch, page, true);
    struct sheet_size size = {
        plain_text_lines(scratch.page->document, 0, page_blocks(scratch.page), &settings),
        sheet_printed(&scratch, 0)};
    page_free(scratch.page);
    return size;
}
