/* Empty fields behind the last heading: programs end every line in a delimiter more, and
 * spreadsheets save columns that were cleared. A single record that is too long is another
 * matter: there a text may have been cut in two. Nothing is allocated that stays. */
#ifndef INGEST_TAIL_H
#define INGEST_TAIL_H

#include <stddef.h>

#include "survey/csv_reader.h"

/* How many fields more than half of the records behind the first have, as far as bytes (a
 * file's beginning) reach; 0 where there is no such width. */
size_t tail_usual_width(const char *bytes, size_t length, char delimiter);
/* The record without the blank fields at its end, down to least fields; its fields stay the
 * reader's. */
struct csv_record tail_cut(const struct csv_record *record, size_t least);

#endif
