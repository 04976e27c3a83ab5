/* Pictures of nachlese-charts, to be placed inside a page. */
#ifndef REPORT_HTML_CHART_H
#define REPORT_HTML_CHART_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text.h"

/* What a page says of a picture. */
struct html_chart_words {
    const char *alternative; /* what a voice says instead of it */
    const char *caption; /* over it: a picture that has it as its title is placed without that,
                            and what is above and below it moves together; NULL: none */
};

/* Appends the <svg> element of FOLDER/NAME.svg to svg, with an alternative text in place of its
 * own title and description; of ids it keeps those that it refers to, each behind the name.
 * Nothing where there is no such file. False, with a message, where the file is no picture
 * (base/picture.h). */
bool html_chart_read(struct text *svg, const char *folder, const char *name,
                     const struct html_chart_words *words, struct diag *diag);

/* Appends the element of a file's bytes in that way; with words NULL it
 * keeps its own title and description, and no ids. False where they are no picture. */
bool html_chart_place(struct text *svg, const struct text *content, const char *name,
                      const struct html_chart_words *words);

/* A picture that is higher, as a part of its width, would be drawn smaller to fit on a sheet of
 * A4, and its letters would have less than 9 points: 230 of 174 millimetres. */
#define HTML_CHART_HIGHEST (230.0 / 174.0)

/* Appends the words drawn in FOLDER/NAME.svg, without its drawn title, a line each; nothing
 * where there is no such file, or it is no picture. */
void html_chart_drawn(struct text *lines, const char *folder, const char *name);

/* How high FOLDER/NAME.svg is without its drawn title, as a part of its width. 0 where there is
 * no such file; of one that is no picture a little: who places it says so. */
double html_chart_height(const char *folder, const char *name);

#endif
