/* The parts of nachlese-form. Nothing is kept; the questionnaire stays the caller's. */
#ifndef FORM_FORM_H
#define FORM_FORM_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"
#include "survey/questionnaire.h"

/* Tells what the loader does not look at: placeholders of ready-made sentences that no figure
 * can stand for; false where there is one. Warns of what is allowed but will probably hurt:
 * column headings that could mean two things, contact data without consent or without a date of
 * deletion, no purpose. */
bool check_questionnaire(const struct questionnaire *questionnaire, struct diag *diag);

/* Writes codebook.csv: question,section,type,measure,role,item,category,position,label_LANG...
 * Write errors stay on the stream. */
void codebook_write(const struct questionnaire *questionnaire, FILE *stream);

#endif
