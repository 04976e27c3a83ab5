/* Answers that are not understood. A fault only points to what the record and the questionnaire
 * hold; texts belong to the caller. */
#ifndef INGEST_FAULT_H
#define INGEST_FAULT_H

#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"
#include "ingest/spelling.h"
#include "survey/questionnaire.h"

enum fault_kind {
    FAULT_UNKNOWN,
    FAULT_NUMBER,
    FAULT_WHOLE_NUMBER,
    FAULT_DECIMALS,
    FAULT_THOUSANDS,
    FAULT_RANGE,
    FAULT_UNIT,
    FAULT_TICK,
    FAULT_RANK,
    FAULT_SEPARATOR,
    FAULT_AMBIGUOUS,
    FAULT_FOLDED_CODES,
    FAULT_TWO_OPTIONS,
    FAULT_SAME_RANK,
    FAULT_SAME_OPTION,
    FAULT_DK_WITH_OTHERS,
    FAULT_EXCLUSIVE,
    FAULT_TOO_MANY,
    FAULT_NOT_ASKED,
    FAULT_TWO_COLUMNS,
    FAULT_TEXT_DROPPED, /* the answer counts, the text beside it was dropped */
    FAULT_TEXT_AMONG,   /* the answer counts, with text before or between its options */
    FAULT_KINDS
};

struct fault {
    enum fault_kind kind;
    const struct question *question;
    const char *item; /* the variable */
    size_t column;
    const char *bytes; /* the cell or the part of it; NULL: no single value is at fault */
    size_t length;
};

/* "invalid_value"; where the answer counts "text_dropped" or "text_among_options". */
const char *fault_code(enum fault_kind kind);
/* Appends the sentence that describes the fault; the value only where it can be no open text.
 */
void fault_explain(struct text *text, const struct fault *fault,
                   const struct spelling *spelling);
/* The same as a warning. */
void fault_warn(const struct fault *fault, const struct spelling *spelling, const char *file,
                size_t line, struct diag *diag);

#endif
