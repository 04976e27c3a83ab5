/* The renderer of workbooks: a sheet of contents with links, then a sheet for each numbered
 * part of a document. Numbers are numbers with formats; text is never a formula. The same
 * document makes the same bytes. */
#ifndef REPORT_SPREADSHEET_H
#define REPORT_SPREADSHEET_H

#include <time.h>

#include "base/text.h"
#include "report/document.h"
#include "wording/voice.h"

struct spreadsheet_settings {
    const struct voice *voice;
    const char *language; /* "de" */
    time_t created;       /* what the file says of when it was made */
};

/* Appends the workbook of a document. Ends the program where no temporary file can be written.
 */
void spreadsheet_write(struct text *bytes, const struct document *document,
                       const struct spreadsheet_settings *settings);

#endif
