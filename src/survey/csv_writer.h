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
/* The same for free text that people open in a spreadsheet. Where a cell may begin there, at
 * the start and behind a semicolon, tab or line break, and = + - @ (or their full-width forms)
 * follow, perhaps with apostrophes, blanks or quotes before them, an apostrophe goes before it;
 * at the start also before TAB and CR. */
void csv_write_free_text(FILE *stream, const char *string, bool first);
/* Makes a field that csv_write_free_text wrote the text that it was, in place; false where it
 * writes no field that begins so. */
bool csv_take_free_text(char *field);
void csv_write_end(FILE *stream);

#endif
