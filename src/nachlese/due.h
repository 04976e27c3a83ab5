/* Whether files should have been deleted before today. Nothing is kept after a call. */
#ifndef NACHLESE_DUE_H
#define NACHLESE_DUE_H

#include <stdbool.h>

#include "nachlese/run.h"
#include "survey/deletion.h"
#include "survey/questionnaire.h"

/* After that day: names on standard error all that the folder holds of what should be gone by
 * then. False where it holds nothing of it, and before that day. */
bool due_say(const struct questionnaire *questionnaire, const struct run_options *options,
             enum deletion deletion);

#endif
