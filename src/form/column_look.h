/* What a column of an export looks like by itself, whatever is over it. */
#ifndef FORM_COLUMN_LOOK_H
#define FORM_COLUMN_LOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "form/export_table.h"
#include "form/tally.h"

enum look {
    LOOK_EMPTY,
    LOOK_TICK,   /* yes, no, 1, 0 and their kin */
    LOOK_POINTS, /* whole numbers from 1 to at most 7 that come again: points of a scale */
    LOOK_NUMBER,
    LOOK_DATE,
    LOOK_MAIL,
    LOOK_ID,   /* signs that nobody else has: an identifier */
    LOOK_LIST, /* few different answers that come again */
    LOOK_TEXT
};

struct column_look {
    enum look look;
    struct tally *tally; /* owned */
    double minimum, maximum;
    int decimals;
    size_t odd; /* LOOK_NUMBER: records whose cell is none */
};

struct column_look column_look_at(const struct export_table *table, size_t column);
void column_look_end(struct column_look *look);

/* From so many records on an answer of a list is an option; what fewer wrote may be free text.
 */
size_t column_look_threshold(const struct tally *tally);
/* True where both offer the same answers, as far as they were chosen. */
bool column_look_same_list(const struct column_look *one, const struct column_look *other);

#endif
