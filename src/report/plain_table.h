/* Tables as lines of text. */
#ifndef REPORT_PLAIN_TABLE_H
#define REPORT_PLAIN_TABLE_H

#include "base/text.h"
#include "report/bars.h"
#include "report/table.h"

/* Appends heads and rows; without its title and its notes. Columns that do not fit beside each
 * other follow as a further table with the same labels, after an empty line. */
void plain_table(struct text *text, const struct table *table, const struct bar_style *style);

/* The same below a heading of complete lines; one line of it is put before the heads, if there
 * is room. order names the heads in one line, which stands instead of them where they would
 * take several: those drift from their columns in a font whose letters are not of one width, in
 * which an e-mail is often read. */
void plain_table_below(struct text *text, const struct text *heading, const struct table *table,
                       const struct bar_style *style, const char *order);

#endif
