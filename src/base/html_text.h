/* Pieces of HTML that is well-formed XML too. Nothing is owned. */
#ifndef BASE_HTML_TEXT_H
#define BASE_HTML_TEXT_H

#include <stddef.h>

#include "base/text.h"

/* Appends a text, for elements and for attributes in double quotes; what XML cannot hold
 * becomes U+FFFD. */
void html_add(struct text *html, const char *string);

/* Appends <tag attributes>string</tag>; attributes is "" or begins with a blank and is taken as
 * it is. No line end. */
void html_element(struct text *html, const char *tag, const char *attributes,
                  const char *string);

/* Appends the source expression by which a content security policy allows these bytes inline:
 * 'sha256-...'. */
void html_add_source(struct text *html, const char *bytes, size_t length);

#endif
