#include "ingest/shift.h"

enum fit { FIT_UNKNOWN, FIT_YES, FIT_NO };

/* Would the value be an answer in that column? Words such as "Ja" and "1" are answers nearly
 * everywhere, so they say nothing; nor do columns that take any text. */
static enum fit find_fit(const struct decoder *decoder, const struct cell *cell,
                         size_t column) {
    enum box box = box_word(cell);
    if (column == 0 || column > decoder->binding->count || box == BOX_TICKED ||
        box == BOX_EMPTY || marks_read(decoder->marks, cell) != MARK_NONE)
        return FIT_UNKNOWN;
    const struct heading *heading = &decoder->binding->columns[column - 1].heading;
    if (heading->question == NULL)
        return FIT_UNKNOWN;
    int64_t value;
    switch (heading->question->type) {
    case QUESTION_NUMBER:
        return decoder_number(decoder, cell, heading->question->decimals, &value) ? FIT_YES
                                                                                  : FIT_NO;
    case QUESTION_SINGLE:
    case QUESTION_MATRIX:
        if (heading->part != HEADING_VARIABLE)
            return FIT_UNKNOWN;
        value = spelling_find(decoder_spelling(decoder, heading->question), cell->bytes,
                              cell->length);
        if (value == SPELLING_UNKNOWN)
            value = spelling_find_number(decoder_spelling(decoder, heading->question),
                                         cell->bytes, cell->length);
        return value != SPELLING_UNKNOWN ? FIT_YES : FIT_NO;
    default:
        return FIT_UNKNOWN;
    }
}

static bool is_foreign(const struct fault *fault) {
    static const bool foreign[FAULT_KINDS] = {
        [FAULT_UNKNOWN] = true,   [FAULT_TICK] = true,         [FAULT_RANK] = true,
        [FAULT_NUMBER] = true,    [FAULT_WHOLE_NUMBER] = true, [FAULT_DECIMALS] = true,
        [FAULT_THOUSANDS] = true,
    };
    return fault->bytes != NULL && foreign[fault->kind];
}

/* What is known of the values of a record that are no answers where they stand. */
struct slip {
    const struct decoder *decoder;
    bool forward;
    const struct question *question;
    size_t first, last; /* columns */
    bool several, certain;
};

static size_t neighbour(bool forward, size_t column) {
    return forward ? column + 1 : column - 1;
}

/* False where the value would be no answer in the next column either. */
static bool fits(struct slip *slip, const struct question *question, const struct cell *cell,
                 size_t column) {
    enum fit fit = find_fit(slip->decoder, cell, neighbour(slip->forward, column));
    slip->certain = slip->certain || fit == FIT_YES;
    slip->several = slip->several || (slip->question != NULL && slip->question != question);
    slip->question = question;
    if (slip->first == 0 || column < slip->first)
        slip->first = column;
    if (column > slip->last)
        slip->last = column;
    return fit != FIT_NO;
}

/* Whatever moved the first of them and the last moved all between them: an answer there that is
 * one where it stands, and would be none beside, has not moved. */
static bool is_contradicted(const struct slip *slip) {
    for (size_t column = slip->first; column <= slip->last; column++) {
        const struct cell cell = decoder_cell(slip->decoder, column);
        if (cell.length > 0 && find_fit(slip->decoder, &cell, column) == FIT_YES &&
            find_fit(slip->decoder, &cell, neighbour(slip->forward, column)) == FIT_NO)
            return true;
    }
    return false;
}

/* What was taken for the text of "other" may have slipped there too. */
static bool fits_all(const struct decoder *decoder, bool forward) {
    struct slip slip = {.decoder = decoder, .forward = forward};
    for (size_t i = 0; i < decoder->fault_count; i++) {
        const struct fault *fault = &decoder->faults[i];
        const struct cell cell = {fault->bytes, fault->length, false};
        if (is_foreign(fault) && !fits(&slip, fault->question, &cell, fault->column))
            return false;
    }
    for (size_t i = 0; i < decoder->text_count; i++) {
        const struct open_text *text = &decoder->texts[i];
        const struct cell cell = {text->bytes, text->length, false};
        if (text->no_option && !fits(&slip, text->question, &cell, text->column))
            return false;
    }
    return slip.several && slip.certain && !is_contradicted(&slip);
}

bool shift_found(const struct decoder *decoder) {
    return decoder->fault_count + decoder->text_count > 1 &&
           (fits_all(decoder, true) || fits_all(decoder, false));
}
