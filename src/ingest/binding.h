/* Which column is what, by the header. The owner frees a binding with binding_free; the
 * questionnaire outlives it. */
#ifndef INGEST_BINDING_H
#define INGEST_BINDING_H

#include "base/diag.h"
#include "ingest/columns.h"
#include "ingest/left_out.h"
#include "ingest/sample.h"
#include "survey/csv_reader.h"
#include "survey/headings.h"
#include "survey/questionnaire.h"

/* Binds the header; NULL after reporting to diag where a column is ambiguous, doubled or
 * missing, or where the file does not look like answers to the questionnaire. Headings that
 * mean something as written go first, then what form systems add, then rows and options without
 * their question, then what was added to a heading or destroyed in it, then second columns of
 * questions, which sample, the beginning of the file, decides. */
struct binding *binding_new(const struct questionnaire *questionnaire,
                            const struct headings *headings, struct left_out *left_out,
                            const struct csv_record *header, const struct sample *sample,
                            struct diag *diag);
void binding_free(struct binding *binding);

#endif
