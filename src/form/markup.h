/* Pieces of the HTML pages and XML files that nachlese-form writes. Nothing is owned. */
#ifndef FORM_MARKUP_H
#define FORM_MARKUP_H

#include "base/text.h"

/* Appends a text, for elements and for attributes in double quotes; what XML cannot hold
 * becomes U+FFFD. */
void markup_add(struct text *markup, const char *string);
/* Appends <tag attributes>string</tag> and a line end; attributes is "" or begins with a blank
 * and is taken as it is. */
void markup_element(struct text *markup, const char *tag, const char *attributes,
                    const char *string);
/* Appends a string of JSON with its quotes; also safe inside a script element. */
void markup_add_json(struct text *markup, const char *string);
/* Appends the source expression by which a content security policy allows these bytes inline:
 * 'sha256-...'. */
void markup_add_source(struct text *markup, const char *bytes, size_t length);

/* The head of a page up to its open body. script: NULL where the page has none. Nothing is ever
 * requested, and nothing inline but these two is allowed. */
void markup_begin(struct text *markup, const char *language, const char *title,
                  const struct text *style, const struct text *script);

#endif
