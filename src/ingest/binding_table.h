/* The table of which column was read as what. Texts belong to the caller. */
#ifndef INGEST_BINDING_TABLE_H
#define INGEST_BINDING_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "ingest/columns.h"
#include "ingest/tick_cells.h"

/* Which files there are for what leaves the answers. */
struct kept_apart {
    bool contacts, quotes, exchange;
};

/* For people, one line per column; of tick cells also how they are read. */
void binding_print(const struct binding *binding, const struct tick_cells *tick_cells,
                   const char *file, const struct kept_apart *kept, FILE *stream);
/* As CSV rows; the header line is the caller's. What a column was read as is said in words, for
 * people; behind it is the id of its question, or nothing. */
void binding_write(const struct binding *binding, const struct tick_cells *tick_cells,
                   const struct kept_apart *kept, FILE *stream);

#endif
