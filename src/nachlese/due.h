/* Whether files should have been deleted before today. Nothing is kept after due_tell returns.
 */
#ifndef NACHLESE_DUE_H
#define NACHLESE_DUE_H

#include <stdbool.h>

#include "nachlese/run.h"
#include "survey/questionnaire.h"

/* Names on standard error every file that is there although its day is over: after
 * delete_raw_by the exports and what the folder holds of single respondents, after
 * delete_contact_by the contacts. False where there is none. */
bool due_tell(const struct questionnaire *questionnaire, const struct run_options *options);

#endif
