/* A table as data: a label column, then columns of figures (to the right), words (to the left,
 * wrapping) or bars. All lies in the arena given to table_new; strings are not copied and must
 * live as long. plain_table.h makes text of it, html_table.h HTML. */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "report/page.h"

enum { TABLE_MOST_COLUMNS = 210 };

enum table_column_kind { TABLE_FIGURES, TABLE_WORDS, TABLE_BARS };

struct table_column {
    const char *head;
    enum table_column_kind kind;
    const char *banner; /* over this and its neighbours with the same pointer; NULL: none */
    size_t width;       /* of the widest cell */
};

enum table_cell_kind {
    TABLE_TEXT,   /* text alone */
    TABLE_NUMBER, /* text, and the number that it says */
    TABLE_SHARE,  /* text in percent, and the share from 0.0 to 1.0 */
    TABLE_LIMIT,  /* text that says a limit in percent ("> 99"), and the share */
    TABLE_BAR     /* count of base; no text */
};

struct table_cell {
    enum table_cell_kind kind;
    const char *text;    /* never NULL */
    double value;        /* number, share and limit */
    int decimals;        /* how many of the number are shown */
    int64_t count, base; /* bar */
};

struct table_row {
    const char *lead, *label;
    struct table_cell *cells;
    size_t count;
    struct table_row *next;
};

/* A note at the foot. */
struct table_note {
    const char *sign, *text;
    struct table_note *next;
};

/* Made by the functions below; the renderers read it. */
struct table {
    struct arena *arena;
    const char *head, *title; /* title: "" where it has none */
    struct table_column columns[TABLE_MOST_COLUMNS];
    size_t column_count;
    const char *banner; /* of the columns that are added next */
    struct table_row *first, *last;
    struct table_note *first_note, *last_note;
};

/* head is over the label column. */
struct table *table_new(struct arena *arena, const char *head);

/* "Tabelle 2. TITLE", numbered by the renderer in the order of appearance; tables without a
 * title are not counted. */
void table_set_title(struct table *table, const char *title);

/* Columns, all before the first row. */
void table_add_figures(struct table *table, const char *head);
void table_add_words(struct table *table, const char *head);
/* Bars of the figures in the next column. Give that one the head "": this head is over both.
 * Ten boxes of text stand for the base; `--no-bars` leaves the bars out, then the head is over
 * the figures alone. */
void table_add_bars(struct table *table, const char *head);
/* Columns that are added from now on have this head in common, above their own; NULL: none. */
void table_set_banner(struct table *table, const char *banner);

/* A row; its cells follow by the functions below, in the order of the columns. lead ("1. ",
 * "- ", "  ") hangs before the label. */
void table_row(struct table *table, const char *lead, const char *label);
/* Words, or a figure that is no number for a spreadsheet ("20 von 26", "·"). */
void table_cell(struct table *table, const char *cell);
/* A figure and the number that a spreadsheet gets. */
void table_value(struct table *table, const char *text, double value);
/* A figure in percent; share from 0.0 to 1.0 is what a spreadsheet gets. */
void table_share(struct table *table, const char *text, double share);
/* A limit in percent, as the text says it, of this share. */
void table_limit(struct table *table, const char *text, double share);
/* How many decimals the number in the last cell has as it is shown; 0 where this is not called.
 */
void table_set_decimals(struct table *table, int decimals);
/* A bar: 0 <= count <= base. base 0 makes an empty cell. */
void table_bar(struct table *table, int64_t count, int64_t base);

/* A note at the foot, in the order of calls: "·  Zahl unter 3". sign "" makes it a plain line.
 */
void table_note(struct table *table, const char *sign, const char *text);

/* For forms that have no column for bars: the bars of column i, which is one of bars, come into
 * the cells of the next column, over which their head is, too. */
bool table_bars_span(const struct table *table, size_t i);
/* True for a column that has no cells of its own there; bars: bars are drawn at all. */
bool table_is_left_out(const struct table *table, size_t i, bool bars);
/* How many of the columns first..end-1 have cells there. */
size_t table_columns_shown(const struct table *table, size_t first, size_t end, bool bars);
/* The head of a column there: its own, or that of the bars in it. */
const char *table_head_shown(const struct table *table, size_t i);
/* The end of the run of columns from first on that have one banner, or none. */
size_t table_banner_end(const struct table *table, size_t first);
bool table_has_banner(const struct table *table);

/* Adds it to the page, set apart by empty lines. A table without rows or columns adds nothing.
 */
void table_print(const struct table *table, struct page *page);

#endif
