/* The columns that form systems add of their own. One table for ingest, which reads or drops
 * them, and for the loader, which lets no question take their names. Nothing is allocated. */
#ifndef SURVEY_METADATA_H
#define SURVEY_METADATA_H

#include <stdbool.h>
#include <stddef.h>

enum metadata {
    METADATA_NONE,
    METADATA_ID,
    METADATA_TOKEN,
    METADATA_COMPLETED, /* filled in where the record is complete */
    METADATA_ORIGIN,    /* "paper", "phone"; "simulated" marks made-up answers */
    METADATA_DROPPED    /* known and never kept: times, addresses, languages */
};

/* What a column with this heading holds; the bytes must be valid UTF-8. */
enum metadata metadata_find(const char *bytes, size_t length);

/* True where no question may be called so, since it would take such a column. Not for what
 * systems call the parts of a name: many forms ask for these themselves. */
bool metadata_reserves(const char *bytes, size_t length);

#endif
