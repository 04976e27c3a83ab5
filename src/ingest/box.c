#include "ingest/decode.h"

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
