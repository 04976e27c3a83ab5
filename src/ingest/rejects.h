/* rejects.csv. Nothing is allocated that stays; the stream is the caller's. */
#ifndef INGEST_REJECTS_H
#define INGEST_REJECTS_H

#include <stdbool.h>
#include <stdio.h>

#include "ingest/decoder.h"
#include "ingest/fault.h"
#include "ingest/verdict.h"
#include "survey/csv_reader.h"
#include "survey/questionnaire.h"

void rejects_write_header(FILE *stream, const struct questionnaire *questionnaire);
/* One line for the record, with its coded answers where they may be shown. */
void rejects_write_record(FILE *stream, const char *file, const struct decoder *decoder,
                          const struct verdict *verdict, const struct csv_record *record,
                          bool shown);
void rejects_write_fault(FILE *stream, const char *file, const struct decoder *decoder,
                         const struct fault *fault);

#endif
