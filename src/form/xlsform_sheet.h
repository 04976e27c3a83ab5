/* A sheet of a workbook as a table with headings. All of it lives in the arena. */
#ifndef FORM_XLSFORM_SHEET_H
#define FORM_XLSFORM_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

struct sheet_row {
    const char **cells; /* as many as the row has, blanks at their ends left out */
    size_t count;
};

struct sheet {
    struct arena *arena;
    struct sheet_row head, *rows;
    size_t count, capacity;
};

/* Reads the sheet of that name. False where there is none, or where its CSV is malformed, of
 * which diag is told; the sheet is then empty. The caller frees it with sheet_free. */
bool sheet_read(struct sheet *sheet, struct arena *arena, const char *path, const char *name,
                struct diag *diag);
void sheet_free(struct sheet *sheet);

/* The cell below the heading, whatever its capitals; "" where there is no such column or cell.
 */
const char *sheet_cell(const struct sheet *sheet, size_t row, const char *heading);
/* The cell in that column; "" where the row is shorter. */
const char *sheet_at(const struct sheet *sheet, size_t row, size_t column);

#endif
