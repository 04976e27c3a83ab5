/* What makes a header unusable. Each function reports to diag and returns false. Nothing is
 * allocated. */
#ifndef INGEST_BINDING_CHECK_H
#define INGEST_BINDING_CHECK_H

#include <stdbool.h>

#include "base/diag.h"
#include "ingest/columns.h"
#include "survey/csv_reader.h"
#include "survey/questionnaire.h"

/* Every heading is there, and is text. */
bool binding_check_header(const struct csv_record *header, const char *file, struct diag *diag);
/* At least half of the questions have a column, or all that are kept apart and the contact
 * data: those of a form of their own. */
bool binding_fits(const struct binding *binding, const struct questionnaire *questionnaire);
/* The file is of a form of its own for what is kept apart, as --to limesurvey --two makes: its
 * records are no answers to the other questions. */
bool binding_is_of_contacts(const struct binding *binding,
                            const struct questionnaire *questionnaire);
/* Nothing that is kept apart has a column, though it is asked: it may be in such a file. */
bool binding_is_without_contacts(const struct binding *binding,
                                 const struct questionnaire *questionnaire);
/* Reports that they have not. */
void binding_refuse_unfit(const struct binding *binding,
                          const struct questionnaire *questionnaire,
                          const struct diag_place *place, struct diag *diag);
/* No question is there in part, or in two forms. */
bool binding_check_questions(const struct binding *binding,
                             const struct questionnaire *questionnaire,
                             const struct diag_place *place, struct diag *diag);

#endif
