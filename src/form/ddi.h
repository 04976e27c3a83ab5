/* The questionnaire for question banks and archives: DDI Codebook 2.5. */
#ifndef FORM_DDI_H
#define FORM_DDI_H

#include <stdio.h>

#include "survey/questionnaire.h"

/* Writes the study, its questions and their answers in all languages. There are no answers of
 * people in it, nor numbers of any, and contact data are left out. */
void ddi_write(const struct questionnaire *questionnaire, FILE *stream);

#endif
