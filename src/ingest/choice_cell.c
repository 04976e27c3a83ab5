/* All answers to a multi or ranking question in one cell: joined by a separator, codes joined
 * by blanks, or a list as JSON writes it. */
#include <string.h>

#include "ingest/choice.h"
#include "ingest/json_list.h"
#include "ingest/marks.h"
#include "ingest/pieces.h"

/* What stands among the options of a cell and is none of them. A form has one field for free
 * text, so that all of it is one text, from its first piece to its last: nobody wrote the
 * pieces. */
struct among {
    struct cell text;
    bool before_options; /* an option stands behind some of it */
};

static void add_among(struct among *among, const struct cell *piece) {
    const char *start = among->text.bytes == NULL ? piece->bytes : among->text.bytes;
    size_t length = (size_t)(piece->bytes + piece->length - start);
    among->text = (struct cell){start, length, false};
}

/* A part that is no option is the text of "other", unless it looks like an option that was not
 * recognised, or is the number of one in other digits. */
static void read_unknown(struct decoder *decoder, const struct question *question,
                         struct choice *choice, struct among *among, const struct cell *piece) {
    const struct spelling *spelling = decoder_spelling(decoder, question);
    bool possible =
        question->type != QUESTION_RANKING && question->has_other &&
        !spelling_is_signs(piece->bytes, piece->length) &&
        spelling_find_number(spelling, piece->bytes, piece->length) == SPELLING_UNKNOWN;
    if (pieces_hold_options(spelling, piece))
        choice_fail(decoder, question, choice, FAULT_SEPARATOR, choice->column, NULL);
    else if (!possible || spelling_suggestion(spelling, piece->bytes, piece->length) != NULL)
        choice_fail(decoder, question, choice, FAULT_UNKNOWN, choice->column, piece);
    else
        add_among(among, piece);
}

/* Free text may hold words that are options: systems put it last, so where an option stands
 * behind it, somebody has to look. */
static void conclude_among(struct decoder *decoder, const struct question *question,
                           struct choice *choice, const struct among *among) {
    if (among->text.bytes == NULL || choice->invalid)
        return;
    choice_take(decoder, question, choice, question->other, 1);
    decoder_add_text(decoder, question, &among->text, choice->column, true);
    if (among->before_options)
        decoder_fault(decoder, FAULT_TEXT_AMONG, question, 0, choice->column, NULL);
}

/* An option, or don't know. */
static void read_known(struct decoder *decoder, const struct question *question,
                       struct choice *choice, int64_t meaning) {
    bool ranking = question->type == QUESTION_RANKING;
    if (meaning == SPELLING_DK) {
        choice->dont_know = true;
        return;
    }
    const struct answer *before = &decoder->answers[question->first_variable + (size_t)meaning];
    if (ranking && before->state == ANSWER_GIVEN)
        choice_fail(decoder, question, choice, FAULT_SAME_OPTION, choice->column, NULL);
    choice_take(decoder, question, choice, (size_t)meaning,
                ranking ? (int64_t)choice->chosen + 1 : 1);
}

static void read_parts(struct decoder *decoder, const struct question *question,
                       struct choice *choice, const struct parts *parts) {
    struct among among = {0};
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->parts[i];
        if (part->meaning == SPELLING_UNKNOWN) {
            read_unknown(decoder, question, choice, &among, &part->cell);
            continue;
        }
        among.before_options = among.before_options || among.text.bytes != NULL;
        read_known(decoder, question, choice, part->meaning);
    }
    conclude_among(decoder, question, choice, &among);
}

/* The words of the cell as codes. One word has been looked up before. */
static enum pieces_reading read_words(const struct decoder *decoder,
                                      const struct question *question, const struct cell *cell,
                                      enum pieces_manner manner, struct parts *parts) {
    struct pieces words;
    if (!pieces_split_words(&words, cell) || words.count < 2)
        return READING_NONE;
    return pieces_read(parts, decoder_spelling(decoder, question), &words, manner);
}

/* Programs make 4.0 of a cell that holds one code. Where there is "other", it may be a text. */
static void read_number(const struct spelling *spelling, const struct question *question,
                        struct parts *parts) {
    struct part *part = &parts->parts[0];
    if (parts->count != 1 || parts->unknown != 1 || question->has_other)
        return;
    part->meaning = spelling_find_number(spelling, part->cell.bytes, part->cell.length);
    parts->unknown = part->meaning == SPELLING_UNKNOWN ? 1 : 0;
}

/* Both readings are looked at, and where both fit and differ, nobody can say which was meant.
 * Codes are taken as they stand: folded, they may be the words of a label or of a text. */
static void read_joined(struct decoder *decoder, const struct question *question,
                        struct choice *choice, const struct cell *cell) {
    const struct spelling *spelling = decoder_spelling(decoder, question);
    const char *separator = question->separator != NULL ? question->separator : ";";
    struct pieces pieces;
    struct parts joined, words, folded;
    if (!pieces_split(&pieces, cell, separator)) {
        choice_fail(decoder, question, choice, FAULT_UNKNOWN, choice->column, cell);
        return;
    }
    enum pieces_reading list = pieces_read(&joined, spelling, &pieces, PIECES_ANSWERS);
    enum pieces_reading codes = read_words(decoder, question, cell, PIECES_CODES, &words);
    read_number(spelling, question, &joined);
    bool whole = list == READING_ONE && joined.unknown == 0;
    if (list == READING_SEVERAL || codes == READING_SEVERAL ||
        (whole && codes == READING_ONE && !parts_equal(&joined, &words)))
        choice_fail(decoder, question, choice, FAULT_AMBIGUOUS, choice->column, NULL);
    else if (codes == READING_ONE)
        read_parts(decoder, question, choice, &words);
    else if (!whole && !question->has_other &&
             read_words(decoder, question, cell, PIECES_FOLDED_CODES, &folded) != READING_NONE)
        choice_fail(decoder, question, choice, FAULT_FOLDED_CODES, choice->column, NULL);
    else
        read_parts(decoder, question, choice, &joined);
}

/* True where the cell was such a list. */
static bool read_json(struct decoder *decoder, const struct question *question,
                      struct choice *choice, const struct cell *cell) {
    const struct spelling *spelling = decoder_spelling(decoder, question);
    struct pieces items;
    struct parts parts = {.count = 0};
    if (cell->bytes[0] != '[' ||
        !json_list_read(&items, cell, decoder_room(decoder, cell->length)))
        return false;
    for (size_t i = 0; i < items.count; i++) {
        const struct cell item = cell_trimmed(items.pieces[i]);
        int64_t meaning = spelling_find(spelling, item.bytes, item.length);
        if (meaning == SPELLING_UNKNOWN && !question->has_other)
            meaning = spelling_find_number(spelling, item.bytes, item.length);
        parts.unknown += meaning == SPELLING_UNKNOWN ? 1 : 0;
        parts.parts[parts.count++] = (struct part){item, meaning};
    }
    read_parts(decoder, question, choice, &parts);
    return true;
}

void choice_read_cell(struct decoder *decoder, const struct question *question, size_t column,
                      struct choice *choice) {
    const struct spelling *spelling = decoder_spelling(decoder, question);
    const struct cell cell = decoder_cell(decoder, column);
    choice->shown = !cell.missing;
    if (cell.length == 0)
        return;
    int64_t whole = spelling_find(spelling, cell.bytes, cell.length);
    if (whole == SPELLING_UNKNOWN) {
        enum mark mark = marks_read(decoder->marks, &cell);
        bool nothing = mark != MARK_NONE || box_word(&cell) == BOX_NOT_SHOWN;
        choice->shown = mark != MARK_NOT_SHOWN;
        if (nothing || read_json(decoder, question, choice, &cell))
            return;
    }
    decoder_notice_answer(decoder, question, &cell, whole);
    if (spelling_is_recoded(spelling, cell.bytes, cell.length))
        read_known(decoder, question, choice, whole);
    else
        read_joined(decoder, question, choice, &cell);
}
