#include "ingest/box.h"

#include <string.h>

#include "base/utf8.h"
#include "ingest/decode.h"

/* Words in folded form. 1 and 2 are what LimeSurvey's export page offers instead of Y and N; NA
 * is what R writes. */
static const struct {
    const char *word;
    enum box box;
} words[] = {
    {"y", BOX_TICKED},      {"1", BOX_TICKED},     {"yes", BOX_TICKED},
    {"ja", BOX_TICKED},     {"x", BOX_TICKED},     {"true", BOX_TICKED},
    {"wahr", BOX_TICKED},   {"n", BOX_EMPTY},      {"0", BOX_EMPTY},
    {"2", BOX_EMPTY},       {"no", BOX_EMPTY},     {"nein", BOX_EMPTY},
    {"false", BOX_EMPTY},   {"falsch", BOX_EMPTY}, {"not selected", BOX_EMPTY},
    {"n/a", BOX_NOT_SHOWN}, {"na", BOX_NOT_SHOWN}, {"null", BOX_NOT_SHOWN},
};

enum box box_word(const struct cell *cell) {
    /* The common case without any conversion. */
    if (cell->length == 1) {
        if (strchr("Yy1Xx", cell->bytes[0]) != NULL)
            return BOX_TICKED;
        return strchr("Nn02", cell->bytes[0]) != NULL ? BOX_EMPTY : BOX_UNKNOWN;
    }
    struct text form = {0};
    utf8_comparison_form(&form, cell->bytes, cell->length, true);
    enum box box = BOX_UNKNOWN;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i].word, text_string(&form)) == 0)
            box = words[i].box;
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
