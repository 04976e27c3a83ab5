/* Lists such as ["SQ001","SQ002"], which newer form systems write into one cell. */
#ifndef INGEST_JSON_LIST_H
#define INGEST_JSON_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/cell.h"

/* More than any question can have. */
enum { PIECES_MOST = 400 };

/* What a cell with several answers falls into, whatever is between them. */
struct pieces {
    struct cell pieces[PIECES_MOST];
    size_t count;
};

/* Fills items with the strings and numbers of the list, decoded into room, which has as many
 * bytes as the cell and outlives them; null and empty strings are left out. False where the
 * cell is no such list. Quotes may be doubled once more, or single ones, as programs write them
 * that have read the list. */
bool json_list_read(struct pieces *items, const struct cell *cell, char *room);

#endif
