/* The text report as it grows: lines of at most 72 columns, without trailing blanks, parts set
 * apart by one empty line. The owner frees a page with page_free; strings are copied. Start
 * with {0}. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include <stddef.h>

#include "base/text.h"

enum { PAGE_WIDTH = 72 };

struct page {
    struct text text;
    struct text flow; /* sentences of a paragraph that is not yet complete */
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
/* The same; lead stands before the first line, blanks of the same width before the others. */
void page_hanging(struct page *page, const char *lead, const char *string);
/* A heading in capitals without empty lines around it. */
void page_title(struct page *page, const char *title);
/* A heading in capitals, with a number before it unless that is "". Two empty lines before it
 * where it is numbered. */
void page_heading(struct page *page, const char *number, const char *title);

/* Lines so far. */
size_t page_lines(struct page *page);

/* Takes back all after the first length bytes. */
void page_cut(struct page *page, size_t length);

#endif
