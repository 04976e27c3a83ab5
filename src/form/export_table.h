/* An export as a table, read whole without any questionnaire: its columns, what is over each,
 * and its cells. What form systems add is known by survey/metadata.h. */
#ifndef FORM_EXPORT_TABLE_H
#define FORM_EXPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct export_column {
    const char
        *heading; /* as written, without blanks around it; of two rows joined: "Q [item]" */
    bool added;   /* by the form system or by a program: no question */
    const char **cells; /* of each record, trimmed; NULL where nothing is there, also where a
                           mark such as NA says so */
};

struct export_table {
    struct export_column *columns;
    size_t count;
    size_t records;
    size_t
        skipped;  /* records that are not as long as the header, and cells that are no UTF-8 */
    void *memory; /* its own */
};

/* Reads a CSV file or the first sheet of a workbook: encoding, delimiter, two rows of headings
 * and numbered rows are found as nachlese-ingest(1) does. NULL after reporting to diag why it
 * cannot be read. A file that cannot be opened ends the program with EXIT_NO_INPUT. */
struct export_table *export_table_read(const char *path, struct diag *diag);
/* NULL is fine. */
void export_table_free(struct export_table *table);

#endif
