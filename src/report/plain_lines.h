/* Lines of plain text, at most PLAIN_WIDTH columns, without trailing blanks, each ended by LF.
 * All functions append to text. */
#ifndef REPORT_PLAIN_LINES_H
#define REPORT_PLAIN_LINES_H

#include "base/text.h"

enum { PLAIN_WIDTH = 72 };

/* One empty line, unless there is one already or the text is empty. */
void plain_gap(struct text *text);
/* One line as it is; trailing blanks go. */
void plain_line(struct text *text, const char *line);
/* A paragraph, wrapped at width; lead is before the first line, blanks of the same width before
 * the others. LF in it ends a line. */
void plain_hanging(struct text *text, const char *lead, const char *string, size_t width);
/* A string in capitals, no line of its own. */
void plain_capitals(struct text *text, const char *string);
/* Blanks up to this column, of a line that is not ended. */
void plain_pad(struct text *line, size_t column);

/* How many lines end in the bytes from start on. */
size_t plain_count(const struct text *text, size_t start);

#endif
