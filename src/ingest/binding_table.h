/* The table which column was read as what. Texts belong to the caller. */
#ifndef INGEST_BINDING_TABLE_H
#define INGEST_BINDING_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "ingest/boxes.h"
#include "ingest/columns.h"

/* For people, one line a column; of boxes also how they are read. */
void binding_print(const struct binding *binding, const struct boxes *boxes, const char *file,
                   bool contacts, bool quotes, FILE *stream);
/* As CSV rows; the header line is the caller's. What a column was read as is said in words, for
 * people; behind it stands the id of its question, or nothing. */
void binding_write(const struct binding *binding, const struct boxes *boxes, bool contacts,
                   bool quotes, FILE *stream);

#endif
