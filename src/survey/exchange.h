/* exchange.csv: the answers to the questions that are apart (question_is_apart): one column per
 * variable, and for each accepted record a row, but no row is a person. The columns of each
 * question are sorted by what is in them, on their own: neither the order of the records nor
 * what one person answered to two questions is in the file, which is for counting only. Same
 * records, same bytes, whatever their order. Reader and writer own only their buffers. */
#ifndef SURVEY_EXCHANGE_H
#define SURVEY_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/diag.h"
#include "survey/answers.h"
#include "survey/questionnaire.h"

/* Writes the header line; only called where a question is apart (questionnaire_apart). */
void exchange_write_header(FILE *stream, const struct questionnaire *questionnaire);

/* Gets the answers of a row: questionnaire->variable_count of them, the others skipped. */
typedef void exchange_row_function(void *context, const struct answer *answers);

/* Reads path and hands over every row. A header or cell that this questionnaire cannot have
 * written, and another number of rows than the records that were accepted, is an error. Where
 * no question is apart, the file is empty. Returns false where there was one; ends the program
 * where the file cannot be read. */
bool exchange_read(const char *path, const struct questionnaire *questionnaire, size_t accepted,
                   struct diag *diag, exchange_row_function *function, void *context);

#endif
