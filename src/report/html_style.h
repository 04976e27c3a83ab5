/* The style sheet of the HTML report. */
#ifndef REPORT_HTML_STYLE_H
#define REPORT_HTML_STYLE_H

#include "base/text.h"

/* Appends the style sheet. */
void html_style(struct text *style);

/* Appends the source expression by which a content security policy allows it: 'sha256-...'. */
void html_style_source(struct text *source);

#endif
