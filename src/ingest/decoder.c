#include "ingest/decoder.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void decoder_start(struct decoder *decoder, const struct questionnaire *questionnaire) {
    *decoder = (struct decoder){.questionnaire = questionnaire};
    decoder->marks = missing_marks_new(questionnaire);
    decoder->answers = memory_allocate(questionnaire->variable_count, sizeof *decoder->answers);
    decoder->spellings =
        memory_allocate(questionnaire->question_count, sizeof(struct spelling *));
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        if (question->codes != NULL || question->has_dk)
            decoder->spellings[i] = spelling_new(question);
    }
}

void decoder_forget(struct decoder *decoder) {
    decoder->fault_count = decoder->text_count = decoder->notice_count = 0;
    decoder->has_content = false;
    while (decoder->room_count > 0)
        free(decoder->rooms[--decoder->room_count]);
}

void decoder_end(struct decoder *decoder) {
    decoder_forget(decoder);
    for (size_t i = 0; decoder->spellings != NULL && i < decoder->questionnaire->question_count;
         i++)
        spelling_free(decoder->spellings[i]);
    free(decoder->spellings);
    free(decoder->answers);
    free(decoder->faults);
    free(decoder->texts);
    free(decoder->notices);
    free(decoder->rooms);
    missing_marks_free(decoder->marks);
}

const struct spelling *decoder_spelling(const struct decoder *decoder,
                                        const struct question *question) {
    return decoder->spellings[question - decoder->questionnaire->questions];
}

/* Nextcloud Forms, LimeSurvey and others put an apostrophe before what a spreadsheet would take
 * for a formula: '+ and '-5 were + and -5. */
static struct cell without_guard(struct cell cell) {
    bool guarded =
        cell.length > 1 && cell.bytes[0] == '\'' && strchr("=+-@", cell.bytes[1]) != NULL;
    return guarded ? cell_trimmed((struct cell){cell.bytes + 1, cell.length - 1, cell.missing})
                   : cell;
}

struct cell decoder_cell(const struct decoder *decoder, size_t column) {
    if (column == 0)
        return (struct cell){"", 0, false};
    const struct csv_field *field = &decoder->record->fields[column - 1];
    bool missing = field->missing && decoder->missing_is_not_shown;
    return without_guard(cell_trimmed((struct cell){field->bytes, field->length, missing}));
}

struct cell decoder_open_cell(const struct decoder *decoder, size_t column) {
    const struct cell cell = decoder_cell(decoder, column);
    enum missing_mark mark = missing_marks_read(decoder->marks, &cell);
    return mark == MISSING_MARK_NONE ? cell
                                     : (struct cell){"", 0, mark == MISSING_MARK_NOT_SHOWN};
}

void decoder_add_notice(struct decoder *decoder, enum notice_kind kind,
                        const struct question *question, const char *unit) {
    decoder->notices = memory_grow(decoder->notices, decoder->notice_count,
                                   &decoder->notice_capacity, sizeof *decoder->notices);
    decoder->notices[decoder->notice_count++] = (struct notice){kind, question, unit};
}

void decoder_notice_answer(struct decoder *decoder, const struct question *question,
                           const struct cell *cell, int64_t meaning) {
    if (meaning != SPELLING_UNKNOWN && meaning != SPELLING_MISSING &&
        missing_marks_declared(decoder->marks, cell))
        decoder_add_notice(decoder, NOTICE_CALLED_MISSING, question, NULL);
}

bool decoder_next_field(const struct decoder *decoder, struct field_walk *walk) {
    const struct questionnaire *questionnaire = decoder->questionnaire;
    for (; walk->question < questionnaire->question_count; walk->question++, walk->next = 0) {
        const struct question *question = &questionnaire->questions[walk->question];
        if (question_answer(question) != ANSWER_FIELD || walk->next == question->row_count)
            continue;
        walk->cell = decoder_open_cell(
            decoder, decoder->binding->questions[walk->question].items[walk->next++]);
        return true;
    }
    return false;
}

int64_t decoder_meaning(struct decoder *decoder, const struct question *question,
                        const struct cell *cell) {
    const struct spelling *spelling = decoder_spelling(decoder, question);
    int64_t meaning = spelling_read(spelling, cell->bytes, cell->length);
    if (meaning == SPELLING_UNKNOWN && spelling != NULL)
        meaning = spelling_find_number(spelling, cell->bytes, cell->length);
    if (meaning == SPELLING_MISSING)
        return SPELLING_UNKNOWN;
    decoder_notice_answer(decoder, question, cell, meaning);
    return meaning;
}

char *decoder_room(struct decoder *decoder, size_t size) {
    decoder->rooms = memory_grow(decoder->rooms, decoder->room_count, &decoder->room_capacity,
                                 sizeof *decoder->rooms);
    return decoder->rooms[decoder->room_count++] = memory_allocate(size, 1);
}

/* The variable's name where the fault is that of one, else the question's. */
static const char *name_of(const struct decoder *decoder, const struct question *question,
                           size_t item) {
    if (question_has_options(question))
        return question->id;
    return decoder->questionnaire->variables[question->first_variable + item].name;
}

void decoder_fault(struct decoder *decoder, enum fault_kind kind,
                   const struct question *question, size_t item, size_t column,
                   const struct cell *cell) {
    decoder->faults = memory_grow(decoder->faults, decoder->fault_count,
                                  &decoder->fault_capacity, sizeof *decoder->faults);
    decoder->faults[decoder->fault_count++] =
        (struct fault){.kind = kind,
                       .question = question,
                       .item = name_of(decoder, question, item),
                       .column = column,
                       .bytes = cell != NULL ? cell->bytes : NULL,
                       .length = cell != NULL ? cell->length : 0};
}

void decoder_add_text(struct decoder *decoder, const struct question *question,
                      const struct cell *cell, size_t column, bool no_option) {
    decoder->texts = memory_grow(decoder->texts, decoder->text_count, &decoder->text_capacity,
                                 sizeof *decoder->texts);
    decoder->texts[decoder->text_count++] =
        (struct open_text){question, cell->bytes, cell->length, no_option, column};
    decoder->has_content = true;
}

void decoder_fill(struct decoder *decoder, const struct question *question,
                  enum answer_state state) {
    for (size_t i = 0; i < question->variable_count; i++)
        decoder->answers[question->first_variable + i] = (struct answer){state, 0};
}

/* --- tick cells --- */

/* The text beside "other" of a question that has no tick cells. */
static enum tick_cell read_alone(const struct decoder *decoder, const struct question *question,
                                 int64_t meaning, const struct cell *cell) {
    int64_t spelled =
        spelling_read(decoder_spelling(decoder, question), cell->bytes, cell->length);
    if (spelled == meaning)
        return TICK_CELL_TICKED;
    if (missing_marks_declared(decoder->marks, cell))
        return TICK_CELL_EMPTY;
    if (missing_marks_read(decoder->marks, cell) != MISSING_MARK_NONE)
        return TICK_CELL_NOT_SHOWN;
    return tick_cell_word(cell);
}

enum tick_cell tick_cell_read(const struct decoder *decoder, const struct question *question,
                              int64_t meaning, const struct cell *cell) {
    if (cell->length == 0)
        return cell->missing ? TICK_CELL_NOT_SHOWN : TICK_CELL_EMPTY;
    return tick_cells_has(decoder->tick_cells, question)
               ? tick_cells_read(decoder->tick_cells, question, meaning, cell)
               : read_alone(decoder, question, meaning, cell);
}

bool decoder_declines(const struct decoder *decoder, const struct question *question) {
    const struct answer *answer = &decoder->answers[question->first_variable];
    return answer->state == ANSWER_INVALID ||
           (answer->state == ANSWER_GIVEN && answer->value != (int64_t)question->consents);
}

bool decoder_consents(const struct decoder *decoder, const struct question *question) {
    const struct answer *answer = &decoder->answers[question->first_variable];
    return answer->state == ANSWER_GIVEN && answer->value == (int64_t)question->consents;
}
