/* Whether files should have been deleted before today. Nothing is kept after a call. */
#ifndef NACHLESE_DUE_H
#define NACHLESE_DUE_H

#include <stdbool.h>

#include "nachlese/run.h"
#include "survey/questionnaire.h"

/* After delete_contact_by: names on standard error the contacts that the folder holds. False if
 * it holds none. */
bool due_say_contacts(const struct questionnaire *questionnaire,
                      const struct run_options *options);

/* Names what the folder holds of single respondents, where ingest found that the exports were
 * to be deleted (it has named those itself). */
void due_say_made(const struct questionnaire *questionnaire, const struct run_options *options);

#endif
