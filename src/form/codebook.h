/* The questionnaire as a table: what the codes in files mean. */
#ifndef FORM_CODEBOOK_H
#define FORM_CODEBOOK_H

#include <stdio.h>

#include "survey/questionnaire.h"

/* Writes codebook.csv: question,section,type,measure,role,item,category,position,label_LANG...
 * Write errors stay on the stream. */
void codebook_write(const struct questionnaire *questionnaire, FILE *stream);

#endif
