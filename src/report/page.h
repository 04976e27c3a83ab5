/* The report as it is composed: every function adds blocks to the page's document and nothing
 * else; what they look like is the renderers' business. Strings are copied. The owner frees a
 * page with page_free, and its document with it. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "report/document.h"

struct page {
    struct document *document; /* the page's own */
    struct text flow;          /* sentences of a paragraph that is not yet complete */
    bool gap;                  /* an empty line is before the next block */
    bool screen_charts;        /* pictures are for the screen: paper has no room for them */
};

struct page *page_new(void);
/* NULL is fine. */
void page_free(struct page *page);

/* --- sheets and headings --- */

/* Begins a sheet of the report with this title. As text: two empty lines, the title in
 * capitals, the sheet's number at the right; as HTML a section; on paper a new page. Of the
 * first sheet, which has the report's own title, no heading is shown. */
void page_begin(struct page *page, const char *title);

/* The report's title, and what it is; beside the latter is the number of the first sheet. ""
 * adds nothing. */
void page_name(struct page *page, const char *title);
void page_subtitle(struct page *page, const char *string);
/* A heading in capitals without empty lines around it. */
void page_title(struct page *page, const char *title);
/* A heading in capitals, with a number before it unless that is "". Two empty lines before it
 * where it is numbered. */
void page_heading(struct page *page, const char *number, const char *title);
/* The heading of a finding on page one; what follows is directly below it. where holds the
 * ids of the questions that say more about it, separated by blanks, in the order of importance:
 * the renderers find out the sheets and link to the first one. They may be set later; one that
 * never is counts for nothing. "1  WAS AM MEISTEN FEHLT (Seite 2)". Where a table without title
 * and without a head over its labels follows, the heading is in the line of its heads if there
 * is room. */
void page_finding(struct page *page, const char *number, const char *title, const char *where);
/* The heading of a question's block; id is that of the question or gap. */
void page_question(struct page *page, const char *id, const char *number, const char *title);

/* --- paragraphs --- */

/* One empty line, unless there is one already, the page is empty, or the last thing is the
 * heading of a finding. */
void page_gap(struct page *page);
/* Adds a sentence to the paragraph at the end; whatever else is added ends that paragraph. ""
 * adds nothing. */
void page_say(struct page *page, const char *sentence);
/* A paragraph, wrapped; "" adds nothing. */
void page_paragraph(struct page *page, const char *string);
/* The same; lead is before the first line, blanks of the same width before the others. "- "
 * makes a point of a list. */
void page_hanging(struct page *page, const char *lead, const char *string);
/* A name ("Im Vorstand") and what is said of it. All facts that follow each other begin in the
 * column that their widest name leaves. "" as string adds nothing. */
void page_fact(struct page *page, const char *name, const char *string);
/* The organiser's remark at the end of a section. */
void page_remark(struct page *page, const char *string);
/* A quotation as it was written, set off; an opening mark is before it, a closing one behind
 * it. LF parts its paragraphs. */
void page_quotation(struct page *page, const char *open, const char *text, const char *close);
/* Begins a letter to copy; addressee is the line over it ("An den Freistaat:"). Its paragraphs
 * and points follow by page_paragraph, page_say and page_hanging; page_letter_end ends it. As
 * text the opening mark is before its first word and the closing one behind its last. As HTML
 * it is a frame without marks. A letter holds at least one paragraph. */
void page_letter(struct page *page, const char *addressee, const char *open);
void page_letter_end(struct page *page, const char *close);

/* --- tables and pictures --- */

/* A table, which must live as long as the page; see table_print. */
void page_table(struct page *page, const struct table *table);
/* The same behind a picture that says on paper what the table says on a screen. */
void page_table_on_screen(struct page *page, const struct table *table);
/* The picture ID.svg, with a title that is its message ("Bild 1. ...", numbered in the order of
 * appearance where it can be shown) and a short text that a voice says instead of it. Its
 * figures come next as a table of their own, whose bars are drawn only where the picture is
 * not; a form leaves it out only on paper, where page_table_on_screen says that the picture has
 * them all. As text it has no lines. */
void page_chart(struct page *page, const char *id, const char *title, const char *alternative);
/* The same; height as in struct block. */
void page_measured_chart(struct page *page, const char *id, const char *title,
                         const char *alternative, double height);

/* How many blocks there are; a paragraph of sentences ends. */
size_t page_blocks(struct page *page);
#endif
