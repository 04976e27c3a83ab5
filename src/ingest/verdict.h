/* The status of a record, and what may be wrong with its form. Nothing is allocated that stays.
 */
#ifndef INGEST_VERDICT_H
#define INGEST_VERDICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/text.h"
#include "ingest/columns.h"
#include "ingest/completion.h"
#include "ingest/decoder.h"
#include "ingest/respondents.h"
#include "survey/answers.h"
#include "survey/csv_reader.h"
#include "survey/header_rows.h"
#include "survey/questionnaire.h"

enum reason {
    REASON_NONE,
    REASON_FIELD_TOO_LONG,
    REASON_FIELD_COUNT,
    REASON_NUL_BYTE,
    REASON_INVALID_UTF8,
    REASON_REPEATED_HEADER,
    REASON_ALL_EMPTY,
    REASON_SHIFTED,
    REASON_NOT_UNDERSTOOD,
    REASON_NO_CONSENT,
    REASON_ORIGIN,
    REASON_WITHDRAWN,
    REASON_DUPLICATE,
    REASON_PREVIEW,
    REASON_INCOMPLETE,
    REASONS
};

struct verdict {
    enum answer_status status;
    enum reason reason;
    size_t column;  /* where one is at fault */
    uint64_t first; /* the respondent whose record was accepted before with the same token or
                       id; 0: none, or the record is no answer of anybody */
    enum completion completion; /* what the form system says of it */
    size_t mark;                /* the column that says so; 0: none */
    bool nameless;              /* the record has neither token nor id */
};

/* What can be seen before the answers are decoded: REASON_NONE where the record is sound. */
struct verdict verdict_of_form(const struct binding *binding, const struct header *header,
                               const struct csv_record *record);
/* Warns where a cell of the record seems to hold others: a quotation mark that is never closed
 * is closed by the next one in the file, perhaps in the record below, and what lies between is
 * one cell. fields: how many a record has. */
void verdict_warn_swallowed(const struct csv_record *record, size_t fields, char delimiter,
                            const char *file, struct diag *diag);
/* The rest. respondents remembers those that were accepted; this one gets the number
 * respondent. withheld says that answers may not be used although the record is not rejected.
 */
struct verdict verdict_of_answers(const struct decoder *decoder, const struct question *consent,
                                  struct respondents *respondents, uint64_t respondent,
                                  bool *withheld);
/* Nobody knows how a record came whose column nachlese_origin holds another word. */
struct verdict verdict_of_origin(size_t column);
/* Of a record whose answers were taken back. */
struct verdict verdict_of_withdrawn(void);
const char *verdict_code(enum reason reason);
void verdict_explain(struct text *text, const struct verdict *verdict,
                     const struct csv_record *record, const struct binding *binding);

#endif
