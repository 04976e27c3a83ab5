/* Questions whose answer is spread over several columns, or several answers in one: ticks and
 * ranks. */
#include "base/number.h"
#include "ingest/choice.h"
#include "ingest/marks.h"
#include "ingest/rank_word.h"

void choice_fail(struct decoder *decoder, const struct question *question,
                 struct choice *choice, enum fault_kind kind, size_t column,
                 const struct cell *cell) {
    if (!choice->invalid)
        decoder_fault(decoder, kind, question, 0, column, cell);
    choice->invalid = true;
}

void choice_take(struct decoder *decoder, const struct question *question,
                 struct choice *choice, size_t option, int64_t value) {
    struct answer *answer = &decoder->answers[question->first_variable + option];
    if (answer->state != ANSWER_GIVEN)
        choice->chosen++;
    *answer = (struct answer){ANSWER_GIVEN, value};
}

/* A dash or a dot is no text, unless the option is called so. */
static bool is_no_text(const struct decoder *decoder, const struct question *question,
                       const struct cell *cell) {
    return spelling_is_signs(cell->bytes, cell->length) &&
           (cell->length == 0 || spelling_find(decoder_spelling(decoder, question), cell->bytes,
                                               cell->length) != (int64_t)question->other);
}

/* The column beside "other" holds the text, in our own files a tick. That it is empty does not
 * show that it was on the form: up to version 6.2 LimeSurvey writes "" there also where all
 * boxes are N/A. */
static void read_other(struct decoder *decoder, const struct question *question,
                       struct choice *choice, size_t column) {
    const struct cell cell = decoder_open_cell(decoder, column);
    if (is_no_text(decoder, question, &cell))
        return;
    enum box box = box_read(decoder, question, (int64_t)question->other, &cell);
    if (box == BOX_NOT_SHOWN)
        return;
    choice->shown = true;
    if (box == BOX_EMPTY)
        return;
    choice_take(decoder, question, choice, question->other, 1);
    if (box == BOX_UNKNOWN)
        decoder_add_text(decoder, question, &cell, column, false);
}

static void read_boxes(struct decoder *decoder, const struct question *question,
                       const struct question_columns *columns, struct choice *choice) {
    for (size_t i = 0; i < columns->item_count; i++) {
        if (question->has_other && question->other == i) {
            read_other(decoder, question, choice, columns->other_text);
            if (columns->other_box != 0)
                read_other(decoder, question, choice, columns->other_box);
            continue;
        }
        const struct cell cell = decoder_cell(decoder, columns->items[i]);
        enum box box = box_read(decoder, question, (int64_t)i, &cell);
        choice->shown = choice->shown || box != BOX_NOT_SHOWN;
        if (box == BOX_TICKED)
            choice_take(decoder, question, choice, i, 1);
        if (box == BOX_UNKNOWN)
            choice_fail(decoder, question, choice, FAULT_TICK, columns->items[i], &cell);
    }
    if (columns->dk == 0)
        return;
    const struct cell cell = decoder_cell(decoder, columns->dk);
    enum box box = box_read(decoder, question, SPELLING_DK, &cell);
    choice->shown = choice->shown || box != BOX_NOT_SHOWN;
    choice->dont_know = box == BOX_TICKED;
    if (box == BOX_UNKNOWN)
        choice_fail(decoder, question, choice, FAULT_TICK, columns->dk, &cell);
}

/* LimeSurvey: the column is the rank, the cell the option. */
static void read_ranks(struct decoder *decoder, const struct question *question,
                       const struct question_columns *columns, struct choice *choice) {
    for (size_t rank = 0; rank < columns->rank_count; rank++) {
        if (columns->ranks[rank] == 0)
            continue;
        const struct cell cell = decoder_cell(decoder, columns->ranks[rank]);
        int64_t meaning = decoder_meaning(decoder, question, &cell);
        if (meaning == SPELLING_UNKNOWN) {
            enum mark mark = marks_read(decoder->marks, &cell);
            choice->shown = choice->shown || mark != MARK_NOT_SHOWN;
            if (mark != MARK_NONE)
                continue;
        }
        choice->shown = true;
        if (meaning < 0) {
            choice_fail(decoder, question, choice, FAULT_UNKNOWN, columns->ranks[rank], &cell);
            continue;
        }
        if (decoder->answers[question->first_variable + (size_t)meaning].state == ANSWER_GIVEN)
            choice_fail(decoder, question, choice, FAULT_SAME_OPTION, columns->ranks[rank],
                        NULL);
        choice_take(decoder, question, choice, (size_t)meaning, (int64_t)rank + 1);
    }
}

/* The name of an option may hold a number, too: "Room 2" is no rank. */
static bool is_rank(const struct decoder *decoder, const struct question *question,
                    const struct cell *cell, int64_t *rank) {
    char form[NUMBER_SIZE];
    return rank_word_read(cell, rank) &&
           (number_plain_whole(form, cell->bytes, cell->length) ||
            spelling_find(decoder_spelling(decoder, question), cell->bytes, cell->length) ==
                SPELLING_UNKNOWN);
}

/* Other systems: the column is the option, the cell its rank. */
static void read_ranked_options(struct decoder *decoder, const struct question *question,
                                const struct question_columns *columns, struct choice *choice) {
    bool used[QUESTIONNAIRE_MAX_CODES + 1] = {false};
    int64_t options = (int64_t)question->codes->count;
    for (size_t i = 0; i < columns->item_count; i++) {
        const struct cell cell = decoder_cell(decoder, columns->items[i]);
        int64_t rank = 0;
        enum mark mark = marks_read(decoder->marks, &cell);
        choice->shown = choice->shown || mark != MARK_NOT_SHOWN;
        if (mark != MARK_NONE)
            continue;
        if (!is_rank(decoder, question, &cell, &rank) || rank < 1 || rank > options) {
            choice_fail(decoder, question, choice, FAULT_RANK, columns->items[i], &cell);
            continue;
        }
        if (used[rank])
            choice_fail(decoder, question, choice, FAULT_SAME_RANK, columns->items[i], NULL);
        used[rank] = true;
        choice_take(decoder, question, choice, i, rank);
    }
}

static bool breaks_exclusive(const struct decoder *decoder, const struct question *question,
                             const struct choice *choice) {
    const struct answer *answers = &decoder->answers[question->first_variable];
    for (size_t i = 0; i < question->codes->count && choice->chosen > 1; i++)
        if (question->codes->codes[i].exclusive && answers[i].state == ANSWER_GIVEN &&
            answers[i].value > 0)
            return true;
    return false;
}

/* Contradictions make the whole question not understood: nobody can say which part was meant.
 */
static void conclude(struct decoder *decoder, const struct question *question,
                     struct choice *choice) {
    if (choice->dont_know && choice->chosen > 0)
        choice_fail(decoder, question, choice, FAULT_DK_WITH_OTHERS, choice->column, NULL);
    if (breaks_exclusive(decoder, question, choice))
        choice_fail(decoder, question, choice, FAULT_EXCLUSIVE, choice->column, NULL);
    if (question->max_choices > 0 && choice->chosen > question->max_choices)
        choice_fail(decoder, question, choice, FAULT_TOO_MANY, choice->column, NULL);
    if (choice->invalid)
        decoder_fill(decoder, question, ANSWER_INVALID);
    else if (choice->dont_know)
        decoder_fill(decoder, question, ANSWER_DONT_KNOW);
    else if (!choice->shown)
        decoder_fill(decoder, question, ANSWER_NOT_SHOWN);
}

static size_t first_column(const struct question_columns *columns) {
    if (columns->whole != 0)
        return columns->whole;
    for (size_t i = 0; i < columns->item_count; i++)
        if (columns->items[i] != 0)
            return columns->items[i];
    return columns->rank_count > 0 ? columns->ranks[0] : 0;
}

void choices_decode_multi(struct decoder *decoder, const struct question *question,
                          const struct question_columns *columns) {
    struct choice choice = {.column = first_column(columns)};
    decoder_fill(decoder, question, ANSWER_SKIPPED);
    if (!columns->found)
        return;
    if (columns->whole != 0) {
        choice_read_cell(decoder, question, columns->whole, &choice);
        if (columns->other_text != 0)
            read_other(decoder, question, &choice, columns->other_text);
    } else {
        read_boxes(decoder, question, columns, &choice);
    }
    /* Where anything is ticked, every other box was left empty on purpose. */
    for (size_t i = 0; i < question->codes->count && choice.chosen > 0; i++) {
        struct answer *answer = &decoder->answers[question->first_variable + i];
        if (answer->state != ANSWER_GIVEN)
            *answer = (struct answer){ANSWER_GIVEN, 0};
    }
    conclude(decoder, question, &choice);
}

void choices_decode_ranking(struct decoder *decoder, const struct question *question,
                            const struct question_columns *columns) {
    struct choice choice = {.column = first_column(columns)};
    decoder_fill(decoder, question, ANSWER_SKIPPED);
    if (!columns->found)
        return;
    if (columns->whole != 0)
        choice_read_cell(decoder, question, columns->whole, &choice);
    else if (columns->ranks[0] != 0)
        read_ranks(decoder, question, columns, &choice);
    else
        read_ranked_options(decoder, question, columns, &choice);
    conclude(decoder, question, &choice);
}
