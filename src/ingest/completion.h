/* Whether a record was sent off, by what form systems write beside the answers: a date of
 * completion, or columns such as Status, Finished and MODE. What is neither a mark nor nothing
 * is unclear. Nothing is allocated that stays. */
#ifndef INGEST_COMPLETION_H
#define INGEST_COMPLETION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "ingest/columns.h"
#include "ingest/decoder.h"
#include "survey/questionnaire.h"

/* From the weakest to the strongest: one mark that speaks against a record is enough. */
enum completion {
    COMPLETION_DONE,
    COMPLETION_UNCLEAR,    /* whether it counts cannot be known */
    COMPLETION_UNFINISHED, /* broken off, or not sent off */
    COMPLETION_TEST,       /* a preview, a test of the organiser's, or spam */
    COMPLETION_HEADER      /* no record: a line of the header once more */
};

/* Binds the columns of systems that can be recognised by the others that they add, unless a
 * question has them; `ignore` in [ingest] takes any mark away. What is headed like a mark of a
 * system that is not known is one where every cell in the sample is a word for it, and so is
 * LimeSurvey's date of completion in whichever language by what is beside it. */
void completion_bind(struct binding *binding, const struct questionnaire *questionnaire,
                     const struct sample *sample);
/* What the record's marks say; *column becomes the one that decides, 0 where none speaks. */
enum completion completion_read(const struct decoder *decoder, size_t *column);
/* Keeps what a column said of a record that no other reason has taken out. */
void completion_take(struct binding *binding, size_t column, enum completion completion,
                     size_t line);
/* At the end of a file: how many records do not count, and by which columns; false after
 * reporting to diag where whether a record counts is unclear. */
bool completion_report(const struct binding *binding, const char *file, struct diag *diag);

#endif
