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
/* The same for free text that people open in a spreadsheet: where it begins with = + - @ TAB CR
 * (or their full-width forms), or with apostrophes before one of these, it gets an apostrophe
 * before it. */
void csv_write_free_text(FILE *stream, const char *string, bool first);
/* The text that csv_write_free_text wrote as this field: field itself, or what is behind its
 * first apostrophe; NULL where it writes no such field. */
const char *csv_free_text(const char *field);
void csv_write_end(FILE *stream);

#endif
