/* What the law wants written about a survey, from what [privacy] says of it: nothing is made
 * up, and what is missing stays a gap that can be seen. */
#ifndef FORM_PRIVACY_H
#define FORM_PRIVACY_H

#include <stdio.h>

#include "form/manner.h"
#include "form/sheet.h"
#include "survey/questionnaire.h"

/* Writes the notice to be read before the first question, the record of processing, and the
 * files with the days of their deletion. */
void privacy_write(const struct questionnaire *questionnaire, const struct manner *manner,
                   FILE *stream);

/* The notice alone, with its heading, as a part of another form. on_sheets: contact data stand
 * on a sheet of their own, not in one form with the answers. */
void privacy_add_notice(const struct sheet *sheet, bool on_sheets);

#endif
