/* A table of text: a label column that wraps, then columns of figures (to the right) or words
 * (to the left, wrapping). All lies in the arena given to table_new; strings are not copied and
 * must live as long. */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "report/page.h"

enum { TABLE_MOST_COLUMNS = 210 };

struct table_column {
    const char *head;
    bool words;
    size_t cells; /* width of the widest cell */
};

struct table_row {
    const char *lead, *label;
    const char **cells;
    size_t count;
    struct table_row *next;
};

/* Made by the functions below; other forms of the report read it. */
struct table {
    struct arena *arena;
    const char *head;
    struct table_column columns[TABLE_MOST_COLUMNS];
    size_t column_count;
    struct table_row *first, *last;
};

/* head is over the label column. */
struct table *table_new(struct arena *arena, const char *head);
void table_add_figures(struct table *table, const char *head);
void table_add_words(struct table *table, const char *head);

/* A row; its cells follow by table_cell, in the order of the columns. lead ("1. ", "- ", "  ")
 * hangs before the label. */
void table_row(struct table *table, const char *lead, const char *label);
void table_cell(struct table *table, const char *cell);

/* Prints it; columns that do not fit beside each other follow as a further table with the same
 * labels. A table without rows or columns prints nothing. */
void table_print(const struct table *table, struct page *page);

#endif
