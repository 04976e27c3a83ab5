/* Records whose answers have slipped into other columns. Nothing is allocated. */
#ifndef INGEST_SHIFT_H
#define INGEST_SHIFT_H

#include <stdbool.h>

#include "ingest/decode.h"

/* True where the values that were not understood would be answers one column further on, all in
 * the same direction. */
bool shift_found(const struct decoder *decoder);

#endif
