/* The tables of a page and of a workbook as rows of cells. They live in the arena. */
#ifndef VERIFY_TABLE_CELLS_H
#define VERIFY_TABLE_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "verify/csv.h"

struct cell {
    const char *text; /* blanks that do not break are blanks, narrow ones are gone */
    size_t line;
    bool figure; /* <td> */
};

struct table_row {
    struct cell *cells;
    size_t count;
};

struct table_cells {
    const char *title; /* "Tabelle 3. Antworten" */
    size_t line;
    struct table_row *rows;
    size_t count;
};

struct table_list {
    struct table_cells *tables;
    size_t count;
};

/* All <table> of a page. A cell over several columns is one cell. */
struct table_list table_cells_of_page(struct arena *arena, const char *page);

/* A cell as a number; a decimal comma and a minus sign are fine. *decimals: digits behind the
 * mark. False where it is none. */
bool table_cells_number(const char *text, double *value, int *decimals);

#endif
