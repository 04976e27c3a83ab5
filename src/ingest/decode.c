#include "ingest/decode.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "ingest/choices.h"
#include "ingest/unit.h"
#include "survey/condition.h"

/* LimeSurvey writes "N/A" for a yes/no question both where it was left empty and where it was
 * not shown. */
static bool is_not_available(const struct question *question, const struct cell *cell) {
    return question_has_one_code(question) && cell->length == 3 &&
           memcmp(cell->bytes, "N/A", 3) == 0;
}

/* True where there is a word, not just figures. */
static bool has_letter(const struct cell *cell) {
    for (size_t i = 0; i < cell->length; i++)
        if (isalpha((unsigned char)cell->bytes[i]) || (unsigned char)cell->bytes[i] >= 0x80)
            return true;
    return false;
}

/* Without a column of its own for the text of "other", the text takes the place of the option;
 * what is like an option is a misspelt one. */
static bool is_other_text(const struct decoder *decoder, const struct question *question,
                          const struct cell *cell) {
    const struct question_columns *columns =
        &decoder->binding->questions[question - decoder->questionnaire->questions];
    return question_has_one_code(question) && question->has_other && columns->other_text == 0 &&
           has_letter(cell) &&
           spelling_suggestion(decoder_spelling(decoder, question), cell->bytes,
                               cell->length) == NULL;
}

static struct answer decode_code(struct decoder *decoder, const struct question *question,
                                 size_t item, size_t column) {
    const struct spelling *spelling = decoder_spelling(decoder, question);
    const struct cell cell = decoder_cell(decoder, column);
    int64_t meaning = decoder_meaning(decoder, question, &cell);
    if (meaning >= 0)
        return (struct answer){ANSWER_GIVEN, meaning};
    if (meaning == SPELLING_DK)
        return (struct answer){ANSWER_DONT_KNOW, 0};
    enum missing_mark mark = missing_marks_read(decoder->marks, &cell);
    if (mark == MISSING_MARK_NOT_SHOWN)
        return (struct answer){ANSWER_NOT_SHOWN, 0};
    if (mark == MISSING_MARK_SKIPPED || is_not_available(question, &cell))
        return (struct answer){ANSWER_SKIPPED, 0};
    meaning = spelling_find_digit(spelling, cell.bytes, cell.length);
    decoder->has_digits = decoder->has_digits || meaning >= 0;
    if (meaning == SPELLING_UNKNOWN)
        meaning = spelling_find_boolean(spelling, cell.bytes, cell.length);
    if (meaning >= 0)
        return (struct answer){ANSWER_GIVEN, meaning};
    if (is_other_text(decoder, question, &cell)) {
        decoder_add_text(decoder, question, &cell, column, true);
        return (struct answer){ANSWER_GIVEN, (int64_t)question->other};
    }
    decoder_fault(decoder, FAULT_UNKNOWN, question, item, column, &cell);
    return (struct answer){ANSWER_INVALID, 0};
}

/* The open text beside "other" counts only where "other" is the answer. */
static void decode_other_text(struct decoder *decoder, const struct question *question,
                              const struct question_columns *columns) {
    const struct answer *main_answer = &decoder->answers[question->first_variable];
    struct answer *other = &decoder->answers[question->first_variable + 1];
    const struct cell cell = decoder_open_cell(decoder, columns->other_text);
    bool shown = main_answer->state != ANSWER_NOT_SHOWN && !cell.missing;
    bool in_place =
        decoder->text_count > 0 && decoder->texts[decoder->text_count - 1].question == question;
    *other = (struct answer){shown ? ANSWER_SKIPPED : ANSWER_NOT_SHOWN, 0};
    if (in_place)
        *other = (struct answer){ANSWER_GIVEN, 1};
    if (cell.length == 0)
        return;
    if (main_answer->state == ANSWER_GIVEN && (size_t)main_answer->value == question->other) {
        *other = (struct answer){ANSWER_GIVEN, 1};
        decoder_add_text(decoder, question, &cell, columns->other_text, false);
    } else {
        decoder_fault(decoder, FAULT_TEXT_DROPPED, question, 1, columns->other_text, NULL);
    }
}

/* A single choice whose options have a column each, as SurveyMonkey exports it on request. */
struct ticks {
    struct answer answer;
    size_t count;
    bool shown, invalid;
    size_t last; /* the column of the last tick */
};

static void read_tick_cell(struct decoder *decoder, const struct question *question,
                           struct ticks *ticks, int64_t meaning, size_t column) {
    const struct cell cell = decoder_cell(decoder, column);
    if (column == 0)
        return;
    enum tick_cell tick = tick_cell_read(decoder, question, meaning, &cell);
    ticks->shown = ticks->shown || tick != TICK_CELL_NOT_SHOWN;
    if (tick == TICK_CELL_UNKNOWN) {
        decoder_fault(decoder, FAULT_TICK, question, 0, column, &cell);
        ticks->invalid = true;
    } else if (tick == TICK_CELL_TICKED) {
        ticks->count++;
        ticks->last = column;
        ticks->answer = meaning == SPELLING_DK ? (struct answer){ANSWER_DONT_KNOW, 0}
                                               : (struct answer){ANSWER_GIVEN, meaning};
    }
}

/* The column of "other" holds the text, or a tick. */
static void read_other_tick_cell(struct decoder *decoder, const struct question *question,
                                 struct ticks *ticks, size_t column) {
    const struct cell cell = decoder_cell(decoder, column);
    if (cell.length == 0)
        return;
    enum tick_cell tick = tick_cell_read(decoder, question, (int64_t)question->other, &cell);
    if (tick == TICK_CELL_NOT_SHOWN || tick == TICK_CELL_EMPTY)
        return;
    ticks->count++;
    ticks->last = column;
    ticks->answer = (struct answer){ANSWER_GIVEN, (int64_t)question->other};
}

static struct answer decode_options(struct decoder *decoder, const struct question *question,
                                    const struct question_columns *columns) {
    struct ticks ticks = {.answer = {ANSWER_SKIPPED, 0}};
    for (size_t i = 0; i < columns->option_count; i++)
        read_tick_cell(decoder, question, &ticks, (int64_t)i, columns->options[i]);
    read_tick_cell(decoder, question, &ticks, SPELLING_DK, columns->dk);
    if (question->has_other)
        read_other_tick_cell(decoder, question, &ticks, columns->other_text);
    if (ticks.count > 1 && !ticks.invalid)
        decoder_fault(decoder, FAULT_TWO_OPTIONS, question, 0, ticks.last, NULL);
    if (ticks.invalid || ticks.count > 1)
        return (struct answer){ANSWER_INVALID, 0};
    if (!ticks.shown && ticks.count == 0)
        return (struct answer){ANSWER_NOT_SHOWN, 0};
    return ticks.answer;
}

/* --- by what the answer is --- */

static void decode_one_code(struct decoder *decoder, const struct question *question,
                            const struct question_columns *columns) {
    struct answer *answer = &decoder->answers[question->first_variable];
    if (columns->found && columns->items[0] == 0)
        *answer = decode_options(decoder, question, columns);
    else
        *answer = decode_code(decoder, question, 0, columns->items[0]);
    if (question->has_other)
        decode_other_text(decoder, question, columns);
    const struct cell comment = decoder_open_cell(decoder, columns->comment);
    if (comment.length > 0)
        decoder_add_text(decoder, question, &comment, columns->comment, false);
}

static void decode_rows(struct decoder *decoder, const struct question *question,
                        const struct question_columns *columns) {
    for (size_t row = 0; row < question->row_count; row++)
        decoder->answers[question->first_variable + row] =
            decode_code(decoder, question, row, columns->items[row]);
}

static void decode_codes(struct decoder *decoder, const struct question *question,
                         const struct question_columns *columns) {
    if (question_has_rows(question))
        decode_rows(decoder, question, columns);
    else
        decode_one_code(decoder, question, columns);
}

static bool has_three_decimals(const struct cell *cell, char mark) {
    const char *found = memchr(cell->bytes, mark, cell->length);
    return found != NULL && cell->bytes + cell->length - found == 4;
}

/* "1.000" is a thousand for one person and one for another: three digits behind the mark are
 * only fine where the question asks for as many, in the notation of files with commas between
 * the cells. With one or two digits a comma in quotes can only be the decimal mark. */
bool decode_number_of(const struct decoder *decoder, const struct cell *cell, int decimals,
                      int64_t *value) {
    if (number_parse_decimal(cell->bytes, cell->length, '.', decimals, value))
        return (decimals >= 3 && decoder->comma_delimits) || !has_three_decimals(cell, '.');
    return number_parse_decimal(cell->bytes, cell->length, ',', decimals, value) &&
           !has_three_decimals(cell, ',');
}

/* Why the cell is no number that the question takes. */
static enum fault_kind number_fault(const struct cell *cell, int decimals) {
    enum { MOST_DECIMALS = 6 };
    static const char marks[] = ".,";
    int64_t value;
    for (const char *mark = marks; *mark != '\0'; mark++)
        if (number_parse_decimal(cell->bytes, cell->length, *mark, MOST_DECIMALS, &value)) {
            if (has_three_decimals(cell, *mark))
                return FAULT_THOUSANDS;
            return decimals > 0 ? FAULT_DECIMALS : FAULT_WHOLE_NUMBER;
        }
    return decimals > 0 ? FAULT_NUMBER : FAULT_WHOLE_NUMBER;
}

/* A number that is declared as missing, and so no answer; where it could be one, that is said.
 */
static struct answer missing_number(struct decoder *decoder, const struct question *question,
                                    const struct cell *cell) {
    int64_t value;
    if (decode_number_of(decoder, cell, question->decimals, &value) &&
        value >= question->minimum && value <= question->maximum)
        decoder_add_notice(decoder, NOTICE_MISSING_NUMBER, question, NULL);
    return (struct answer){ANSWER_SKIPPED, 0};
}

static struct answer not_a_number(struct decoder *decoder, const struct question *question,
                                  size_t column, const struct cell *cell,
                                  enum fault_kind kind) {
    const char *unit = unit_find(cell);
    bool with_unit = kind != FAULT_RANGE && unit != NULL;
    if (with_unit)
        decoder_add_notice(decoder, NOTICE_UNIT, question, unit);
    decoder_fault(decoder, with_unit ? FAULT_UNIT : kind, question, 0, column, cell);
    return (struct answer){ANSWER_INVALID, 0};
}

/* LimeSurvey writes nothing both for a number that was left empty and for one that was not
 * shown. */
static void decode_number(struct decoder *decoder, const struct question *question,
                          const struct question_columns *columns) {
    struct answer *answer = &decoder->answers[question->first_variable];
    size_t column = columns->items[0];
    const struct cell cell = decoder_cell(decoder, column);
    *answer = (struct answer){ANSWER_SKIPPED, 0};
    if (cell.length == 0)
        return;
    int64_t value = 0, meaning = decoder_meaning(decoder, question, &cell);
    enum missing_mark mark = missing_marks_read(decoder->marks, &cell);
    if (meaning == SPELLING_DK)
        answer->state = ANSWER_DONT_KNOW;
    else if (mark == MISSING_MARK_NOT_SHOWN)
        answer->state = ANSWER_NOT_SHOWN;
    else if (mark == MISSING_MARK_SKIPPED)
        *answer = missing_number(decoder, question, &cell);
    else if (!decode_number_of(decoder, &cell, question->decimals, &value))
        *answer = not_a_number(decoder, question, column, &cell,
                               number_fault(&cell, question->decimals));
    else if (value < question->minimum || value > question->maximum)
        *answer = not_a_number(decoder, question, column, &cell, FAULT_RANGE);
    else
        *answer = (struct answer){ANSWER_GIVEN, value};
}

static void decode_text(struct decoder *decoder, const struct question *question,
                        const struct question_columns *columns) {
    struct answer *answer = &decoder->answers[question->first_variable];
    const struct cell cell = decoder_open_cell(decoder, columns->items[0]);
    *answer = (struct answer){cell.missing ? ANSWER_NOT_SHOWN : ANSWER_SKIPPED, 0};
    if (cell.length == 0)
        return;
    *answer = (struct answer){ANSWER_GIVEN, 1};
    decoder_add_text(decoder, question, &cell, columns->items[0], false);
}

/* Contact fields are no answers; side_files.c reads them where it may. */
static void decode_contact(struct decoder *decoder, const struct question *question,
                           const struct question_columns *columns) {
    (void)question;
    for (size_t i = 0; i < columns->item_count; i++)
        if (decoder_open_cell(decoder, columns->items[i]).length > 0)
            decoder->has_content = true;
}

typedef void decode_function(struct decoder *decoder, const struct question *question,
                             const struct question_columns *columns);

static decode_function *const functions[ANSWER_KINDS] = {
    [ANSWER_CODE] = decode_codes,
    [ANSWER_TICK] = choices_decode_multi,
    [ANSWER_PLACE] = choices_decode_ranking,
    [ANSWER_NUMBER] = decode_number,
    [ANSWER_TEXT] = decode_text,
    [ANSWER_FIELD] = decode_contact,
};

/* --- questions that were put only to some --- */

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

/* Follows asked_if through the decoded answers: what was not put was not shown, and an answer
 * to it is a fault; its texts are dropped. */
static void follow_conditions(struct decoder *decoder) {
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

/* --- the record --- */

void decoder_decode(struct decoder *decoder, const struct csv_record *record) {
    const struct questionnaire *questionnaire = decoder->questionnaire;
    decoder->record = record;
    decoder_forget(decoder);
    for (size_t i = 0; i < questionnaire->question_count; i++) {
        const struct question *question = &questionnaire->questions[i];
        decode_function *decode = functions[question_answer(question)];
        assert(decode != NULL);
        decode(decoder, question, &decoder->binding->questions[i]);
    }
    for (size_t i = 0; i < questionnaire->variable_count && !decoder->has_content; i++)
        decoder->has_content = decoder->answers[i].state != ANSWER_SKIPPED &&
                               decoder->answers[i].state != ANSWER_NOT_SHOWN;
    follow_conditions(decoder);
}
