/* Common first names of German, Polish, Czech and English, written down for this program. */
#ifndef QUOTES_FIRST_NAMES_H
#define QUOTES_FIRST_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "quotes/scan.h"

/* True where the word at from..end is a first name and hardly anything else, also with an s. */
bool first_names_has(const struct scan *scan, size_t from, size_t end);
/* True where it is a first name and another word as well: "Ernst", "Rose". */
bool first_names_has_ambiguous(const struct scan *scan, size_t from, size_t end);

#endif
