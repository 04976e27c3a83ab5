/* Numbers that somebody has written with their unit. */
#ifndef INGEST_UNIT_H
#define INGEST_UNIT_H

#include "survey/cell.h"

/* The unit or the "ca." of a cell that holds a number and nothing else, in the words of our own
 * list, which identify nobody: "km" for "15km"; NULL for any other cell. */
const char *unit_find(const struct cell *cell);

#endif
