/* Several answers in one cell: how they are joined, and what they are. Labels may hold the sign
 * that joins them; the reading is taken in which parts repeat most. */
#ifndef FORM_JOINED_H
#define FORM_JOINED_H

#include <stdbool.h>
#include <stddef.h>

#include "form/export_table.h"
#include "form/tally.h"

struct joined {
    char separator;      /* as in [question] separator; ';', ',', '|', '/' or ' ' */
    bool ranks;          /* every cell has the same parts, in other orders */
    bool inside_labels;  /* some labels hold the separator */
    struct tally *parts; /* owned; their strings are in the memory of the joined */
    size_t *order;       /* places in parts->values, as the form seems to offer them */
    void *memory;
};

/* NULL where the cells of that column are read better as they are. */
struct joined *joined_find(const struct export_table *table, size_t column);
/* NULL is fine. */
void joined_free(struct joined *joined);

#endif
