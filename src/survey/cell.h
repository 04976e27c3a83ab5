/* A cell of a record, or a part of one. Nothing is allocated; a cell points into its record. */
#ifndef SURVEY_CELL_H
#define SURVEY_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/csv_reader.h"

struct cell {
    const char *bytes;
    size_t length;
    bool missing; /* nothing was there, and that means not shown */
};

/* True where a field holds nothing but blanks. */
bool cell_is_blank(const struct csv_field *field);
/* The cell without the blanks around it. */
struct cell cell_trimmed(struct cell cell);

#endif
