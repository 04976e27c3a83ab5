/* The column that tells respondents apart, where the questionnaire names it. Nothing is
 * allocated that stays. */
#ifndef INGEST_IDS_H
#define INGEST_IDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "ingest/binding.h"
#include "survey/questionnaire.h"

/* Binds the column of `[ingest] id`, which may be that of a question, too; false after telling
 * diag that there is none, or more than one. */
bool ids_bind(struct binding *binding, const struct questionnaire *questionnaire,
              const char *file, size_t line, struct diag *diag);

#endif
