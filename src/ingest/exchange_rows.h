/* What goes into exchange.csv (survey/exchange.h) while records are read. Memory grows with how
 * many different answers a question has, not with the records. The owner frees it with
 * exchange_rows_free; the questionnaire outlives it. */
#ifndef INGEST_EXCHANGE_ROWS_H
#define INGEST_EXCHANGE_ROWS_H

#include <stdio.h>

#include "survey/answers.h"
#include "survey/questionnaire.h"

struct exchange_rows;

struct exchange_rows *exchange_rows_new(const struct questionnaire *questionnaire);
void exchange_rows_free(struct exchange_rows *rows);

/* The answers of an accepted record: questionnaire->variable_count of them. */
void exchange_rows_add(struct exchange_rows *rows, const struct answer *answers);

/* Writes the file, each question's answers in an order of their own. */
void exchange_rows_write(struct exchange_rows *rows, FILE *stream);

#endif
