#include "ingest/ingest.h"

enum fit { FIT_UNKNOWN, FIT_YES, FIT_NO };

/* Would the value be an answer in that column? Words such as "Ja" and "1" are answers nearly
 * everywhere, so they say nothing; nor do columns that take any text. */
static enum fit find_fit(const struct decoder *decoder, const struct fault *fault,
                         size_t column) {
    const struct cell cell = {fault->bytes, fault->length, false};
    enum box box = box_word(&cell);
    if (column == 0 || column > decoder->binding->count || box == BOX_TICKED ||
        box == BOX_EMPTY)
        return FIT_UNKNOWN;
    const struct heading *heading = &decoder->binding->columns[column - 1].heading;
    if (heading->question == NULL)
        return FIT_UNKNOWN;
    int64_t value;
    switch (heading->question->type) {
    case QUESTION_NUMBER:
        return decoder_number(decoder, &cell, heading->question->decimals, &value) ? FIT_YES
                                                                                   : FIT_NO;
    case QUESTION_SINGLE:
    case QUESTION_MATRIX:
        if (heading->part != HEADING_VARIABLE)
            return FIT_UNKNOWN;
        value = spelling_find(decoder_spelling(decoder, heading->question), cell.bytes,
                              cell.length);
        return value != SPELLING_UNKNOWN ? FIT_YES : FIT_NO;
    default:
        return FIT_UNKNOWN;
    }
}

static bool is_foreign(const struct fault *fault) {
    return fault->bytes != NULL && (fault->kind == FAULT_UNKNOWN || fault->kind == FAULT_TICK ||
                                    fault->kind == FAULT_RANK || fault->kind == FAULT_NUMBER);
}

static bool fits_all(const struct decoder *decoder, bool forward) {
    const struct question *first = NULL;
    bool several = false, certain = false;
    for (size_t i = 0; i < decoder->fault_count; i++) {
        const struct fault *fault = &decoder->faults[i];
        if (!is_foreign(fault))
            continue;
        enum fit fit =
            find_fit(decoder, fault, forward ? fault->column + 1 : fault->column - 1);
        if (fit == FIT_NO)
            return false;
        certain = certain || fit == FIT_YES;
        several = several || (first != NULL && first != fault->question);
        first = fault->question;
    }
    return several && certain;
}

bool shift_found(const struct decoder *decoder) {
    return decoder->fault_count > 1 && (fits_all(decoder, true) || fits_all(decoder, false));
}
