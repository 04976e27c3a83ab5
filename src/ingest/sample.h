/* A file and its beginning, as it was looked at ahead. By it is decided what columns and tick
 * cells mean, before the first answer is read. The bytes belong to the intake. */
#ifndef INGEST_SAMPLE_H
#define INGEST_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/shape.h"

struct sample {
    const char *path;  /* "-": standard input */
    const char *file;  /* for messages */
    const char *bytes; /* in UTF-8, at most 1 MiB */
    size_t length;
    bool whole; /* that is all of the file */
    char delimiter;
    size_t header_line;        /* the first one of the header */
    size_t header_end;         /* the last one */
    size_t header_records;     /* before the first answers */
    const struct shape *shape; /* of its records */
};

#endif
