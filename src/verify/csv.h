/* Reads CSV (RFC 4180, as our own files are). It shares no code with the programs that wrote
 * them. Rows live in the arena. */
#ifndef VERIFY_CSV_H
#define VERIFY_CSV_H

#include <stddef.h>

#include "base/arena.h"

struct csv_row {
    const char **fields;
    size_t count;
    size_t line; /* where it begins, from 1 */
};

struct csv {
    struct csv_row *rows; /* the heading is the first; a line without any byte has one field */
    size_t count;
};

const struct csv *csv_read(struct arena *arena, const char *bytes);

/* The field of a row below that heading; "" where there is none. */
const char *csv_field(const struct csv *csv, const struct csv_row *row, const char *heading);

#endif
