/* What would count twice: files with the same bytes, and rows that are the same in every
 * column, over all files. The owner frees copies with copies_free; paths outlive them. */
#ifndef INGEST_COPIES_H
#define INGEST_COPIES_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/csv_reader.h"

struct copies;

struct copies *copies_new(void);
void copies_free(struct copies *copies);
/* The earlier file that was kept and has the same bytes, or NULL; NULL also where path is no
 * regular file, which cannot be read twice. */
const char *copies_find_file(struct copies *copies, const char *path);
/* Keeps the file that was last asked for. */
void copies_keep_file(struct copies *copies, const char *path);
/* True where an earlier row held the same fields from that one on (0: all). It is told by a
 * checksum of 64 bits: good for a hint, not for a decision. */
bool copies_add_row(struct copies *copies, const struct csv_record *record, size_t first);

#endif
