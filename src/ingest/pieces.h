/* The parts of a cell that holds several answers. Nothing is allocated that stays; pieces point
 * into the cell. */
#ifndef INGEST_PIECES_H
#define INGEST_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ingest/box.h"
#include "ingest/spelling.h"

enum { PIECES_MOST = 400 };

struct pieces {
    struct cell pieces[PIECES_MOST];
    size_t count;
};

/* False where there are more than any question can have. */
bool pieces_split(struct pieces *pieces, const struct cell *cell, const char *separator);
/* The meaning of the answer that begins at piece *from: labels may hold the separator, so as
 * many pieces as can belong to one label are tried together, the most first. *from moves behind
 * what was taken. */
int64_t pieces_take(const struct spelling *spelling, const struct pieces *pieces, size_t *from,
                    struct cell *taken);
/* True where the piece is a list of options by itself, by another separator or by "and": then
 * the separator is not the file's. */
bool pieces_hold_options(const struct spelling *spelling, const struct cell *piece);

#endif
