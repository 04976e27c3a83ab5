#include "ingest/choices.h"

#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "ingest/decoder.h"
#include "ingest/json_list.h"
#include "ingest/missing_marks.h"
#include "ingest/rank_word.h"

/* What a multi or ranking question was answered with. */
struct choice {
    size_t chosen; /* options, without don't know */
    bool shown;    /* any cell was on the form */
    bool dont_know;
    bool invalid;  /* and a fault was reported */
    size_t column; /* where faults of the whole question are reported */
};

/* Reports the first fault of a question; nothing of it counts then. */
static void fail(struct decoder *decoder, const struct question *question,
                 struct choice *choice, enum fault_kind kind, size_t column,
                 const struct cell *cell) {
    if (!choice->invalid)
        decoder_fault(decoder, kind, question, 0, column, cell);
    choice->invalid = true;
}

/* Option gets value, 1 or a rank. */
static void take(struct decoder *decoder, const struct question *question,
                 struct choice *choice, size_t option, int64_t value) {
    struct answer *answer = &decoder->answers[question->first_variable + option];
    if (answer->state != ANSWER_GIVEN)
        choice->chosen++;
    *answer = (struct answer){ANSWER_GIVEN, value};
}

/* --- the parts of a cell that holds several answers, and which of them are options --- */

struct part {
    struct cell cell; /* trimmed */
    int64_t meaning;  /* SPELLING_UNKNOWN: no option */
};

/* A cell in parts, without the empty ones. */
struct parts {
    struct part parts[PIECES_MOST];
    size_t count;
    size_t unknown; /* how many are no option */
};

enum pieces_manner {
    PIECES_ANSWERS,     /* whatever the answers are called; other text may be among them */
    PIECES_CODES,       /* ids and aliases as written, and nothing else */
    PIECES_FOLDED_CODES /* the same in the folded form */
};

enum pieces_reading {
    READING_NONE,   /* by codes: something else is there */
    READING_ONE,    /* parts are filled */
    READING_SEVERAL /* labels hold the separator so that nobody can say which were chosen */
};

enum { MOST_JOINED = 16, LONGEST_JOINED = 1000 };

/* False where there are more than any question can have. */
static bool split_pieces(struct pieces *pieces, const struct cell *cell,
                         const char *separator) {
    size_t size = strlen(separator);
    const char *end = cell->bytes + cell->length;
    const char *start = cell->bytes;
    pieces->count = 0;
    while (start <= end) {
        const char *next = memmem(start, (size_t)(end - start), separator, size);
        const char *stop = next != NULL ? next : end;
        if (pieces->count == PIECES_MOST)
            return false;
        pieces->pieces[pieces->count++] = (struct cell){start, (size_t)(stop - start), false};
        if (next == NULL)
            break;
        start = next + size;
    }
    return true;
}

/* The same at blanks of ASCII. */
static bool split_words(struct pieces *pieces, const struct cell *cell) {
    static const char blanks[] = " \t\r\n";
    size_t start = 0;
    pieces->count = 0;
    for (size_t i = 0; i <= cell->length; i++) {
        if (i < cell->length && strchr(blanks, cell->bytes[i]) == NULL)
            continue;
        if (i > start && pieces->count == PIECES_MOST)
            return false;
        if (i > start)
            pieces->pieces[pieces->count++] =
                (struct cell){cell->bytes + start, i - start, false};
        start = i + 1;
    }
    return true;
}

/* The best ways to read all pieces before one of them. */
struct way {
    bool reached, several; /* several: two of them differ in their answers */
    size_t unknown, empty; /* parts */
    uint64_t answers;      /* a digest of the answers in their order */
    size_t from;           /* where the last part begins */
    int64_t meaning;       /* of the last part */
    bool nothing;          /* the last part is empty */
};

struct tiling {
    const struct spelling *spelling;
    const struct pieces *pieces;
    enum pieces_manner manner;
    struct way ways[PIECES_MOST + 1];
};

static struct cell join(const struct pieces *pieces, size_t from, size_t last) {
    const struct cell *first = &pieces->pieces[from], *end = &pieces->pieces[last];
    return cell_trimmed(
        (struct cell){first->bytes, (size_t)(end->bytes + end->length - first->bytes), false});
}

static int64_t find_meaning(const struct tiling *tiling, const struct cell *cell) {
    if (cell->length == 0)
        return SPELLING_UNKNOWN;
    if (tiling->manner != PIECES_ANSWERS)
        return spelling_find_code(tiling->spelling, cell->bytes, cell->length,
                                  tiling->manner == PIECES_FOLDED_CODES);
    return spelling_find_parted(tiling->spelling, cell->bytes, cell->length);
}

/* A dash or a dot is no text, unless answers are called so. */
static bool is_nothing(const struct tiling *tiling, const struct cell *cell) {
    return cell->length == 0 || (!spelling_has_signs(tiling->spelling) &&
                                 spelling_is_signs(cell->bytes, cell->length));
}

static uint64_t digest(uint64_t answers, uint64_t part) {
    return (answers ^ (part + 0x9E3779B97F4A7C15u)) * 1099511628211u;
}

/* Keeps the better way to a place; of equal ones it remembers whether they differ. */
static void keep_better(struct way *way, const struct way *other) {
    bool equal = way->reached && other->unknown == way->unknown && other->empty == way->empty;
    if (equal) {
        way->several = way->several || other->several || other->answers != way->answers;
        return;
    }
    if (!way->reached || other->unknown < way->unknown ||
        (other->unknown == way->unknown && other->empty < way->empty))
        *way = *other;
}

/* Takes the pieces from one to the last as one part, where they can be one. */
static void try_part(struct tiling *tiling, size_t from, size_t last) {
    const struct cell cell = join(tiling->pieces, from, last);
    struct way way = tiling->ways[from];
    way.from = from;
    way.meaning = find_meaning(tiling, &cell);
    way.nothing = way.meaning == SPELLING_UNKNOWN && is_nothing(tiling, &cell);
    if (way.meaning != SPELLING_UNKNOWN)
        way.answers = digest(way.answers, (uint64_t)way.meaning);
    else if (from != last || tiling->manner != PIECES_ANSWERS)
        return;
    else if (!way.nothing)
        way.unknown++;
    else if (last + 1 < tiling->pieces->count || cell.length > 0)
        way.empty++;
    if (way.meaning == SPELLING_UNKNOWN && !way.nothing)
        way.answers = digest(way.answers, PIECES_MOST * (uint64_t)2 + from);
    keep_better(&tiling->ways[last + 1], &way);
}

/* From the last part to the first, then turned round. */
static void collect(struct parts *parts, const struct tiling *tiling) {
    size_t filled = 0;
    parts->unknown = 0;
    for (size_t end = tiling->pieces->count; end > 0; end = tiling->ways[end].from) {
        const struct way *way = &tiling->ways[end];
        if (way->nothing)
            continue;
        parts->unknown += way->meaning == SPELLING_UNKNOWN ? 1 : 0;
        parts->parts[PIECES_MOST - ++filled] =
            (struct part){join(tiling->pieces, way->from, end - 1), way->meaning};
    }
    memmove(parts->parts, &parts->parts[PIECES_MOST - filled], filled * sizeof *parts->parts);
    parts->count = filled;
}

/* Answers may hold the separator, so neighbouring pieces may be one of them. Of all ways to
 * read the pieces those with the fewest unknown parts hold, and of these the ones with the
 * fewest empty parts, but for one at the end, which some systems always write. */
static enum pieces_reading read_pieces(struct parts *parts, const struct spelling *spelling,
                                       const struct pieces *pieces, enum pieces_manner manner) {
    struct tiling tiling = {.spelling = spelling, .pieces = pieces, .manner = manner};
    size_t most =
        manner == PIECES_ANSWERS ? spelling_separators(spelling) : spelling_blanks(spelling);
    tiling.ways[0].reached = true;
    for (size_t from = 0; from < pieces->count; from++)
        for (size_t last = from;
             tiling.ways[from].reached && last < pieces->count && last <= from + most; last++)
            try_part(&tiling, from, last);
    const struct way *whole = &tiling.ways[pieces->count];
    if (!whole->reached)
        return READING_NONE;
    collect(parts, &tiling);
    return whole->several ? READING_SEVERAL : READING_ONE;
}

/* True where both are the same answers in the same order. */
static bool parts_equal(const struct parts *one, const struct parts *other) {
    for (size_t i = 0; i < one->count && i < other->count; i++)
        if (one->parts[i].meaning != other->parts[i].meaning)
            return false;
    return one->count == other->count;
}

/* One part of it is enough: no text has an option between two separators by chance. */
static bool is_parted(const struct spelling *spelling, const struct cell *piece) {
    static const char separators[] = ",;|/+&";
    for (size_t start = 0, i = 0; i <= piece->length; i++) {
        if (i < piece->length && strchr(separators, piece->bytes[i]) == NULL)
            continue;
        const struct cell part =
            cell_trimmed((struct cell){piece->bytes + start, i - start, false});
        if (part.length > 0 && part.length < piece->length &&
            spelling_find(spelling, part.bytes, part.length) != SPELLING_UNKNOWN)
            return true;
        start = i + 1;
    }
    return false;
}

/* The bytes of "und" or "and" at the blank, with the blanks around it, or 0. */
static size_t joint_length(const char *bytes, size_t length) {
    static const char *const joints[] = {" und ", " and "};
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++)
        if (length > strlen(joints[i]) && strncasecmp(bytes, joints[i], strlen(joints[i])) == 0)
            return strlen(joints[i]);
    return 0;
}

/* What is between the joints; false where there are too many. */
static bool split_at_joints(struct pieces *parts, const struct cell *piece) {
    size_t start = 0;
    parts->count = 0;
    for (size_t i = 0; i <= piece->length; i++) {
        size_t joint = joint_length(piece->bytes + i, piece->length - i);
        if (i < piece->length && joint == 0)
            continue;
        if (parts->count == MOST_JOINED)
            return false;
        parts->pieces[parts->count++] = (struct cell){piece->bytes + start, i - start, false};
        start = i + joint;
        i = start > i ? start - 1 : i;
    }
    return true;
}

/* "Mail and poster": all of it must be options, since any text may hold the word; a label may
 * hold it, too. */
static bool is_joined(const struct spelling *spelling, const struct cell *piece) {
    struct pieces parts;
    bool reached[MOST_JOINED + 1] = {true};
    if (piece->length > LONGEST_JOINED || !split_at_joints(&parts, piece) || parts.count < 2)
        return false;
    for (size_t from = 0; from < parts.count; from++)
        for (size_t to = from; reached[from] && to < parts.count; to++) {
            const char *start = parts.pieces[from].bytes;
            const struct cell *last = &parts.pieces[to];
            const struct cell label = cell_trimmed(
                (struct cell){start, (size_t)(last->bytes + last->length - start), false});
            if (label.length > 0 &&
                spelling_find(spelling, label.bytes, label.length) != SPELLING_UNKNOWN)
                reached[to + 1] = true;
        }
    return reached[parts.count];
}

/* True where the piece is a list of options by itself, by another separator or by "and": then
 * the separator is not the file's. */
static bool holds_options(const struct spelling *spelling, const struct cell *piece) {
    return is_parted(spelling, piece) || is_joined(spelling, piece);
}

/* --- all answers in one cell: joined by a separator, codes joined by blanks, or JSON --- */

/* What is among the options of a cell and not one of them. A form has one field for free text,
 * so that all of it is one text, from its first piece to its last: nobody wrote the pieces. */
struct among {
    struct cell text;
    bool before_options; /* an option is behind some of it */
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
        question_answer(question) == ANSWER_TICK && question->has_other &&
        !spelling_is_signs(piece->bytes, piece->length) &&
        spelling_find_number(spelling, piece->bytes, piece->length) == SPELLING_UNKNOWN;
    if (holds_options(spelling, piece))
        fail(decoder, question, choice, FAULT_SEPARATOR, choice->column, NULL);
    else if (!possible || spelling_suggestion(spelling, piece->bytes, piece->length) != NULL)
        fail(decoder, question, choice, FAULT_UNKNOWN, choice->column, piece);
    else
        add_among(among, piece);
}

/* Free text may hold words that are options: systems put it last, so where an option is behind
 * it, somebody has to look. */
static void conclude_among(struct decoder *decoder, const struct question *question,
                           struct choice *choice, const struct among *among) {
    if (among->text.bytes == NULL || choice->invalid)
        return;
    take(decoder, question, choice, question->other, 1);
    decoder_add_text(decoder, question, &among->text, choice->column, true);
    if (among->before_options)
        decoder_fault(decoder, FAULT_TEXT_AMONG, question, 0, choice->column, NULL);
}

/* An option, or don't know. */
static void read_known(struct decoder *decoder, const struct question *question,
                       struct choice *choice, int64_t meaning) {
    bool ranking = question_answer(question) == ANSWER_PLACE;
    if (meaning == SPELLING_DK) {
        choice->dont_know = true;
        return;
    }
    const struct answer *before = &decoder->answers[question->first_variable + (size_t)meaning];
    if (ranking && before->state == ANSWER_GIVEN)
        fail(decoder, question, choice, FAULT_SAME_OPTION, choice->column, NULL);
    take(decoder, question, choice, (size_t)meaning, ranking ? (int64_t)choice->chosen + 1 : 1);
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
    if (!split_words(&words, cell) || words.count < 2)
        return READING_NONE;
    return read_pieces(parts, decoder_spelling(decoder, question), &words, manner);
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
 * Codes are taken as written: folded, they may be the words of a label or of a text. */
static void read_joined(struct decoder *decoder, const struct question *question,
                        struct choice *choice, const struct cell *cell) {
    const struct spelling *spelling = decoder_spelling(decoder, question);
    const char *separator = question->separator != NULL ? question->separator : ";";
    struct pieces pieces;
    struct parts joined, words, folded;
    if (!split_pieces(&pieces, cell, separator)) {
        fail(decoder, question, choice, FAULT_UNKNOWN, choice->column, cell);
        return;
    }
    enum pieces_reading list = read_pieces(&joined, spelling, &pieces, PIECES_ANSWERS);
    enum pieces_reading codes = read_words(decoder, question, cell, PIECES_CODES, &words);
    read_number(spelling, question, &joined);
    bool whole = list == READING_ONE && joined.unknown == 0;
    if (list == READING_SEVERAL || codes == READING_SEVERAL ||
        (whole && codes == READING_ONE && !parts_equal(&joined, &words)))
        fail(decoder, question, choice, FAULT_AMBIGUOUS, choice->column, NULL);
    else if (codes == READING_ONE)
        read_parts(decoder, question, choice, &words);
    else if (!whole && !question->has_other &&
             read_words(decoder, question, cell, PIECES_FOLDED_CODES, &folded) != READING_NONE)
        fail(decoder, question, choice, FAULT_FOLDED_CODES, choice->column, NULL);
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

static void read_cell(struct decoder *decoder, const struct question *question, size_t column,
                      struct choice *choice) {
    const struct spelling *spelling = decoder_spelling(decoder, question);
    const struct cell cell = decoder_cell(decoder, column);
    choice->shown = !cell.missing;
    if (cell.length == 0)
        return;
    int64_t whole = spelling_find(spelling, cell.bytes, cell.length);
    if (whole == SPELLING_UNKNOWN) {
        enum missing_mark mark = missing_marks_read(decoder->marks, &cell);
        bool nothing =
            mark != MISSING_MARK_NONE || tick_cell_word(&cell) == TICK_CELL_NOT_SHOWN;
        choice->shown = mark != MISSING_MARK_NOT_SHOWN;
        if (nothing || read_json(decoder, question, choice, &cell))
            return;
    }
    decoder_notice_answer(decoder, question, &cell, whole);
    if (spelling_is_recoded(spelling, cell.bytes, cell.length))
        read_known(decoder, question, choice, whole);
    else
        read_joined(decoder, question, choice, &cell);
}

/* --- a column for each option or rank --- */

/* A dash or a dot is no text, unless the option is called so. */
static bool is_no_text(const struct decoder *decoder, const struct question *question,
                       const struct cell *cell) {
    return spelling_is_signs(cell->bytes, cell->length) &&
           (cell->length == 0 || spelling_find(decoder_spelling(decoder, question), cell->bytes,
                                               cell->length) != (int64_t)question->other);
}

/* The column beside "other" holds the text, in our own files a tick. That it is empty does not
 * show that it was on the form: up to version 6.2 LimeSurvey writes "" there also where all
 * tick cells are N/A. */
static void read_other(struct decoder *decoder, const struct question *question,
                       struct choice *choice, size_t column) {
    const struct cell cell = decoder_open_cell(decoder, column);
    if (is_no_text(decoder, question, &cell))
        return;
    enum tick_cell tick = tick_cell_read(decoder, question, (int64_t)question->other, &cell);
    if (tick == TICK_CELL_NOT_SHOWN)
        return;
    choice->shown = true;
    if (tick == TICK_CELL_EMPTY)
        return;
    take(decoder, question, choice, question->other, 1);
    if (tick == TICK_CELL_UNKNOWN)
        decoder_add_text(decoder, question, &cell, column, false);
}

static void read_tick_cells(struct decoder *decoder, const struct question *question,
                            const struct question_columns *columns, struct choice *choice) {
    for (size_t i = 0; i < columns->item_count; i++) {
        if (question->has_other && question->other == i) {
            read_other(decoder, question, choice, columns->other_text);
            if (columns->other_tick_cell != 0)
                read_other(decoder, question, choice, columns->other_tick_cell);
            continue;
        }
        const struct cell cell = decoder_cell(decoder, columns->items[i]);
        enum tick_cell tick = tick_cell_read(decoder, question, (int64_t)i, &cell);
        choice->shown = choice->shown || tick != TICK_CELL_NOT_SHOWN;
        if (tick == TICK_CELL_TICKED)
            take(decoder, question, choice, i, 1);
        if (tick == TICK_CELL_UNKNOWN)
            fail(decoder, question, choice, FAULT_TICK, columns->items[i], &cell);
    }
    if (columns->dk == 0)
        return;
    const struct cell cell = decoder_cell(decoder, columns->dk);
    enum tick_cell tick = tick_cell_read(decoder, question, SPELLING_DK, &cell);
    choice->shown = choice->shown || tick != TICK_CELL_NOT_SHOWN;
    choice->dont_know = tick == TICK_CELL_TICKED;
    if (tick == TICK_CELL_UNKNOWN)
        fail(decoder, question, choice, FAULT_TICK, columns->dk, &cell);
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
            enum missing_mark mark = missing_marks_read(decoder->marks, &cell);
            choice->shown = choice->shown || mark != MISSING_MARK_NOT_SHOWN;
            if (mark != MISSING_MARK_NONE)
                continue;
        }
        choice->shown = true;
        if (meaning < 0) {
            fail(decoder, question, choice, FAULT_UNKNOWN, columns->ranks[rank], &cell);
            continue;
        }
        if (decoder->answers[question->first_variable + (size_t)meaning].state == ANSWER_GIVEN)
            fail(decoder, question, choice, FAULT_SAME_OPTION, columns->ranks[rank], NULL);
        take(decoder, question, choice, (size_t)meaning, (int64_t)rank + 1);
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
        enum missing_mark mark = missing_marks_read(decoder->marks, &cell);
        choice->shown = choice->shown || mark != MISSING_MARK_NOT_SHOWN;
        if (mark != MISSING_MARK_NONE)
            continue;
        if (!is_rank(decoder, question, &cell, &rank) || rank < 1 || rank > options) {
            fail(decoder, question, choice, FAULT_RANK, columns->items[i], &cell);
            continue;
        }
        if (used[rank])
            fail(decoder, question, choice, FAULT_SAME_RANK, columns->items[i], NULL);
        used[rank] = true;
        take(decoder, question, choice, i, rank);
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
        read_cell(decoder, question, columns->whole, &choice);
        if (columns->other_text != 0)
            read_other(decoder, question, &choice, columns->other_text);
    } else {
        read_tick_cells(decoder, question, columns, &choice);
    }
    /* Where anything is ticked, every other tick cell was left empty on purpose. */
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
        read_cell(decoder, question, columns->whole, &choice);
    else if (columns->ranks[0] != 0)
        read_ranks(decoder, question, columns, &choice);
    else
        read_ranked_options(decoder, question, columns, &choice);
    conclude(decoder, question, &choice);
}
