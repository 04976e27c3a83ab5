/* released.csv: the quotations that an organiser has released, as nachlese-quotes writes and
 * nachlese-report prints them. Columns question,text; the text in tidy form
 * (survey/quotation.h), written as free text (survey/csv_writer.h); each text of a question
 * once. Nothing in it shows who wrote what or when. */
#ifndef SURVEY_RELEASED_H
#define SURVEY_RELEASED_H

#include <stddef.h>
#include <stdio.h>

#include "base/diag.h"
#include "survey/questionnaire.h"

struct released_quotation {
    const struct question *question;
    char *text; /* tidy; never empty */
};

/* Owns the texts; freed by released_free. The questionnaire must outlive it. */
struct released {
    struct released_quotation *rows; /* by question in the order of the questionnaire, then by
                                        number, whatever the order of the file */
    size_t count, capacity;
};

void released_write_header(FILE *stream);
void released_write(FILE *stream, const struct question *question, const char *tidy);

/* Reads path ("-": standard input). NULL after reporting to diag, without any text, what is not
 * as written above: another header or encoding, a question that the questionnaire has not or
 * that must not be quoted (quotation_allowed), a text that is not tidy. */
struct released *released_read(const char *path, const struct questionnaire *questionnaire,
                               struct diag *diag);
void released_free(struct released *released);

/* How many quotations of a question there are; *first is the first of them, the others are
 * behind it. 0 for NULL. */
size_t released_of(const struct released *released, const struct question *question,
                   const struct released_quotation **first);

#endif
