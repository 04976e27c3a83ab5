/* Headings of the HTML page and its table of contents. Nothing is owned. */
#ifndef REPORT_HTML_CONTENTS_H
#define REPORT_HTML_CONTENTS_H

#include <stdbool.h>

#include "base/text.h"
#include "report/document.h"

bool html_is_heading(const struct block *block);

/* Appends the id of a heading: that of its question, its anchor, else its place among the
 * headings. The last holds a hyphen and ends in a digit, so that it is never one of a question
 * or a picture. */
void html_heading_id(struct text *html, const struct document *document,
                     const struct block *heading);

/* Appends number and title of a heading. */
void html_heading_text(struct text *html, const struct block *heading);

/* True where there is a second sheet, or a numbered part: what a list of contents leads to. */
bool html_has_contents(const struct document *document);

/* Appends links to all headings, those of questions below those of parts. */
void html_contents(struct text *html, const struct document *document, const char *title);

#endif
