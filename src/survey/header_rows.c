/* Headers that are not simply the first record. SurveyMonkey writes two: the question, left out
 * over the further columns of one, and below it the option or row. pandas and R put a
 * column of row numbers without a heading in front, from 0 and from 1. */
#include "survey/header_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "survey/cell.h"
#include "survey/metadata.h"

enum { HEADER_MOST_ROWS = 2, LONGEST_QUESTION = 4000 };

/* What is below a question that has one column, folded: it names no option. SurveyMonkey writes
 * it in the language of the account. */
static const char *const response_words[] = {
    "response",         "open-ended response",
    "antwort",          "offene antwort",
    "réponse",          "réponse ouverte",
    "respuesta",        "respuesta abierta",
    "risposta",         "risposta aperta",
    "resposta",         "resposta aberta",
    "antwoord",         "open antwoord",
    "freitext-antwort", "antwort in freitextform",
    "odpowiedź",        "odpověď",
};

/* What pandas itself calls that column when it reads the file again. */
static char numbers_title[] = "Unnamed: 0";

struct header {
    struct arena *arena;
    enum header_rows form;
    const struct headings *headings;
    struct csv_record rows[HEADER_MOST_ROWS]; /* as written, copied */
    size_t row_count;
    struct csv_record whole;
};

static bool is_response(const struct csv_field *field) {
    if (!utf8_valid(field->bytes, field->length))
        return false;
    struct text form = {0};
    utf8_comparison_form(&form, field->bytes, field->length, true);
    bool found = false;
    for (size_t i = 0; i < sizeof response_words / sizeof response_words[0]; i++)
        found = found || strcmp(response_words[i], text_string(&form)) == 0;
    text_free(&form);
    return found;
}

static bool is_metadata(const struct csv_field *field) {
    return utf8_valid(field->bytes, field->length) &&
           metadata_find(field->bytes, field->length) != METADATA_NONE;
}

/* Row names of R begin with 1, and so do ids whose heading was lost: there must be another one.
 */
static bool has_id(const struct csv_record *header) {
    for (size_t i = 1; i < header->count; i++) {
        const struct csv_field *field = &header->fields[i];
        if (utf8_valid(field->bytes, field->length) &&
            metadata_find(field->bytes, field->length) == METADATA_ID)
            return true;
    }
    return false;
}

static bool is_numbered(const struct csv_record *first, const struct csv_record *second) {
    for (size_t i = 1; i < first->count; i++)
        if (cell_is_blank(&first->fields[i]))
            return false;
    const char *number = second->fields[0].bytes;
    return first->count > 1 && cell_is_blank(&first->fields[0]) &&
           (strcmp(number, "0") == 0 || (strcmp(number, "1") == 0 && has_id(first)));
}

/* The numbers of pandas, read and saved once more. */
static bool is_numbered_again(const struct csv_record *first, const struct csv_record *second) {
    return first->count > 1 && strcmp(first->fields[0].bytes, numbers_title) == 0 &&
           strcmp(second->fields[0].bytes, "0") == 0;
}

/* pandas calls a column without a heading by its number, from 0, and puts one of row numbers in
 * front when it saves. */
static bool is_untitled(const struct csv_record *row, size_t column) {
    char title[32], saved[32];
    snprintf(title, sizeof title, "Unnamed: %zu", column);
    snprintf(saved, sizeof saved, "Unnamed: %zu", column - 1);
    if (column >= row->kept)
        return false;
    const struct csv_field *field = &row->fields[column];
    bool numbered =
        cell_is_blank(&row->fields[0]) || strcmp(row->fields[0].bytes, numbers_title) == 0;
    return cell_is_blank(field) || strcmp(field->bytes, title) == 0 ||
           (column > 1 && numbered && strcmp(field->bytes, saved) == 0);
}

static void join_titles(struct text *title, const char *question, const char *below) {
    text_clear(title);
    text_add_format(title, "%.*s [%s]", LONGEST_QUESTION, question, below);
}

static bool is_known(const struct headings *headings, const char *question,
                     const struct csv_field *below) {
    struct text title = {0};
    size_t count = 0;
    join_titles(&title, question, below->bytes);
    if (utf8_valid(text_string(&title), title.length))
        headings_find(headings, text_string(&title), title.length, &count);
    text_free(&title);
    return count > 0;
}

static bool is_heading(const struct headings *headings, const struct csv_field *field) {
    size_t count = 0;
    if (utf8_valid(field->bytes, field->length))
        headings_find(headings, field->bytes, field->length, &count);
    return count > 0;
}

/* What the columns of two rows are. */
struct row_shape {
    size_t continued; /* without a question of their own */
    size_t run;       /* these, and the first ones of such a question */
    size_t known;     /* of these, how many the questionnaire has */
    size_t responses, metadata, others;
    bool broken; /* nothing below where there must be something, or the other way round */
};

static void look_below(struct row_shape *shape, const struct csv_record *first,
                       const struct csv_record *second, size_t i, const char *question,
                       const struct headings *headings) {
    const struct csv_field *below = &second->fields[i];
    bool empty = cell_is_blank(below), untitled = is_untitled(first, i);
    if (untitled || is_untitled(first, i + 1)) {
        shape->continued += untitled ? 1 : 0;
        shape->run++;
        shape->known += !empty && is_known(headings, question, below) ? 1 : 0;
        shape->broken = shape->broken || (empty && untitled);
        shape->metadata += !untitled && is_metadata(&first->fields[i]) ? 1 : 0;
    } else if (is_metadata(&first->fields[i])) {
        shape->broken = shape->broken || !empty;
        shape->metadata++;
    } else if (!empty && is_response(below)) {
        shape->responses++;
    } else if (!empty && (is_heading(headings, &first->fields[i]) ||
                          !is_known(headings, question, below))) {
        shape->others++;
    }
}

/* Every column without a question must have an option, and what the system adds has neither.
 * Where neither such columns nor words for an answer show it, the options must be those of the
 * questionnaire: else the second row may be the answers of a person. */
static bool is_two_rows(const struct csv_record *first, const struct csv_record *second,
                        const struct headings *headings, size_t *known) {
    const size_t start = is_numbered(first, second) || is_numbered_again(first, second);
    struct row_shape shape = {.broken = is_untitled(first, start)};
    const char *question = "";
    for (size_t i = start; i < first->count && !shape.broken; i++) {
        question = is_untitled(first, i) ? question : first->fields[i].bytes;
        look_below(&shape, first, second, i, question, headings);
    }
    *known = shape.known;
    if (shape.broken)
        return false;
    if (shape.continued == 0)
        return shape.responses > 0 && shape.others == 0;
    return shape.metadata + shape.responses > 0 ||
           (shape.known * 2 > shape.run && shape.others == 0);
}

static enum header_rows find_form(const struct csv_record *first,
                                  const struct csv_record *second,
                                  const struct headings *headings, size_t *known) {
    if (first->count != second->count || first->kept < first->count)
        return HEADER_ONE_ROW;
    if (is_two_rows(first, second, headings, known))
        return HEADER_TWO_ROWS;
    return is_numbered(first, second) ? HEADER_NUMBERED : HEADER_ONE_ROW;
}

/* The fields of a record live until its function returns. */
static struct csv_record copy_record(struct arena *arena, const struct csv_record *record) {
    struct csv_record copy = *record;
    copy.fields = arena_allocate(arena, record->kept, sizeof *copy.fields);
    for (size_t i = 0; i < record->kept; i++) {
        copy.fields[i] = record->fields[i];
        copy.fields[i].bytes =
            arena_copy_bytes(arena, record->fields[i].bytes, record->fields[i].length);
    }
    return copy;
}

struct sight {
    struct arena *arena;
    bool directive; /* the next record is no row yet */
    struct csv_record first;
    enum header_rows form;
    const struct headings *headings;
    size_t known;
};

static bool look(void *context, const struct csv_record *record) {
    struct sight *sight = context;
    bool goes_on = sight->directive || sight->first.fields == NULL;
    if (!goes_on)
        sight->form = find_form(&sight->first, record, sight->headings, &sight->known);
    else if (!sight->directive)
        sight->first = copy_record(sight->arena, record);
    sight->directive = false;
    return goes_on;
}

enum header_rows header_rows_find(const char *bytes, size_t length, char delimiter,
                                  bool directive, const struct headings *headings,
                                  size_t *known) {
    struct sight sight = {.arena = arena_new(),
                          .directive = directive,
                          .form = HEADER_ONE_ROW,
                          .headings = headings};
    csv_read_beginning(bytes, length, delimiter, look, &sight);
    arena_free(sight.arena);
    *known = sight.form == HEADER_TWO_ROWS ? sight.known : 0;
    return sight.form;
}

struct header *header_new(enum header_rows form, const struct headings *headings) {
    struct header *header = memory_allocate(1, sizeof *header);
    header->arena = arena_new();
    header->form = form;
    header->headings = headings;
    return header;
}

void header_free(struct header *header) {
    if (header != NULL)
        arena_free(header->arena);
    free(header);
}

static void set_title(struct csv_field *field, char *title) {
    *field = (struct csv_field){.bytes = title, .length = strlen(title)};
}

/* Question and option as other systems join them in one row; the question by itself where there
 * is no option, and where its first column has one that is not known: another language's word
 * for the answer. */
static void join_column(struct header *header, const char *question,
                        const struct csv_field *below, bool begins, bool continues,
                        struct csv_field *title) {
    if (cell_is_blank(below) || is_response(below)) {
        set_title(title, arena_copy(header->arena, question));
        return;
    }
    struct text joined = {0};
    join_titles(&joined, question, below->bytes);
    bool bare = begins && !continues && !is_known(header->headings, question, below);
    set_title(title, arena_copy(header->arena, bare ? question : text_string(&joined)));
    text_free(&joined);
}

static void join_rows(struct header *header) {
    const struct csv_record *above = &header->rows[0], *below = &header->rows[1];
    const char *question = "";
    header->whole = copy_record(header->arena, above);
    for (size_t i = 0; i < above->count; i++) {
        bool begins = !is_untitled(above, i);
        question = begins ? above->fields[i].bytes : question;
        join_column(header, question, &below->fields[i], begins, is_untitled(above, i + 1),
                    &header->whole.fields[i]);
    }
    if (is_untitled(above, 0))
        set_title(&header->whole.fields[0], numbers_title);
}

const struct csv_record *header_take(struct header *header, const struct csv_record *record) {
    if (header->form == HEADER_ONE_ROW)
        return record;
    header->rows[header->row_count++] = copy_record(header->arena, record);
    if (header->form == HEADER_NUMBERED) {
        header->whole = copy_record(header->arena, record);
        set_title(&header->whole.fields[0], numbers_title);
    } else if (header->row_count < HEADER_MOST_ROWS) {
        return NULL;
    } else {
        join_rows(header);
    }
    return &header->whole;
}

static bool is_row(const struct csv_record *row, const struct csv_record *record) {
    for (size_t i = 0; i < row->count && i < record->kept; i++)
        if (row->fields[i].length != record->fields[i].length ||
            memcmp(row->fields[i].bytes, record->fields[i].bytes, row->fields[i].length) != 0)
            return false;
    return true;
}

bool header_repeats(const struct header *header, const struct csv_record *record) {
    for (size_t i = 0; i < header->row_count; i++)
        if (is_row(&header->rows[i], record))
            return true;
    return false;
}
