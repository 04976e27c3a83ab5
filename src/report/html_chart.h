/* Pictures of nachlese-charts, to be placed inside a page. */
#ifndef REPORT_HTML_CHART_H
#define REPORT_HTML_CHART_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text.h"

/* Appends the <svg> element of FOLDER/NAME.svg to svg, with an alternative text in place of its
 * own title and description; of ids it keeps those that it refers to, each behind the name.
 * Nothing where there is no such file. False, with a message, where the file is no picture
 * (base/picture.h). */
bool html_chart_read(struct text *svg, const char *folder, const char *name,
                     const char *alternative, struct diag *diag);

/* Appends the element of a file's bytes in that way; with alternative NULL it
 * keeps its own title and description, and no ids. False where they are no picture. */
bool html_chart_place(struct text *svg, const struct text *content, const char *name,
                      const char *alternative);

#endif
