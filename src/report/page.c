#include "report/page.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "base/die.h"
#include "base/utf8.h"

static const char QUOTATION_INDENT[] = "  ";

void page_free(struct page *page) {
    text_free(&page->text);
    text_free(&page->flow);
}

static void record(struct page *page, enum block_kind kind, const char *lead,
                   const char *text) {
    if (page->document != NULL && !page->suspended)
        document_add(page->document, (struct block){.kind = kind,
                                                    .position = page->text.length,
                                                    .lead = lead,
                                                    .text = text});
}

void page_say(struct page *page, const char *sentence) {
    if (sentence[0] != '\0' && page->flow.length > 0)
        text_add_byte(&page->flow, ' ');
    text_add(&page->flow, sentence);
}

/* Ends the paragraph of sentences, if there is one. */
static void end_flow(struct page *page) {
    if (page->flow.length == 0)
        return;
    struct text flow = page->flow;
    page->flow = (struct text){0};
    page_paragraph(page, text_string(&flow));
    text_free(&flow);
}

void page_gap(struct page *page) {
    end_flow(page);
    const struct text *text = &page->text;
    bool empty_line = text->length >= 2 && text->bytes[text->length - 2] == '\n';
    if (text->length > 0 && !empty_line)
        text_add_byte(&page->text, '\n');
}

/* One line without LF; trailing blanks are dropped. */
static void add_line(struct page *page, const char *bytes, size_t length) {
    while (length > 0 && bytes[length - 1] == ' ')
        length--;
    text_add_bytes(&page->text, bytes, length);
    text_add_byte(&page->text, '\n');
}

void page_line(struct page *page, const char *line) {
    end_flow(page);
    add_line(page, line, strlen(line));
}

static void add_lines(struct page *page, const char *lines) {
    for (const char *end = strchr(lines, '\n'); end != NULL; end = strchr(lines, '\n')) {
        add_line(page, lines, (size_t)(end - lines));
        lines = end + 1;
    }
    page_line(page, lines);
}

/* Wraps a paragraph onto the page; the caller adds it to the document. */
static void write_hanging(struct page *page, const char *lead, const char *string) {
    struct text indent = {0}, lines = {0};
    size_t width = utf8_width(lead);
    text_add_repeated(&indent, " ", width);
    text_add(&lines, lead);
    struct text wrapped = {0};
    utf8_wrap(&wrapped, string, PAGE_WIDTH - width, "");
    for (const char *next = text_string(&wrapped); *next != '\0'; next++) {
        text_add_byte(&lines, *next);
        if (*next == '\n')
            text_add(&lines, text_string(&indent));
    }
    add_lines(page, text_string(&lines));
    text_free(&wrapped);
    text_free(&indent);
    text_free(&lines);
}

static void add_block(struct page *page, enum block_kind kind, const char *lead,
                      const char *string) {
    if (string[0] == '\0')
        return;
    end_flow(page);
    record(page, kind, lead, string);
    write_hanging(page, lead, string);
}

void page_paragraph(struct page *page, const char *string) {
    add_block(page, BLOCK_PARAGRAPH, "", string);
}

void page_hanging(struct page *page, const char *lead, const char *string) {
    add_block(page, BLOCK_HANGING, lead, string);
}

void page_name(struct page *page, const char *title) {
    add_block(page, BLOCK_NAME, "", title);
}

void page_remark(struct page *page, const char *string) {
    add_block(page, BLOCK_REMARK, "", string);
}

/* The opening mark hangs before the text, so that all its lines begin in one column. */
static void write_quotation(struct page *page, const char *open, const char *string) {
    struct text lead = {0}, paragraph = {0};
    text_add_format(&lead, "%s%s", QUOTATION_INDENT, open);
    for (const char *next = string;;) {
        size_t length = strcspn(next, "\n"), width = utf8_width(text_string(&lead));
        text_clear(&paragraph);
        text_add_bytes(&paragraph, next, length);
        write_hanging(page, text_string(&lead), text_string(&paragraph));
        if (next[length] == '\0')
            break;
        next += length + 1;
        page_gap(page);
        text_clear(&lead);
        text_add_repeated(&lead, " ", width);
    }
    text_free(&paragraph);
    text_free(&lead);
}

void page_quotation(struct page *page, const char *open, const char *text, const char *close) {
    struct text whole = {0};
    text_add_format(&whole, "%s%s%s", open, text, close);
    end_flow(page);
    record(page, BLOCK_QUOTATION, "", text_string(&whole));
    write_quotation(page, open, text_string(&whole) + strlen(open));
    text_free(&whole);
}

void page_question(struct page *page, const char *id, const char *number, const char *title) {
    struct text lead = {0};
    text_add_format(&lead, "%s  ", number);
    end_flow(page);
    if (page->document != NULL)
        document_add(page->document, (struct block){.kind = BLOCK_QUESTION,
                                                    .position = page->text.length,
                                                    .id = id,
                                                    .lead = number,
                                                    .text = title});
    write_hanging(page, text_string(&lead), title);
    text_free(&lead);
}

void page_data(struct page *page) {
    end_flow(page);
    if (page->document != NULL)
        document_join(page->document, page->text.length);
}

void page_picture(struct page *page, const char *id) {
    end_flow(page);
    if (page->document != NULL)
        document_add(page->document, (struct block){.kind = BLOCK_PICTURE,
                                                    .position = page->text.length,
                                                    .id = id,
                                                    .joined = true});
}

/* The title in capitals behind lead. */
static void add_capitals(struct page *page, const char *lead, const char *title) {
    size_t length = 0;
    uint8_t *capitals =
        u8_toupper((const uint8_t *)title, strlen(title) + 1, "", UNINORM_NFC, NULL, &length);
    if (capitals == NULL)
        die(EXIT_RESOURCE, "no memory left", "der Speicher reicht nicht");
    write_hanging(page, lead, (const char *)capitals);
    free(capitals);
}

void page_title(struct page *page, const char *title) {
    end_flow(page);
    record(page, BLOCK_PART, "", title);
    add_capitals(page, "", title);
}

void page_heading(struct page *page, const char *number, const char *title) {
    struct text lead = {0};
    page_gap(page);
    record(page, number[0] != '\0' ? BLOCK_PART : BLOCK_SUBPART, number, title);
    if (number[0] != '\0') {
        text_add_byte(&page->text, '\n');
        text_add_format(&lead, "%s  ", number);
    }
    add_capitals(page, text_string(&lead), title);
    page_gap(page);
    text_free(&lead);
}

void page_suspend(struct page *page) {
    end_flow(page);
    page->suspended = true;
}

void page_resume(struct page *page) {
    page->suspended = false;
}

size_t page_lines(struct page *page) {
    end_flow(page);
    size_t lines = 0;
    for (size_t i = 0; i < page->text.length; i++)
        lines += page->text.bytes[i] == '\n';
    return lines;
}

void page_cut(struct page *page, size_t length) {
    text_clear(&page->flow);
    if (page->document != NULL && !page->suspended)
        document_cut(page->document, length);
    if (page->text.length <= length)
        return;
    page->text.length = length;
    page->text.bytes[length] = '\0';
}
