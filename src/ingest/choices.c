/* Questions whose answer is spread over several columns, or several answers in one: ticks and
 * ranks. */
#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "ingest/decode.h"
#include "ingest/pieces.h"

/* What a multi or ranking question was answered with. */
struct choice {
    size_t chosen; /* options, without don't know */
    bool shown;    /* any box or cell was on the form */
    bool dont_know;
    bool invalid;  /* and a fault was told */
    size_t column; /* where faults of the whole question are told */
};

static void fail(struct decoder *decoder, const struct question *question,
                 struct choice *choice, enum fault_kind kind, size_t column,
                 const struct cell *cell) {
    if (!choice->invalid)
        decoder_fault(decoder, kind, question, 0, column, cell);
    choice->invalid = true;
}

static void choose(struct decoder *decoder, const struct question *question,
                   struct choice *choice, size_t option, int64_t value) {
    struct answer *answer = &decoder->answers[question->first_variable + option];
    if (answer->state != ANSWER_GIVEN)
        choice->chosen++;
    *answer = (struct answer){ANSWER_GIVEN, value};
}

/* A dash or a dot is no text. */
static bool says_something(const struct cell *cell) {
    for (size_t i = 0; i < cell->length; i++)
        if (isalnum((unsigned char)cell->bytes[i]) || (unsigned char)cell->bytes[i] >= 0x80)
            return true;
    return false;
}

/* The column beside "other" holds the text, in our own files a tick. That it is empty does not
 * show that it was on the form: up to version 6.2 LimeSurvey writes "" there also where all
 * boxes are N/A. */
static void read_other(struct decoder *decoder, const struct question *question,
                       struct choice *choice, size_t column) {
    const struct cell cell = decoder_cell(decoder, column);
    if (!says_something(&cell))
        return;
    enum box box = box_read(decoder, question, (int64_t)question->other, &cell);
    if (box == BOX_NOT_SHOWN)
        return;
    choice->shown = true;
    if (box == BOX_EMPTY)
        return;
    choose(decoder, question, choice, question->other, 1);
    if (box == BOX_UNKNOWN)
        decoder_add_text(decoder, question, &cell, column, false);
}

static void read_boxes(struct decoder *decoder, const struct question *question,
                       const struct question_columns *columns, struct choice *choice) {
    for (size_t i = 0; i < columns->item_count; i++) {
        if (question->has_other && question->other == i) {
            read_other(decoder, question, choice, columns->other_text);
            continue;
        }
        const struct cell cell = decoder_cell(decoder, columns->items[i]);
        enum box box = box_read(decoder, question, (int64_t)i, &cell);
        choice->shown = choice->shown || box != BOX_NOT_SHOWN;
        if (box == BOX_TICKED)
            choose(decoder, question, choice, i, 1);
        if (box == BOX_UNKNOWN)
            fail(decoder, question, choice, FAULT_TICK, columns->items[i], &cell);
    }
    if (columns->dk == 0)
        return;
    const struct cell cell = decoder_cell(decoder, columns->dk);
    enum box box = box_read(decoder, question, SPELLING_DK, &cell);
    choice->shown = choice->shown || box != BOX_NOT_SHOWN;
    choice->dont_know = box == BOX_TICKED;
    if (box == BOX_UNKNOWN)
        fail(decoder, question, choice, FAULT_TICK, columns->dk, &cell);
}

/* What stands among the options of a cell and is none of them. A form has one field for free
 * text, so that all of it is one text, from its first piece to its last: nobody wrote the
 * pieces. */
struct among {
    struct cell text;
    bool before_options; /* an option stands behind some of it */
};

static struct cell cell_span(const struct cell *first, const struct cell *last) {
    return (struct cell){first->bytes, (size_t)(last->bytes + last->length - first->bytes),
                         false};
}

static void add_among(struct among *among, const struct cell *piece) {
    among->text = among->text.bytes == NULL ? *piece : cell_span(&among->text, piece);
}

/* A piece that is no option is the text of "other", unless it looks like an option that was not
 * recognised. */
static void read_unknown_piece(struct decoder *decoder, const struct question *question,
                               struct choice *choice, struct among *among,
                               const struct cell *piece) {
    const struct spelling *spelling = decoder_spelling(decoder, question);
    bool ranking = question->type == QUESTION_RANKING;
    if (pieces_hold_options(spelling, piece))
        fail(decoder, question, choice, FAULT_SEPARATOR, choice->column, NULL);
    else if (ranking || !question->has_other ||
             spelling_suggestion(spelling, piece->bytes, piece->length) != NULL)
        fail(decoder, question, choice, FAULT_UNKNOWN, choice->column, piece);
    else
        add_among(among, piece);
}

/* Free text may hold words that are options: systems put it last, so where an option stands
 * behind it, somebody has to look. */
static void conclude_among(struct decoder *decoder, const struct question *question,
                           struct choice *choice, const struct among *among) {
    if (among->text.bytes == NULL || choice->invalid)
        return;
    choose(decoder, question, choice, question->other, 1);
    decoder_add_text(decoder, question, &among->text, choice->column, true);
    if (among->before_options)
        decoder_fault(decoder, FAULT_TEXT_AMONG, question, 0, choice->column, NULL);
}

/* An option, or don't know, of a cell that holds all answers. */
static void read_known_piece(struct decoder *decoder, const struct question *question,
                             struct choice *choice, int64_t meaning) {
    bool ranking = question->type == QUESTION_RANKING;
    if (meaning == SPELLING_DK) {
        choice->dont_know = true;
        return;
    }
    const struct answer *before = &decoder->answers[question->first_variable + (size_t)meaning];
    if (ranking && before->state == ANSWER_GIVEN)
        fail(decoder, question, choice, FAULT_SAME_OPTION, choice->column, NULL);
    choose(decoder, question, choice, (size_t)meaning,
           ranking ? (int64_t)choice->chosen + 1 : 1);
}

static void read_pieces(struct decoder *decoder, const struct question *question,
                        struct choice *choice, const struct pieces *pieces) {
    struct among among = {0};
    for (size_t i = 0; i < pieces->count;) {
        struct cell piece;
        if (!says_something(&pieces->pieces[i])) {
            i++;
            continue;
        }
        int64_t meaning = pieces_take(decoder_spelling(decoder, question), pieces, &i, &piece);
        if (meaning == SPELLING_UNKNOWN) {
            read_unknown_piece(decoder, question, choice, &among, &piece);
            continue;
        }
        among.before_options = among.before_options || among.text.bytes != NULL;
        read_known_piece(decoder, question, choice, meaning);
    }
    conclude_among(decoder, question, choice, &among);
}

/* True where the cell says that it was not on the form; an option may be called so. */
static bool is_not_shown(const struct decoder *decoder, const struct question *question,
                         const struct cell *cell) {
    if (cell->missing || cell->length == 0)
        return cell->missing;
    int64_t meaning =
        spelling_read(decoder_spelling(decoder, question), cell->bytes, cell->length);
    return meaning == SPELLING_MISSING ||
           (meaning == SPELLING_UNKNOWN && box_word(cell) == BOX_NOT_SHOWN);
}

static void read_whole(struct decoder *decoder, const struct question *question, size_t column,
                       struct choice *choice) {
    const struct cell cell = decoder_cell(decoder, column);
    struct pieces pieces;
    choice->shown = !is_not_shown(decoder, question, &cell);
    if (!choice->shown || !says_something(&cell))
        return;
    if (pieces_split(&pieces, &cell, question->separator != NULL ? question->separator : ";"))
        read_pieces(decoder, question, choice, &pieces);
    else
        fail(decoder, question, choice, FAULT_UNKNOWN, column, &cell);
}

/* LimeSurvey: the column is the rank, the cell the option. */
static void read_ranks(struct decoder *decoder, const struct question *question,
                       const struct question_columns *columns, struct choice *choice) {
    for (size_t rank = 0; rank < columns->rank_count; rank++) {
        if (columns->ranks[rank] == 0)
            continue;
        const struct cell cell = decoder_cell(decoder, columns->ranks[rank]);
        choice->shown = choice->shown || !cell.missing;
        if (cell.length == 0)
            continue;
        int64_t meaning =
            spelling_find(decoder_spelling(decoder, question), cell.bytes, cell.length);
        if (meaning < 0) {
            fail(decoder, question, choice, FAULT_UNKNOWN, columns->ranks[rank], &cell);
            continue;
        }
        if (decoder->answers[question->first_variable + (size_t)meaning].state == ANSWER_GIVEN)
            fail(decoder, question, choice, FAULT_SAME_OPTION, columns->ranks[rank], NULL);
        choose(decoder, question, choice, (size_t)meaning, (int64_t)rank + 1);
    }
}

/* Other systems: the column is the option, the cell its rank. */
static void read_ranked_options(struct decoder *decoder, const struct question *question,
                                const struct question_columns *columns, struct choice *choice) {
    bool used[QUESTIONNAIRE_MAX_CODES + 1] = {false};
    int64_t options = (int64_t)question->codes->count;
    for (size_t i = 0; i < columns->item_count; i++) {
        const struct cell cell = decoder_cell(decoder, columns->items[i]);
        int64_t rank = 0;
        choice->shown = choice->shown || !cell.missing;
        if (cell.length == 0)
            continue;
        if (!number_parse_decimal(cell.bytes, cell.length, '.', 0, &rank) || rank < 1 ||
            rank > options) {
            fail(decoder, question, choice, FAULT_RANK, columns->items[i], &cell);
            continue;
        }
        if (used[rank])
            fail(decoder, question, choice, FAULT_SAME_RANK, columns->items[i], NULL);
        used[rank] = true;
        choose(decoder, question, choice, i, rank);
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
        fail(decoder, question, choice, FAULT_DK_WITH_OTHERS, choice->column, NULL);
    if (breaks_exclusive(decoder, question, choice))
        fail(decoder, question, choice, FAULT_EXCLUSIVE, choice->column, NULL);
    if (question->max_choices > 0 && choice->chosen > question->max_choices)
        fail(decoder, question, choice, FAULT_TOO_MANY, choice->column, NULL);
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
        read_whole(decoder, question, columns->whole, &choice);
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
        read_whole(decoder, question, columns->whole, &choice);
    else if (columns->ranks[0] != 0)
        read_ranks(decoder, question, columns, &choice);
    else
        read_ranked_options(decoder, question, columns, &choice);
    conclude(decoder, question, &choice);
}
