/* Pieces of the HTML pages and XML files that nachlese-form writes. Nothing is owned. */
#ifndef FORM_MARKUP_H
#define FORM_MARKUP_H

#include "base/text.h"

/* Appends an element as html_element does, and a line end. */
void markup_element(struct text *markup, const char *tag, const char *attributes,
                    const char *string);
/* Appends a string of JSON with its quotes; also safe inside a script element. */
void markup_add_json(struct text *markup, const char *string);

/* The head of a page up to its open body. script: NULL where the page has none. Nothing is ever
 * requested, and nothing inline but these two is allowed. */
void markup_begin(struct text *markup, const char *language, const char *title,
                  const struct text *style, const struct text *script);

#endif
