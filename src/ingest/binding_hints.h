/* What to do about columns that belong to no question, and about questions that have none.
 * Texts belong to the caller. */
#ifndef INGEST_BINDING_HINTS_H
#define INGEST_BINDING_HINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"
#include "ingest/binding_alone.h"
#include "ingest/columns.h"

/* Reports the columns that are nearly those of a question, each with the line of the
 * questionnaire that cures it, and all others in one line where the file fits. False, after
 * errors, where such a column may be the only one of a question. */
bool binding_report_unknown(const struct binding *binding,
                            const struct questionnaire *questionnaire,
                            const struct headings *headings, const struct alone_column *alone,
                            bool fits, const struct diag_place *place, struct diag *diag);

/* Appends the ids of all questions without a column, ", " between them, and returns how many
 * there are; those for contact data only where contacts are wanted, and what is kept apart only
 * where apart is. */
size_t binding_list_absent(const struct binding *binding,
                           const struct questionnaire *questionnaire, bool contacts, bool apart,
                           struct text *ids);

#endif
