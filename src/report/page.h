/* The text report as it grows: lines of at most 72 columns, without trailing blanks, parts set
 * apart by one empty line. The owner frees a page with page_free; strings are copied. Start
 * with {0}. With a document, the page also records there what was written; so every form of the
 * report has the same words, and page one is cut to the same length. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "report/document.h"

enum { PAGE_WIDTH = 72 };

struct page {
    struct text text;
    struct text flow;          /* sentences of a paragraph that is not yet complete */
    struct document *document; /* NULL: only the text is wanted; stays the owner's */
    bool suspended;            /* what is printed now, the document knows already */
};

void page_free(struct page *page);

/* Adds a sentence to the paragraph at the end; whatever else is added ends that paragraph. ""
 * adds nothing. */
void page_say(struct page *page, const char *sentence);

/* One empty line, unless there is one already or the page is empty. */
void page_gap(struct page *page);
/* One line as it is; trailing blanks go. */
void page_line(struct page *page, const char *line);
/* A paragraph, wrapped; "" adds nothing. */
void page_paragraph(struct page *page, const char *string);
/* The same; lead is before the first line, blanks of the same width before the others. */
void page_hanging(struct page *page, const char *lead, const char *string);
/* The report's title. */
void page_name(struct page *page, const char *title);
/* The heading of a question's block; id is that of the question or gap. */
void page_question(struct page *page, const char *id, const char *number, const char *title);
/* The organiser's remark at the end of a section. */
void page_remark(struct page *page, const char *string);
/* A quotation as it was written, set off; an opening mark is before it, a closing one behind
 * it. LF parts its paragraphs. */
void page_quotation(struct page *page, const char *open, const char *text, const char *close);
/* What follows, up to and with the next table, are the figures of the question's picture. */
void page_data(struct page *page);
/* The same for another picture than the question's, with this id. */
void page_picture(struct page *page, const char *id);
/* A heading in capitals without empty lines around it. */
void page_title(struct page *page, const char *title);
/* A heading in capitals, with a number before it unless that is "". Two empty lines before it
 * where it is numbered. */
void page_heading(struct page *page, const char *number, const char *title);

/* For tables and bars, which print lines of their own: from now on nothing is recorded in the
 * document, until page_resume. */
void page_suspend(struct page *page);
void page_resume(struct page *page);

/* Lines so far. */
size_t page_lines(struct page *page);

/* Takes back all after the first length bytes. */
void page_cut(struct page *page, size_t length);

#endif
