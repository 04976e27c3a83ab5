/* What is over the columns, where it is not just the first record. The owner frees a header
 * with header_free; the headings outlive it. */
#ifndef SURVEY_HEADER_ROWS_H
#define SURVEY_HEADER_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/csv_reader.h"
#include "survey/headings.h"

enum header_rows {
    HEADER_ONE_ROW,
    HEADER_TWO_ROWS, /* SurveyMonkey: questions, and below them options and rows */
    HEADER_NUMBERED  /* one, with row numbers in a first column that has no heading */
};

/* Decides by the first two records of a file's beginning; *known says how many columns of two
 * rows, joined, are headings. */
enum header_rows header_rows_find(const char *bytes, size_t length, char delimiter,
                                  bool directive, const struct headings *headings,
                                  size_t *known);

struct header;

struct header *header_new(enum header_rows form, const struct headings *headings);
void header_free(struct header *header);
/* Takes the file's records one by one until the header is whole: NULL before. What is returned
 * lives as long as the header, or is the record. */
const struct csv_record *header_take(struct header *header, const struct csv_record *record);
/* True where the record, which has as many fields, is a row of the header once more; false for
 * a plain header, which columns_are_header knows. */
bool header_repeats(const struct header *header, const struct csv_record *record);

#endif
