/* Words that programs and people write where there is nothing. Nothing is allocated. */
#ifndef INGEST_MISSING_H
#define INGEST_MISSING_H

#include <stdbool.h>

#include "ingest/cell.h"
#include "ingest/marks.h"

/* True where the cell names nobody and no time: blank, of signs only, a word such as NA or
 * anonymous, a spreadsheet's error, a negative number, or one of `missing` in [ingest]. */
bool missing_is(const struct marks *marks, const struct cell *cell);

#endif
