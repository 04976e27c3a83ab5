/* Pieces of an HTML page that is well-formed XML too. Nothing is owned. */
#ifndef REPORT_HTML_TEXT_H
#define REPORT_HTML_TEXT_H

#include "base/text.h"

/* Appends a text, for elements and for attributes in double quotes; what XML cannot hold
 * becomes U+FFFD. */
void html_add(struct text *html, const char *string);

/* Appends <tag attributes>string</tag>; attributes is "" or begins with a blank and is taken as
 * it is. No line end. */
void html_element(struct text *html, const char *tag, const char *attributes,
                  const char *string);

/* Appends a text in which e-mail addresses and telephone numbers are links. A telephone number
 * begins with 0 or + and has at least six digits, beside them blanks, hyphens, slashes and
 * brackets. */
void html_add_linked(struct text *html, const char *string);

#endif
