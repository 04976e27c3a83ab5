/* What is noticed at many records of a file and said once, at its end. The owner frees remarks
 * with remarks_free; what is handed over outlives them. */
#ifndef INGEST_REMARKS_H
#define INGEST_REMARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "ingest/decoder.h"
#include "survey/answers.h"
#include "survey/questionnaire.h"

struct remarks;

struct remarks *remarks_new(const struct questionnaire *questionnaire, struct diag *diag);
void remarks_free(struct remarks *remarks);
/* Forgets what was noticed in the file before. */
void remarks_start(struct remarks *remarks, const char *file);

/* An answer that is no option was taken as text of "other". */
void remarks_take_other(struct remarks *remarks, const struct question *question, size_t line);
/* What the decoder noticed in a record that counts. */
void remarks_take_notice(struct remarks *remarks, const struct notice *notice, size_t line);
/* A number question was answered, understood or not. */
void remarks_take_number(struct remarks *remarks, const struct question *question);
/* A duplicate of a record in this file, or in one before. */
void remarks_take_duplicate(struct remarks *remarks, bool of_this_file);
/* A later record of somebody declines quotes or contact. */
void remarks_take_withdrawal(struct remarks *remarks, size_t line);
/* A row that counts and is the same as an earlier one; suspicious where that can hardly be
 * chance. */
void remarks_take_twin(struct remarks *remarks, size_t line, bool suspicious);
/* The header has row numbers in a first column. */
void remarks_take_row_numbers(struct remarks *remarks);
/* The file has digits for Y and N. */
void remarks_take_digits(struct remarks *remarks);

/* Says all of it; records: how many the file has. */
void remarks_report(const struct remarks *remarks, size_t records);
/* How many records were read and what became of them; manner is behind it. file may be NULL:
 * all of them. */
void remarks_report_counts(struct diag *diag, const char *file,
                           const size_t counts[STATUS_COUNT], const char *manner);
/* How many records held contact data alone and are counted by others; nothing where none did.
 */
void remarks_report_contacts(struct diag *diag, const char *file, size_t count);
/* The same for a form of its own for what is kept apart. */
void remarks_report_apart(struct diag *diag, const char *file, size_t count, size_t others,
                          const char *manner);

#endif
