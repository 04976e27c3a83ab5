/* What stands in a box that can be ticked. Nothing is allocated; a cell points into its record.
 */
#ifndef INGEST_BOX_H
#define INGEST_BOX_H

#include <stdbool.h>
#include <stddef.h>

/* A cell or a part of one. */
struct cell {
    const char *bytes;
    size_t length;
    bool missing; /* nothing stood there, and that means not shown */
};

enum box { BOX_NOT_SHOWN, BOX_EMPTY, BOX_TICKED, BOX_UNKNOWN };

/* What a word says where no question's boxes were decided (boxes.h), such as in the text beside
 * one: only what form systems mean by it everywhere. The cell is trimmed and not empty. */
enum box box_word(const struct cell *cell);

#endif
