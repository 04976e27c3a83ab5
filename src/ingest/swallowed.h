/* Records that a quotation mark swallowed: where it is never closed, the next one in the file
 * closes it, perhaps in the record below, and what lies between is one cell. Nothing is
 * allocated. */
#ifndef INGEST_SWALLOWED_H
#define INGEST_SWALLOWED_H

#include "base/diag.h"
#include "survey/csv_reader.h"

/* Warns where a cell of the record seems to hold others; fields: how many a record has. */
void swallowed_tell(const struct csv_record *record, size_t fields, char delimiter,
                    const char *file, struct diag *diag);

#endif
