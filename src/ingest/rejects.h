/* rejects.csv. The owner frees it with rejects_free; the stream stays the caller's, and stream
 * and questionnaire outlive it. */
#ifndef INGEST_REJECTS_H
#define INGEST_REJECTS_H

#include <stdbool.h>
#include <stdio.h>

#include "ingest/decoder.h"
#include "ingest/fault.h"
#include "ingest/verdict.h"
#include "survey/csv_reader.h"
#include "survey/questionnaire.h"

struct rejects;

/* Writes the header line. */
struct rejects *rejects_new(FILE *stream, const struct questionnaire *questionnaire);
void rejects_free(struct rejects *rejects);

/* One line for the record, with its coded answers where they may be shown; of answers that are
 * apart (question_is_apart) none ever is. */
void rejects_write_record(struct rejects *rejects, const char *file,
                          const struct decoder *decoder, const struct verdict *verdict,
                          const struct csv_record *record, bool shown);
/* One line for a value. Of an answer that is apart it says neither where it was read nor what
 * else that record holds, and comes at the end, by rejects_finish: with the line in the export
 * the same line of answers.csv would be known. */
void rejects_write_fault(struct rejects *rejects, const char *file,
                         const struct decoder *decoder, const struct fault *fault);
/* Writes what had to wait; once, after the last record. */
void rejects_finish(struct rejects *rejects);

#endif
