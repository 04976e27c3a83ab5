#include "report/page.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "base/die.h"
#include "base/utf8.h"

void page_free(struct page *page) {
    text_free(&page->text);
    text_free(&page->flow);
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

void page_paragraph(struct page *page, const char *string) {
    page_hanging(page, "", string);
}

void page_hanging(struct page *page, const char *lead, const char *string) {
    if (string[0] == '\0')
        return;
    end_flow(page);
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

/* The title in capitals behind lead. */
static void add_capitals(struct page *page, const char *lead, const char *title) {
    size_t length = 0;
    uint8_t *capitals =
        u8_toupper((const uint8_t *)title, strlen(title) + 1, "", UNINORM_NFC, NULL, &length);
    if (capitals == NULL)
        die(EXIT_RESOURCE, "no memory left", "der Speicher reicht nicht");
    page_hanging(page, lead, (const char *)capitals);
    free(capitals);
}

void page_title(struct page *page, const char *title) {
    add_capitals(page, "", title);
}

void page_heading(struct page *page, const char *number, const char *title) {
    struct text lead = {0};
    page_gap(page);
    if (number[0] != '\0') {
        text_add_byte(&page->text, '\n');
        text_add_format(&lead, "%s  ", number);
    }
    add_capitals(page, text_string(&lead), title);
    page_gap(page);
    text_free(&lead);
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
    if (page->text.length <= length)
        return;
    page->text.length = length;
    page->text.bytes[length] = '\0';
}
