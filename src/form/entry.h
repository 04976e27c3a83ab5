/* The page on which somebody types in what others answered on paper or by telephone. */
#ifndef FORM_ENTRY_H
#define FORM_ENTRY_H

#include <stdio.h>

#include "form/manner.h"
#include "survey/questionnaire.h"

/* Writes the page of all questions but those for contact data. */
void entry_write(const struct questionnaire *questionnaire, const struct manner *manner,
                 FILE *stream);
/* Writes the page of the questions for contact data, of those that go with them to the list of
 * contacts, and of the consent to take part. It keeps nothing in any storage. */
void entry_write_contacts(const struct questionnaire *questionnaire,
                          const struct manner *manner, FILE *stream);

#endif
