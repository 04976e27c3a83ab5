/* Where the header of a file may be, if its first line is none. Nothing is allocated. */
#ifndef INGEST_HEADER_PLACE_H
#define INGEST_HEADER_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "ingest/dialect.h"
#include "survey/headings.h"

struct header_place {
    size_t line;    /* 0: no line near the beginning fits the questionnaire */
    char delimiter; /* with which it does; perhaps none that is read */
};

/* Looks at the first records of a file's beginning, where dialect finds the first one doubtful.
 */
struct header_place header_place_find(const struct dialect *dialect, const char *bytes,
                                      size_t length, const struct headings *headings);
/* True, after an error, where the file has a delimiter that is not read. */
bool header_place_refuse(const struct dialect *dialect, const char *file, struct diag *diag);
/* After the header was refused: notes which line and which delimiter it should have been. */
void header_place_tell(const struct header_place *found, const struct dialect *dialect,
                       const char *file, struct diag *diag);

#endif
