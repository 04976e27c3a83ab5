#include "ingest/box.h"

#include "base/utf8.h"
#include "ingest/decode.h"
#include "ingest/tick_words.h"

/* By itself a digit is read as LimeSurvey writes it. */
static const enum box boxes[] = {
    [TICK_OTHER] = BOX_UNKNOWN,       [TICK_YES] = BOX_TICKED, [TICK_NO] = BOX_EMPTY,
    [TICK_ZERO] = BOX_EMPTY,          [TICK_ONE] = BOX_TICKED, [TICK_TWO] = BOX_EMPTY,
    [TICK_NOT_SHOWN] = BOX_NOT_SHOWN,
};

enum box box_word(const struct cell *cell) {
    struct text form = {0};
    utf8_comparison_form(&form, cell->bytes, cell->length, true);
    enum box box = boxes[tick_class_plain(text_string(&form))];
    text_free(&form);
    return box;
}

/* The text beside "other" of a question that has no boxes. */
static enum box read_alone(const struct decoder *decoder, const struct question *question,
                           int64_t meaning, const struct cell *cell) {
    int64_t spelled =
        spelling_read(decoder_spelling(decoder, question), cell->bytes, cell->length);
    if (spelled == meaning)
        return BOX_TICKED;
    if (marks_declared(decoder->marks, cell))
        return BOX_EMPTY;
    if (marks_read(decoder->marks, cell) != MARK_NONE)
        return BOX_NOT_SHOWN;
    return box_word(cell);
}

enum box box_read(const struct decoder *decoder, const struct question *question,
                  int64_t meaning, const struct cell *cell) {
    if (cell->length == 0)
        return cell->missing ? BOX_NOT_SHOWN : BOX_EMPTY;
    return boxes_has(decoder->boxes, question)
               ? boxes_read(decoder->boxes, question, meaning, cell)
               : read_alone(decoder, question, meaning, cell);
}
