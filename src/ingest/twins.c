#include "ingest/twins.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/branches.h"
#include "ingest/heading_text.h"
#include "ingest/spelling.h"
#include "survey/tick_words.h"

enum { SHOWN_HEADING = 60, MOST_SETS = 99, LONGEST_TITLE = 4000 };

void twins_add(struct binding *binding, size_t column, size_t kept, size_t set) {
    size_t next = 1;
    if (binding->twins == NULL)
        binding->twins = arena_allocate(binding->memory, binding->count, sizeof(struct twin));
    for (size_t i = 0; i < binding->twin_count; i++)
        if (binding->twins[i].kept == kept)
            next++;
    binding->twins[binding->twin_count++] =
        (struct twin){.column = column, .kept = kept, .set = set > 0 ? set : next};
}

static bool same_cells(const struct csv_record *record, size_t one, size_t other) {
    const struct cell left = branches_cell(record, one), right = branches_cell(record, other);
    struct text first = {0}, second = {0};
    utf8_comparison_form(&first, left.bytes, left.length, true);
    utf8_comparison_form(&second, right.bytes, right.length, true);
    bool same = strcmp(text_string(&first), text_string(&second)) == 0;
    text_free(&first);
    text_free(&second);
    return same;
}

/* What the tick cell says by what was decided for its question. */
static enum tick_cell read_tick_cell(const struct twins_reading *reading,
                                     const struct heading *heading, const struct cell *cell) {
    bool decided =
        reading->tick_cells != NULL && tick_cells_has(reading->tick_cells, heading->question);
    int64_t meaning = heading->part == HEADING_DK ? SPELLING_DK : (int64_t)heading->item;
    return decided ? tick_cells_known(reading->tick_cells, heading->question, meaning, cell)
                   : tick_cell_word(cell);
}

/* How much a cell says: 0 nothing, 1 that nothing was ticked or shown, 2 an answer. */
static int fill_of(const struct twins_reading *reading, const struct heading *heading,
                   const struct csv_record *record, size_t column) {
    const struct cell cell = branches_cell(record, column);
    bool tick = heading->part == HEADING_OPTION || heading->part == HEADING_DK ||
                (question_answer(heading->question) == ANSWER_TICK &&
                 (heading->part == HEADING_VARIABLE || heading->part == HEADING_OTHER_TEXT));
    if (cell.length == 0)
        return 0;
    if (missing_marks_declared(reading->marks, &cell))
        return 1;
    enum tick_cell word =
        tick ? read_tick_cell(reading, heading, &cell) : tick_cell_word(&cell);
    bool nothing = word == TICK_CELL_NOT_SHOWN || (tick && word == TICK_CELL_EMPTY);
    return nothing ? 1 : 2;
}

static void merge_cell(const struct twins_reading *reading, const struct heading *heading,
                       const struct csv_record *record, struct twin *twin) {
    int kept = fill_of(reading, heading, record, twin->kept);
    int other = fill_of(reading, heading, record, twin->column);
    if (kept == 2 && other == 2)
        twin->conflict = !same_cells(record, twin->kept, twin->column);
    else if (other > kept)
        branches_use_column(record, twin);
}

/* The branches of one question: how much each says, and whether it differs from the first that
 * holds an answer. */
static int fill_of_set(const struct twins_reading *reading, const struct binding *binding,
                       const struct question *question, const struct csv_record *record,
                       size_t set) {
    int most = 0;
    for (size_t i = 0; i < binding->count; i++) {
        const struct heading *heading = &binding->columns[i].heading;
        size_t of = 0;
        for (size_t k = 0; k < binding->twin_count; k++)
            if (binding->twins[k].column == i + 1)
                of = binding->twins[k].set;
        if (heading->question != question || !branches_are_of(heading) || of != set)
            continue;
        int fill = fill_of(reading, heading, record, i + 1);
        most = fill > most ? fill : most;
    }
    return most;
}

static bool sets_agree(const struct binding *binding, const struct question *question,
                       const struct csv_record *record, size_t set) {
    for (size_t i = 0; i < binding->twin_count; i++) {
        const struct twin *twin = &binding->twins[i];
        if (branches_meaning(binding, twin)->question == question && twin->set == set &&
            branches_are_of(branches_meaning(binding, twin)) &&
            !same_cells(record, twin->kept, twin->column))
            return false;
    }
    return true;
}

static void merge_sets(const struct twins_reading *reading, struct binding *binding,
                       const struct question *question, const struct csv_record *record,
                       size_t sets) {
    int best = fill_of_set(reading, binding, question, record, 0);
    size_t chosen = 0;
    bool conflict = false;
    for (size_t set = 1; set <= sets; set++) {
        int fill = fill_of_set(reading, binding, question, record, set);
        if (fill == 2 && best == 2)
            conflict = conflict || chosen > 0 || !sets_agree(binding, question, record, set);
        else if (fill > best)
            chosen = set;
        best = fill > best ? fill : best;
    }
    for (size_t i = 0; i < binding->twin_count; i++)
        if (branches_meaning(binding, &binding->twins[i])->question == question)
            binding->twins[i].conflict = binding->twins[i].conflict || conflict;
    if (chosen > 0 && !conflict)
        branches_use(binding, question, record, chosen);
}

/* The twin whose question has no other second column, and whose options have columns. */
static bool is_tick_cell_beside_text(const struct binding *binding, const struct twin *twin,
                                     const struct question_columns *columns) {
    const struct heading *heading = branches_meaning(binding, twin);
    size_t count = 0;
    for (size_t i = 0; i < binding->twin_count; i++)
        count += branches_meaning(binding, &binding->twins[i])->question == heading->question
                     ? 1
                     : 0;
    bool tick_cells = false;
    for (size_t i = 0; i < columns->item_count; i++)
        tick_cells = tick_cells || columns->items[i] != 0;
    return heading->part == HEADING_OTHER_TEXT &&
           question_answer(heading->question) == ANSWER_TICK && count == 1 && tick_cells &&
           columns->item_count > 1;
}

void twins_settle_others(struct binding *binding, const struct questionnaire *questionnaire) {
    size_t kept = 0;
    for (size_t i = 0; i < binding->twin_count; i++) {
        const struct twin twin = binding->twins[i];
        const struct question *question = branches_meaning(binding, &twin)->question;
        struct question_columns *columns =
            &binding->questions[question - questionnaire->questions];
        if (is_tick_cell_beside_text(binding, &twin, columns))
            columns->other_tick_cell = twin.column;
        else
            binding->twins[kept++] = twin;
    }
    binding->twin_count = kept;
}

static bool is_first_of_question(const struct binding *binding, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (branches_are_of(branches_meaning(binding, &binding->twins[i])) &&
            branches_meaning(binding, &binding->twins[i])->question ==
                branches_meaning(binding, &binding->twins[index])->question)
            return false;
    return true;
}

void twins_merge(const struct twins_reading *reading, struct binding *binding,
                 const struct csv_record *record) {
    branches_forget(binding);
    for (size_t i = 0; i < binding->twin_count; i++) {
        struct twin *twin = &binding->twins[i];
        const struct heading *heading = branches_meaning(binding, twin);
        if (!branches_are_of(heading))
            merge_cell(reading, heading, record, twin);
        else if (is_first_of_question(binding, i))
            merge_sets(reading, binding, heading->question, record,
                       branches_count(binding, heading->question));
    }
}

/* A matrix has a question in each row; of all other questions the whole is not understood. */
static void spoil(struct decoder *decoder, const struct heading *heading, size_t column) {
    const struct question *question = heading->question;
    bool row = question_has_rows(question);
    size_t kept = 0;
    if (row)
        decoder->answers[question->first_variable + heading->item] =
            (struct answer){ANSWER_INVALID, 0};
    else
        decoder_fill(decoder, question, ANSWER_INVALID);
    for (size_t i = 0; i < decoder->text_count; i++)
        if (decoder->texts[i].question != question)
            decoder->texts[kept++] = decoder->texts[i];
    decoder->text_count = kept;
    decoder_fault(decoder, FAULT_TWO_COLUMNS, question, row ? heading->item : 0, column, NULL);
}

static void correct_columns(struct decoder *decoder, const struct twin *twin) {
    for (size_t i = 0; i < decoder->fault_count; i++)
        if (decoder->faults[i].column == twin->kept)
            decoder->faults[i].column = twin->source;
}

void twins_conclude(const struct binding *binding, struct decoder *decoder) {
    const struct question *reported = NULL;
    for (size_t i = 0; i < binding->twin_count; i++) {
        const struct twin *twin = &binding->twins[i];
        const struct heading *heading = branches_meaning(binding, twin);
        bool again = branches_are_of(heading) && heading->question == reported;
        if (twin->source != 0)
            correct_columns(decoder, twin);
        if (twin->conflict && !again)
            spoil(decoder, heading, twin->column);
        if (twin->conflict)
            reported = heading->question;
    }
}

void twins_warn(const struct binding *binding, const char *file, size_t line,
                struct diag *diag) {
    for (size_t i = 0; i < binding->twin_count; i++) {
        const struct twin *twin = &binding->twins[i];
        const struct column *one = &binding->columns[twin->kept - 1];
        const struct column *other = &binding->columns[twin->column - 1];
        const struct diag_place place = {file, line, twin->column, NULL};
        struct text first = {0}, second = {0};
        heading_text_shorten(&first, one->title, one->title_length, SHOWN_HEADING);
        heading_text_shorten(&second, other->title, other->title_length, SHOWN_HEADING);
        diag_add(diag, DIAG_WARNING, &place,
                 "columns %zu '%s' and %zu '%s' are read as one, row by row; if they are two "
                 "questions, give the one that does not count another heading in a copy of the "
                 "export",
                 "Spalte %zu '%s' und Spalte %zu '%s' werden Zeile für Zeile als eine gelesen; "
                 "sind es zwei Fragen, geben Sie derjenigen, die nicht zählt, in einer Kopie "
                 "des Exports eine andere Überschrift",
                 twin->kept, text_string(&first), twin->column, text_string(&second));
        text_free(&first);
        text_free(&second);
    }
}

/* A heading without the number that a program has put behind it. */
struct stripped {
    struct text title;
    size_t set;
    bool guessed;
};

/* Where the number ends at end: the start of what a program has added, or end. */
static size_t find_number(const char *title, size_t end, struct stripped *stripped) {
    size_t start = end, value = 0;
    bool bracket = end > 0 && title[end - 1] == ')';
    start -= bracket ? 1 : 0;
    size_t digits = start;
    while (start > 0 && isdigit((unsigned char)title[start - 1]))
        start--;
    for (size_t i = start; i < digits; i++)
        value = value > MOST_SETS ? value : value * 10 + (size_t)(title[i] - '0');
    if (start == digits || start == 0 || value == 0 || digits - start > 4)
        return end;
    stripped->set = value;
    stripped->guessed = true;
    if (bracket)
        return title[start - 1] == '(' && value > 1 ? start - 1 : end;
    if (start > 3 && strncmp(title + start - 3, "...", 3) == 0) {
        stripped->guessed = false;
        stripped->set = 0; /* the number is the column's */
        return start - 3;
    }
    if (title[start - 1] == '.') {
        stripped->guessed = false;
        return value <= MOST_SETS ? start - 1 : end;
    }
    if (value < 2 || value > 9)
        return end;
    return title[start - 1] == '_' ? start - 1 : start;
}

/* The number may be behind the whole heading, or behind the question and before a row or option
 * in brackets or behind a slash. */
static bool strip(const struct column *column, char before, struct stripped *stripped) {
    char title[LONGEST_TITLE];
    if (column->title_length >= sizeof title)
        return false;
    memcpy(title, column->title, column->title_length);
    title[column->title_length] = '\0';
    const char *rest = before != '\0' ? strrchr(title, before) : title + column->title_length;
    if (rest == NULL)
        return false;
    size_t end = (size_t)(rest - title);
    while (end > 0 && title[end - 1] == ' ')
        end--;
    size_t start = find_number(title, end, stripped);
    if (start == end || start == 0)
        return false;
    text_clear(&stripped->title);
    text_add_bytes(&stripped->title, title, start);
    text_add(&stripped->title, title + end);
    return true;
}

/* How the cells of a column fit the question that it may belong to. */
struct fit {
    const struct spelling *spelling;
    const struct heading *heading;
    size_t line, column, kept;
    size_t filled, options, conflicts;
};

/* All parts of a cell are options. */
static bool are_options(const struct fit *fit, const struct cell *cell) {
    const struct question *question = fit->heading->question;
    const char *separator = question->separator != NULL ? question->separator : ";";
    const char *at = cell->bytes, *end = cell->bytes + cell->length;
    if (spelling_read(fit->spelling, cell->bytes, cell->length) != SPELLING_UNKNOWN)
        return true;
    if (fit->heading->part != HEADING_WHOLE)
        return branches_are_of(fit->heading) && tick_cell_word(cell) != TICK_CELL_UNKNOWN;
    while (at < end) {
        const char *next = memmem(at, (size_t)(end - at), separator, strlen(separator));
        const char *stop = next != NULL ? next : end;
        const struct cell part = cell_trimmed((struct cell){at, (size_t)(stop - at), false});
        if (part.length > 0 &&
            spelling_read(fit->spelling, part.bytes, part.length) == SPELLING_UNKNOWN)
            return false;
        at = next != NULL ? next + strlen(separator) : end;
    }
    return true;
}

static bool look(void *context, const struct csv_record *record) {
    struct fit *fit = context;
    if (record->line <= fit->line || record->kept < fit->column || record->kept < fit->kept)
        return true;
    const struct cell cell = branches_cell(record, fit->column);
    if (cell.length == 0 || !utf8_valid(cell.bytes, cell.length))
        return true;
    const struct cell kept = branches_cell(record, fit->kept);
    fit->filled++;
    fit->options += are_options(fit, &cell) ? 1 : 0;
    fit->conflicts += kept.length > 0 && utf8_valid(kept.bytes, kept.length) &&
                              !same_cells(record, fit->column, fit->kept)
                          ? 1
                          : 0;
    return true;
}

/* Nine of ten cells are options of the question, and hardly anybody answered both: a question
 * that was asked twice is another one the second time. */
static bool fits(const struct heading *heading, size_t column, size_t kept,
                 const struct sample *sample) {
    enum { ONE_OF = 10 };
    if (heading->question->codes == NULL)
        return false;
    struct spelling *spelling = spelling_new(heading->question);
    struct fit fit = {.spelling = spelling,
                      .heading = heading,
                      .line = sample->header_end,
                      .column = column,
                      .kept = kept};
    csv_read_beginning(sample->bytes, sample->length, sample->delimiter, look, &fit);
    spelling_free(spelling);
    return fit.filled > 0 && (fit.filled - fit.options) * ONE_OF <= fit.filled &&
           fit.conflicts * ONE_OF <= fit.filled;
}

/* The column that means the same; 0 if absent. */
static size_t find_kept(const struct binding *binding, const struct heading *heading) {
    for (size_t i = 0; i < binding->count; i++) {
        const struct heading *other = &binding->columns[i].heading;
        if (other->question == heading->question && other->part == heading->part &&
            other->item == heading->item)
            return i + 1;
    }
    return 0;
}

/* What a column is that has this heading; it may have been read without a number before it, a
 * group, or what R has made of it. */
static const struct heading *find_title(const struct binding *binding, const struct text *title,
                                        size_t *count) {
    for (size_t i = 0; i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        if (column->heading.question == NULL || column->title_length != title->length ||
            memcmp(column->title, title->bytes, title->length) != 0)
            continue;
        *count = 1;
        return &column->heading;
    }
    return NULL;
}

const struct heading *twins_find(const struct binding *binding, const struct headings *headings,
                                 size_t column, const struct sample *sample, size_t *set) {
    static const char places[] = {'\0', '[', '/'};
    const struct heading *found = NULL;
    for (size_t i = 0; i < sizeof places && found == NULL; i++) {
        struct stripped stripped = {0};
        size_t count = 0;
        if (strip(&binding->columns[column - 1], places[i], &stripped))
            found = headings_find(headings, text_string(&stripped.title), stripped.title.length,
                                  &count);
        if (found == NULL)
            found = find_title(binding, &stripped.title, &count);
        text_free(&stripped.title);
        if (found == NULL)
            continue;
        size_t kept = count == 1 ? find_kept(binding, found) : 0;
        bool contact = question_answer(found->question) == ANSWER_FIELD;
        bool numbered = stripped.guessed || stripped.set > 0;
        if (count != 1 || contact || (kept == 0 && numbered) ||
            (stripped.guessed && !fits(found, column, kept, sample)))
            found = NULL;
        *set = stripped.guessed ? stripped.set - 1 : stripped.set;
    }
    return found;
}
