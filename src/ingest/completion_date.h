/* Dates of completion, in the forms of all form systems and spreadsheets. */
#ifndef INGEST_COMPLETION_DATE_H
#define INGEST_COMPLETION_DATE_H

#include <stdbool.h>

/* True where the folded form is a date, a time of day, a spreadsheet's day number or seconds
 * since 1970. 1980-01-01 is one, too: LimeSurvey writes it for anonymous answers. */
bool completion_is_date(const char *form);

#endif
