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

#endif
