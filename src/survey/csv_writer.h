/* Writes CSV as RFC 4180 has it: comma, LF, quotes only where needed. Nothing is allocated;
 * write errors stay on the stream. */
#ifndef SURVEY_CSV_WRITER_H
#define SURVEY_CSV_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* One field; first says whether it begins the record (else a comma comes before). NULL is
 * written as nothing. */
void csv_write_field(FILE *stream, const char *string, bool first);
/* The same for free text that people open in a spreadsheet: a leading = + - @ TAB CR (or their
 * full-width forms) gets an apostrophe before it. */
void csv_write_free_text(FILE *stream, const char *string, bool first);
void csv_write_end(FILE *stream);

#endif
