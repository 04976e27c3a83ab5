/* The questionnaire as a script for the telephone. */
#ifndef FORM_PHONE_H
#define FORM_PHONE_H

#include <stdio.h>

#include "form/manner.h"
#include "survey/questionnaire.h"

/* Writes what is read aloud, the privacy notice and the consent to take part before all
 * questions, and where is noted who asked, when, and the number of each answer. Contact data
 * have a sheet of their own. */
void phone_write(const struct questionnaire *questionnaire, const struct manner *manner,
                 FILE *stream);

#endif
