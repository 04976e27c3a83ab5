#include "report/page.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct page *page_new(void) {
    struct page *page = memory_allocate(1, sizeof *page);
    page->document = document_new();
    return page;
}

void page_free(struct page *page) {
    if (page == NULL)
        return;
    document_free(page->document);
    text_free(&page->flow);
    free(page);
}

static struct block *last_block(const struct page *page) {
    struct document *document = page->document;
    return document->count > 0 ? &document->blocks[document->count - 1] : NULL;
}

/* The block takes the empty line that waits for one. */
static void add_now(struct page *page, struct block block) {
    block.gap = page->gap;
    document_add(page->document, block);
    page->gap = false;
}

/* Ends the paragraph of sentences, if there is one. */
static void end_flow(struct page *page) {
    if (page->flow.length == 0)
        return;
    add_now(page, (struct block){.kind = BLOCK_PARAGRAPH, .text = text_string(&page->flow)});
    text_clear(&page->flow);
}

static void add(struct page *page, struct block block) {
    end_flow(page);
    add_now(page, block);
}

/* A block of text, unless that is "". */
static void add_text(struct page *page, enum block_kind kind, const char *lead,
                     const char *string) {
    if (string[0] != '\0')
        add(page, (struct block){.kind = kind, .lead = lead, .text = string});
}

void page_say(struct page *page, const char *sentence) {
    if (sentence[0] != '\0' && page->flow.length > 0)
        text_add_byte(&page->flow, ' ');
    text_add(&page->flow, sentence);
}

void page_gap(struct page *page) {
    end_flow(page);
    const struct block *last = last_block(page);
    page->gap = last == NULL || last->kind != BLOCK_FINDING;
}

/* --- sheets and headings --- */

void page_begin(struct page *page, const char *title) {
    page_gap(page);
    add(page, (struct block){.kind = BLOCK_SHEET, .text = title});
    page_gap(page);
}

void page_name(struct page *page, const char *title) {
    add_text(page, BLOCK_NAME, "", title);
}

void page_subtitle(struct page *page, const char *string) {
    add_text(page, BLOCK_SUBTITLE, "", string);
}

void page_title(struct page *page, const char *title) {
    add(page, (struct block){.kind = BLOCK_PART, .text = title});
}

void page_heading(struct page *page, const char *number, const char *title) {
    page_gap(page);
    add(page, (struct block){.kind = number[0] != '\0' ? BLOCK_PART : BLOCK_SUBPART,
                             .lead = number,
                             .text = title});
    page_gap(page);
}

void page_finding(struct page *page, const char *number, const char *title, const char *where) {
    page_gap(page);
    add(page,
        (struct block){.kind = BLOCK_FINDING, .lead = number, .text = title, .id = where});
}

void page_question(struct page *page, const char *id, const char *number, const char *title) {
    add(page, (struct block){.kind = BLOCK_QUESTION, .id = id, .lead = number, .text = title});
}

/* --- paragraphs --- */

void page_paragraph(struct page *page, const char *string) {
    add_text(page, BLOCK_PARAGRAPH, "", string);
}

void page_hanging(struct page *page, const char *lead, const char *string) {
    add_text(page, BLOCK_HANGING, lead, string);
}

void page_fact(struct page *page, const char *name, const char *string) {
    add_text(page, BLOCK_FACT, name, string);
}

void page_remark(struct page *page, const char *string) {
    add_text(page, BLOCK_REMARK, "", string);
}

void page_quotation(struct page *page, const char *open, const char *text, const char *close) {
    struct text whole = {0};
    text_add_format(&whole, "%s%s", text, close);
    add(page,
        (struct block){.kind = BLOCK_QUOTATION, .lead = open, .text = text_string(&whole)});
    text_free(&whole);
}

void page_letter(struct page *page, const char *addressee, const char *open) {
    page_gap(page);
    add(page, (struct block){.kind = BLOCK_LETTER, .lead = open, .text = addressee});
}

void page_letter_end(struct page *page, const char *close) {
    end_flow(page);
    assert(last_block(page) != NULL && last_block(page)->kind != BLOCK_LETTER);
    page->gap = false;
    add(page, (struct block){.kind = BLOCK_LETTER_END, .lead = close});
    page_gap(page);
}

/* --- tables and pictures --- */

void page_table(struct page *page, const struct table *table) {
    add(page, (struct block){.kind = BLOCK_TABLE, .table = table});
}

void page_table_on_screen(struct page *page, const struct table *table) {
    add(page, (struct block){.kind = BLOCK_TABLE, .table = table, .screen = true});
}

void page_chart(struct page *page, const char *id, const char *title, const char *alternative) {
    page_measured_chart(page, id, title, alternative, 0);
}

void page_measured_chart(struct page *page, const char *id, const char *title,
                         const char *alternative, double height) {
    add(page, (struct block){.kind = BLOCK_CHART,
                             .id = id,
                             .text = title,
                             .lead = alternative,
                             .screen = page->screen_charts,
                             .height = height});
}

size_t page_blocks(struct page *page) {
    end_flow(page);
    return page->document->count;
}
