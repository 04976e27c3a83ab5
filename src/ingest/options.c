/* A single choice whose options have a column each, as SurveyMonkey exports it if told to. */
#include "ingest/decode.h"

/* The boxes of one question. */
struct boxes {
    struct answer answer;
    size_t ticked;
    bool shown, invalid;
    size_t last; /* the column of the last tick */
};

static void read(struct decoder *decoder, const struct question *question, struct boxes *boxes,
                 int64_t meaning, size_t column) {
    const struct cell cell = decoder_cell(decoder, column);
    if (column == 0)
        return;
    enum box box = box_read(decoder, question, meaning, &cell);
    boxes->shown = boxes->shown || box != BOX_NOT_SHOWN;
    if (box == BOX_UNKNOWN) {
        decoder_fault(decoder, FAULT_TICK, question, 0, column, &cell);
        boxes->invalid = true;
    } else if (box == BOX_TICKED) {
        boxes->ticked++;
        boxes->last = column;
        boxes->answer = meaning == SPELLING_DK ? (struct answer){ANSWER_DONT_KNOW, 0}
                                               : (struct answer){ANSWER_GIVEN, meaning};
    }
}

/* In the column of "other" stands the text, or a tick. */
static void read_other(struct decoder *decoder, const struct question *question,
                       struct boxes *boxes, size_t column) {
    const struct cell cell = decoder_cell(decoder, column);
    if (cell.length == 0)
        return;
    enum box box = box_read(decoder, question, (int64_t)question->other, &cell);
    if (box == BOX_NOT_SHOWN || box == BOX_EMPTY)
        return;
    boxes->ticked++;
    boxes->last = column;
    boxes->answer = (struct answer){ANSWER_GIVEN, (int64_t)question->other};
}

struct answer options_decode(struct decoder *decoder, const struct question *question,
                             const struct question_columns *columns) {
    struct boxes boxes = {.answer = {ANSWER_SKIPPED, 0}};
    for (size_t i = 0; i < columns->option_count; i++)
        read(decoder, question, &boxes, (int64_t)i, columns->options[i]);
    read(decoder, question, &boxes, SPELLING_DK, columns->dk);
    if (question->has_other)
        read_other(decoder, question, &boxes, columns->other_text);
    if (boxes.ticked > 1 && !boxes.invalid)
        decoder_fault(decoder, FAULT_TWO_OPTIONS, question, 0, boxes.last, NULL);
    if (boxes.invalid || boxes.ticked > 1)
        return (struct answer){ANSWER_INVALID, 0};
    if (!boxes.shown && boxes.ticked == 0)
        return (struct answer){ANSWER_NOT_SHOWN, 0};
    return boxes.answer;
}
