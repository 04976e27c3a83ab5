/* One sheet behind the first, as the layout says: its topics, then letters, what can be cited,
 * and the method box. */
#ifndef REPORT_SHEET_H
#define REPORT_SHEET_H

#include "report/layout.h"
#include "report/report.h"

/* left_out: something stands in the tables only; the method box says so. */
void sheet_write(const struct report *report, const struct layout_page *page, bool left_out);

/* How much room it takes, in the longest of the questionnaire's languages, with pictures in its
 * own: lines of text, empty ones included, and about how many hundredths of a line of a printed
 * page. */
struct sheet_size {
    size_t lines, printed;
};
struct sheet_size sheet_size(const struct report *report, const struct layout_page *page);

/* About how many hundredths of a line of a printed page the blocks take that page one has. */
size_t sheet_first_printed(const struct document *document);

#endif
