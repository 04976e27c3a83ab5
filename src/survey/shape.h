/* What a record looks like to those who read its columns: rows of a workbook are filled up, and
 * fields behind the last heading that hold nothing are gone. The owner of a shape frees it with
 * shape_end; who reads the same file again starts with shape_again. */
#ifndef SURVEY_SHAPE_H
#define SURVEY_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/csv_reader.h"

struct shape {
    bool from_workbook;
    size_t header_fields; /* with those at the end that have no heading */
    size_t usual_fields;  /* of a record; 0: they differ */
    /* its own */
    size_t breaks; /* line breaks inside cells so far */
    struct csv_field *padded;
    size_t padded_count;
};

/* The same file from its beginning, with nothing of its own. */
struct shape shape_again(const struct shape *shape);
void shape_end(struct shape *shape);

/* Of a workbook: the line is the row of the sheet, and empty cells at the end of a row, which
 * are not written, are there up to wanted (0: as many as there are). In a CSV file a record
 * that is too short has lost some, and stays as it is. To be asked for every record in order;
 * the fields live until the next one. */
struct csv_record shape_row(struct shape *shape, const struct csv_record *record,
                            size_t wanted);

/* How many fields more than half of the records behind the first have, as far as bytes (a
 * file's beginning) reach; 0 where there is no such width. */
size_t shape_usual_width(const char *bytes, size_t length, char delimiter);
/* The record without the blank fields at its end, down to least fields: programs end every line
 * in a delimiter more, and spreadsheets save columns that were cleared. Its fields stay the
 * reader's. */
struct csv_record shape_cut_tail(const struct csv_record *record, size_t least);
/* Without the empty fields behind the last of columns headings, where the record is as long as
 * most records or at most as the header, of which spreadsheets leave out what is empty at the
 * end of a row; in any longer one they are a sign that it was torn apart. */
struct csv_record shape_cut(const struct shape *shape, const struct csv_record *record,
                            size_t columns);

#endif
