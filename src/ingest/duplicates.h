/* What would count twice: files with the same bytes, and rows that are the same in every
 * column, over all files. The owner frees duplicates with duplicates_free; paths outlive them.
 */
#ifndef INGEST_DUPLICATES_H
#define INGEST_DUPLICATES_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/csv_reader.h"

struct duplicates;

struct duplicates *duplicates_new(void);
void duplicates_free(struct duplicates *duplicates);
/* The earlier file that was kept and has the same bytes, or NULL; NULL also where path is no
 * regular file, which cannot be read twice. */
const char *duplicates_find_file(struct duplicates *duplicates, const char *path);
/* Keeps the file that was last asked for. */
void duplicates_keep_file(struct duplicates *duplicates, const char *path);
/* True where an earlier row held the same fields from that one on (0: all). It is decided by a
 * checksum of 64 bits: good for a hint, not for a decision. */
bool duplicates_add_row(struct duplicates *duplicates, const struct csv_record *record,
                        size_t first);

#endif
