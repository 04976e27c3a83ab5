/* Columns that say whether a record was sent off where no system is known by its headings: by
 * what stands in all of their cells. Nothing is allocated that stays. */
#ifndef INGEST_COMPLETION_GUESS_H
#define INGEST_COMPLETION_GUESS_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/sample.h"

/* True where the folded form, "" for an empty cell, can stand in the column. */
typedef bool completion_cell_test(const char *form, const void *context);

/* True where the column, from 1, has a filled cell and passes the test in each record. */
bool completion_guess(const struct sample *sample, size_t column, completion_cell_test *test,
                      const void *context);
/* True where the column holds dates, and nothing else but empty cells. */
bool completion_guess_date(const struct sample *sample, size_t column);
/* True where this column and the three behind it are LimeSurvey's id, submitdate, lastpage and
 * startlanguage by their cells: it heads them in the language of whoever exports. */
bool completion_guess_limesurvey(const struct sample *sample, size_t column);

#endif
