/* Records of a CSV file, parsed by libcsv in strict mode and handed to a function one by one.
 * The only code that knows libcsv's parser. Fields live until the function returns. */
#ifndef SURVEY_CSV_READER_H
#define SURVEY_CSV_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/encoding.h"

enum {
    CSV_MAX_FIELD = 1 << 20, /* bytes of one field; a longer one is cut and its record marked */
    CSV_MAX_RECORD = 1 << 23, /* bytes of all fields of a record together; likewise */
    CSV_MAX_FIELDS = 20000    /* fields of one record; more are counted, not kept */
};

struct csv_field {
    char *bytes;   /* NUL-terminated; may be changed in place */
    size_t length; /* bytes before that NUL; the field may hold NULs itself */
    bool missing;  /* nothing was between the delimiters, not even quotes */
};

struct csv_record {
    size_t line;  /* physical line it begins on, from 1 */
    size_t count; /* fields that the record has, also those over the limit */
    size_t kept;  /* fields[0..kept) */
    struct csv_field *fields;
    bool field_too_long; /* a field was cut */
};

/* Returns false to stop reading. */
typedef bool csv_record_function(void *context, const struct csv_record *record);

/* Reads source to its end with that delimiter. Empty lines (also of blanks only) are no
 * records. False where the file is malformed (bad or open quote): diag then has the line;
 * records before it were handed over. */
bool csv_read(struct encoding_source *source, const char *file, char delimiter,
              struct diag *diag, csv_record_function *function, void *context);

/* The same for a CSV file of our own (comma), opened and closed here; path "-" is standard
 * input, file is its name for people. */
bool csv_read_file(const char *path, const char *file, struct diag *diag,
                   csv_record_function *function, void *context);

/* Parses the first record of bytes (a file's beginning) with that delimiter, for headings.
 * False if there is none or it is malformed; nothing is reported. */
bool csv_read_first(const char *bytes, size_t length, char delimiter,
                    csv_record_function *function, void *context);

/* Parses the records of bytes (a file's beginning) with that delimiter until the function
 * returns false; the last may be cut where the bytes are. False where they are malformed;
 * nothing is reported. */
bool csv_read_beginning(const char *bytes, size_t length, char delimiter,
                        csv_record_function *function, void *context);

#endif
