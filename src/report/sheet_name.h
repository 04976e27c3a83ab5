/* Names of the sheets of a workbook: at most 31 characters of UTF-16, without those that
 * spreadsheets forbid, and none twice, in whichever case. */
#ifndef REPORT_SHEET_NAME_H
#define REPORT_SHEET_NAME_H

#include <stddef.h>

#include "base/arena.h"

struct sheet_names {
    struct arena *arena; /* the caller's; names live as long */
    const char **name;
    size_t count, capacity;
};

/* Start with the arena alone; free with sheet_names_free, which leaves the names. */
void sheet_names_free(struct sheet_names *names);

/* The name for the next sheet, from its title: what is forbidden becomes a blank, what is too
 * long is cut, what is there already gets a number. */
const char *sheet_name_add(struct sheet_names *names, const char *title);

#endif
