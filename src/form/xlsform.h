/* The questionnaire as an XLSForm, the workbook that KoboToolbox, ODK and others take for a
 * form: sheets survey, choices and settings. nachlese-form(1) says which question becomes what,
 * and what is lost. The same questionnaire makes the same bytes. */
#ifndef FORM_XLSFORM_H
#define FORM_XLSFORM_H

#include <stdio.h>

#include "survey/questionnaire.h"

/* Writes a questionnaire that was checked. Ends the program where no temporary file can be
 * written; other write errors stay on the stream. */
void xlsform_write(const struct questionnaire *questionnaire, FILE *stream);

#endif
