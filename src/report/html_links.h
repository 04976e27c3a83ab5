/* E-mail addresses and telephone numbers of a page. Nothing is owned. */
#ifndef REPORT_HTML_LINKS_H
#define REPORT_HTML_LINKS_H

#include "base/text.h"

/* Appends a text in which e-mail addresses and telephone numbers are links. A telephone number
 * begins with 0 or + and has at least six digits, beside them blanks, hyphens, slashes and
 * brackets. */
void html_add_linked(struct text *html, const char *string);

#endif
