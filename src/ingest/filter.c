/* Questions that were put only to some (asked_if). */
#include "ingest/decode.h"
#include "survey/condition.h"

static size_t first_bound(const size_t *columns, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (columns[i] != 0)
            return columns[i];
    return 0;
}

/* Where somebody who looks for the question in the file will find it. */
static size_t first_column(const struct question_columns *columns) {
    size_t column = columns->whole;
    if (column == 0)
        column = first_bound(columns->items, columns->item_count);
    if (column == 0)
        column = first_bound(columns->options, columns->option_count);
    return column != 0 ? column : first_bound(columns->ranks, columns->rank_count);
}

/* Returns true where there were any. */
static bool drop_texts(struct decoder *decoder, const struct question *question) {
    size_t kept = 0, before = decoder->text_count;
    for (size_t i = 0; i < decoder->text_count; i++)
        if (decoder->texts[i].question != question)
            decoder->texts[kept++] = decoder->texts[i];
    decoder->text_count = kept;
    return kept < before;
}

void filter_apply(struct decoder *decoder) {
    const struct questionnaire *questionnaire = decoder->questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (condition_is_met(question, decoder->answers))
            continue;
        bool texts = drop_texts(decoder, question);
        if (!condition_apply(question, decoder->answers) || texts)
            decoder_fault(decoder, FAULT_NOT_ASKED, question, 0,
                          first_column(&decoder->binding->questions[i]), NULL);
    }
}
