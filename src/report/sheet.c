#include "report/sheet.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "report/letters.h"
#include "report/main_findings.h"
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
        report->page->screen_charts = page->parts[i].depth < LAYOUT_PICTURE;
        if (page->parts[i].depth == LAYOUT_SENTENCES)
            write_brief(report, topic);
        else
            topic_write(report, topic);
        report->page->screen_charts = false;
        if (page->remarks != NULL && page->remarks[section] && ends_section(page, i))
            write_remark(report, &report->teller.facts.questionnaire->sections[section]);
    }
}

static bool is_finding(const struct main_findings *findings, const struct topic *topic) {
    for (size_t i = 0; i < findings->count; i++)
        if (topics_overlap(findings->topic[i], topic))
            return true;
    return false;
}

/* What page one speaks of comes first. */
static void write_missing(const struct report *report, const struct layout_page *page) {
    const struct topic **topics =
        arena_allocate(report->teller.voice.arena, page->count + 1, sizeof *topics);
    size_t count = 0;
    for (int found = 1; found >= 0; found--)
        for (size_t i = 0; i < page->count; i++)
            if (is_finding(report->findings, page->parts[i].topic) == (found == 1))
                topics[count++] = page->parts[i].topic;
    page_gap(report->page);
    page_paragraph(report->page, statement_missing(&report->teller, topics, count));
    page_gap(report->page);
}

void sheet_write(const struct report *report, const struct layout_page *page, bool left_out) {
    page_begin(report->page, page->title);
    write_parts(report, page);
    write_missing(report, page);
    if (page->letters > 0)
        letters_write(report, page->letters - 1, page->letter_items);
    if (page->passages)
        letters_write_passages(report);
    letters_write_citations(report, page->citations);
    if (page->method)
        method_box_write(report, left_out);
}

/* --- measuring --- */

/* Empty lines of text before a sheet. */
enum { EMPTY_BETWEEN = 2 };

/* On paper, in hundredths of a line of running text. Measured with WeasyPrint and its widest
 * font: about 86 letters are in a line. What follows a paragraph or a table counts its margins
 * behind the one that both have. */
enum {
    LINE = 100,
    LETTERS = 86,
    LETTERS_POINT = 76, /* in a point of a list */
    LETTERS_BOLD = 72,
    LETTERS_SHEET = 50, /* in the heading of a sheet */
    AFTER_PARAGRAPH = 40,
    AFTER_POINT = 12,
    AROUND_HEADING = 106,
    SHEET_HEADING = 250,
    SHEET_HEADING_LINE = 118, /* each further one */
    AROUND_LETTER = 154,
    AROUND_REMARK = 186,
    PICTURE_WIDTH = 3449, /* 174 millimetres */
    AROUND_PICTURE = 120
};

/* The same in tables, whose letters are smaller. */
enum {
    LETTERS_TABLE = 92,  /* in all columns */
    LETTERS_FIGURE = 13, /* in a column of figures */
    LETTERS_BARS = 21,
    LETTERS_LABEL = 17, /* at least, in the label column */
    LETTERS_HEAD = 10,  /* of a column of figures */
    LETTERS_NOTE = 100,
    TABLE_LINE = 88,
    AROUND_ROW = 25,
    AROUND_NOTE = 40,
    AFTER_TABLE = 40
};

static size_t lines_of(const char *string, size_t letters) {
    struct text lines = {0};
    size_t count = string[0] != '\0';
    utf8_wrap(&lines, string, letters, "");
    for (size_t i = 0; i + 1 < lines.length; i++)
        count += lines.bytes[i] == '\n';
    text_free(&lines);
    return count;
}

static size_t label_letters(const struct table *table) {
    size_t taken = 0;
    for (size_t i = 0; i < table->column_count; i++)
        taken += table->columns[i].kind == TABLE_BARS ? LETTERS_BARS : LETTERS_FIGURE;
    return taken + LETTERS_LABEL < LETTERS_TABLE ? LETTERS_TABLE - taken : LETTERS_LABEL;
}

static size_t head_lines(const struct table *table) {
    size_t most = 1;
    for (size_t i = 0; i < table->column_count; i++) {
        size_t lines = lines_of(table_head_shown(table, i), LETTERS_HEAD);
        most = lines > most ? lines : most;
    }
    return most;
}

static size_t table_size(const struct table *table) {
    size_t letters = label_letters(table), size = AFTER_TABLE;
    size += LINE * lines_of(table->title, LETTERS_BOLD);
    size += TABLE_LINE * head_lines(table) + AROUND_ROW;
    for (const struct table_row *row = table->first; row != NULL; row = row->next)
        size += TABLE_LINE * lines_of(row->label, letters) + AROUND_ROW;
    for (const struct table_note *note = table->first_note; note != NULL; note = note->next)
        size += TABLE_LINE * lines_of(note->text, LETTERS_NOTE) + AROUND_NOTE;
    return size;
}

static size_t paragraph_size(const char *text) {
    return text[0] != '\0' ? LINE * lines_of(text, LETTERS) + AFTER_PARAGRAPH : 0;
}

/* What becomes its caption is no longer in the paragraph before it. */
static size_t chart_size(const struct block *block) {
    const struct block *before = block - 1;
    size_t size = (size_t)(PICTURE_WIDTH * block->height) +
                  LINE * lines_of(block->text, LETTERS_BOLD) + AROUND_PICTURE,
           length = strlen(block->text);
    if (before->kind == BLOCK_PARAGRAPH && strncmp(before->text, block->text, length) == 0)
        size -= paragraph_size(before->text) -
                paragraph_size(before->text + length + strspn(before->text + length, " "));
    return size;
}

/* On paper a picture stands for its table; while its height is a guess there is room for the
 * table as well: forms without pictures have the same sheets. */
static size_t shown_table_size(const struct block *block, bool guessed) {
    return block->screen && !guessed ? 0 : table_size(block->table);
}

/* A picture, which is never the first block of a sheet, may look at the one before. guessed:
 * the heights of pictures are. */
static size_t block_size(const struct block *block, bool guessed) {
    switch (block->kind) {
    case BLOCK_SHEET:
        return SHEET_HEADING +
               (lines_of(block->text, LETTERS_SHEET) > 1 ? SHEET_HEADING_LINE : 0);
    case BLOCK_TABLE:
        return shown_table_size(block, guessed);
    case BLOCK_CHART:
        return block->screen ? 0 : chart_size(block);
    case BLOCK_QUESTION:
    case BLOCK_PART:
    case BLOCK_SUBPART:
        return LINE * lines_of(block->text, LETTERS_BOLD) + AROUND_HEADING;
    case BLOCK_HANGING:
        return LINE * lines_of(block->text, LETTERS_POINT) + AFTER_POINT;
    case BLOCK_REMARK:
        return LINE * lines_of(block->text, LETTERS) + AROUND_REMARK;
    case BLOCK_LETTER:
        return LINE + AROUND_LETTER;
    case BLOCK_LETTER_END:
        return 0;
    default:
        return paragraph_size(block->text);
    }
}

static struct sheet_size size_in(const struct report *report, const struct teller *teller,
                                 const struct layout_page *page) {
    struct report scratch = *report;
    scratch.teller = *teller;
    scratch.page = page_new();
    /* The same sheets in every form: with bars, whether they are shown or not. */
    const struct plain_settings settings = {&teller->voice, {.full = "#", .empty = "."}};
    sheet_write(&scratch, page, true);
    size_t end = page_blocks(scratch.page), printed = 0;
    for (size_t i = 0; i < end; i++)
        printed += block_size(&scratch.page->document->blocks[i], scratch.pictures == NULL);
    struct sheet_size size = {
        plain_text_lines(scratch.page->document, 0, end, &settings) + EMPTY_BETWEEN, printed};
    page_free(scratch.page);
    return size;
}

struct sheet_size sheet_size(const struct report *report, const struct layout_page *page) {
    struct sheet_size size = size_in(report, &report->teller, page);
    /* What is said is settled by then, and pictures are of one language. */
    size_t others = report->pictures == NULL ? report->other_count : 0;
    for (size_t i = 0; i < others; i++) {
        struct sheet_size other = size_in(report, &report->others[i], page);
        size.lines = other.lines > size.lines ? other.lines : size.lines;
        size.printed = other.printed > size.printed ? other.printed : size.printed;
    }
    return size;
}

/* --- page one --- */

/* Its lines are set closer, and so are its headings and tables. */
enum {
    FIRST_LINE = 95,
    FIRST_NAME = 150,
    FIRST_HEADING = 150,
    FIRST_AFTER = 20,
    LETTERS_FACT = 70 /* beside the names of facts */
};

static size_t first_block_size(const struct block *block) {
    switch (block->kind) {
    case BLOCK_SHEET:
        return 0;
    case BLOCK_NAME:
        return FIRST_NAME * lines_of(block->text, LETTERS_SHEET);
    case BLOCK_TABLE:
        return table_size(block->table) - AFTER_TABLE + FIRST_AFTER;
    case BLOCK_PART:
    case BLOCK_FINDING:
        return FIRST_HEADING;
    case BLOCK_FACT:
    case BLOCK_HANGING:
        return FIRST_LINE * lines_of(block->text, LETTERS_FACT);
    default:
        return FIRST_LINE * lines_of(block->text, LETTERS) + FIRST_AFTER;
    }
}

size_t sheet_first_printed(const struct document *document) {
    size_t printed = 0;
    for (size_t i = 0; i < document->count; i++)
        printed += first_block_size(&document->blocks[i]);
    return printed;
}
