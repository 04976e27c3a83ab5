/* A column of all ticks beside a column for each option, as KoboToolbox writes both: the
 * columns of the options count, and the summary is only compared with them. */
#ifndef INGEST_SUMMARY_COLUMN_H
#define INGEST_SUMMARY_COLUMN_H

#include <stdbool.h>

#include "base/diag.h"
#include "ingest/columns.h"
#include "ingest/decoder.h"
#include "survey/questionnaire.h"

/* Finds such questions; the summary is no longer the question's column. */
void summary_column_bind(struct binding *binding, const struct questionnaire *questionnaire);
/* Reads the summaries of a record that is about to be decoded. */
void summary_column_read(struct binding *binding, struct decoder *decoder,
                         const struct csv_record *record);
/* Keeps where the decoded answers differ from what was read. */
void summary_column_compare(struct binding *binding, const struct decoder *decoder);
/* Says at the end of a file how often they did. */
void summary_column_warn(const struct binding *binding, const char *file, struct diag *diag);

#endif
