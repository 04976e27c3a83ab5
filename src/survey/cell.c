#include "survey/cell.h"

#include <string.h>

/* What is no part of an answer at its ends: blanks, and the byte order marks of files from
 * which somebody made the labels of a form. */
static const char *const blanks[] = {" ", "\t", "\r", "\n", "\xEF\xBB\xBF"};

/* Most cells begin and end with a letter or a digit, and need no closer look. */
static bool may_be_blank(const struct cell *cell, bool at_end) {
    if (cell->length == 0)
        return false;
    unsigned char edge = (unsigned char)cell->bytes[at_end ? cell->length - 1 : 0];
    return edge <= ' ' || edge == (at_end ? 0xBF : 0xEF);
}

/* The bytes of the blank with which the cell begins or ends, or 0. */
static size_t blank_length(const struct cell *cell, bool at_end) {
    if (!may_be_blank(cell, at_end))
        return 0;
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++) {
        size_t length = strlen(blanks[i]);
        if (length <= cell->length &&
            memcmp(at_end ? cell->bytes + cell->length - length : cell->bytes, blanks[i],
                   length) == 0)
            return length;
    }
    return 0;
}

struct cell cell_trimmed(struct cell cell) {
    size_t length;
    while ((length = blank_length(&cell, false)) > 0) {
        cell.bytes += length;
        cell.length -= length;
    }
    while ((length = blank_length(&cell, true)) > 0)
        cell.length -= length;
    return cell;
}

bool cell_is_blank(const struct csv_field *field) {
    return cell_trimmed((struct cell){field->bytes, field->length, false}).length == 0;
}
