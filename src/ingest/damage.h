/* Headings in which a few characters were destroyed. Nothing is allocated that stays. */
#ifndef INGEST_DAMAGE_H
#define INGEST_DAMAGE_H

#include <stddef.h>

#include "survey/headings.h"

/* The one meaning of a heading without one of its runs of characters outside ASCII, or NULL. */
const struct heading *damage_find(const struct headings *headings, const char *bytes,
                                  size_t length);

#endif
