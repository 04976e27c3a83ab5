/* How often something was seen in a file, and on which lines first. */
#ifndef INGEST_SIGHTINGS_H
#define INGEST_SIGHTINGS_H

#include <stddef.h>

#include "base/text.h"

enum { SIGHTINGS_SHOWN = 5 };

struct sightings {
    size_t count;
    size_t lines[SIGHTINGS_SHOWN];
};

void sightings_add(struct sightings *sightings, size_t line);
/* Appends "line 3", or "lines 3, 5, 8, 9, 12, ...". */
void sightings_describe(struct text *text, const struct sightings *sightings);

#endif
