/* Writes made-up respondents as a form system would: the form that LimeSurvey's export with
 * question codes and answer codes has since version 6.4. A question that was shown and left
 * empty is "", one that was not shown is nothing. Nothing is allocated; write errors stay on
 * the stream. */
#ifndef SIMULATE_EXPORT_H
#define SIMULATE_EXPORT_H

#include <stdint.h>
#include <stdio.h>

#include "simulate/person.h"
#include "survey/questionnaire.h"

void export_header(FILE *stream, const struct questionnaire *questionnaire);

/* One record; record is its number in the column "id". Open answers are in language ("de" or
 * "en"). */
void export_record(FILE *stream, struct person *person, uint64_t record, const char *language);

#endif
