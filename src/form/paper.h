/* The questionnaire on paper. */
#ifndef FORM_PAPER_H
#define FORM_PAPER_H

#include <stdio.h>

#include "form/manner.h"
#include "survey/questionnaire.h"

/* Writes the privacy notice and all questions, with room to write and the number of each answer
 * that the page for typing in takes. Contact data have a sheet of their own. */
void paper_write(const struct questionnaire *questionnaire, const struct manner *manner,
                 FILE *stream);

#endif
