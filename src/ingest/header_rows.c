/* Headers that are not simply the first record. SurveyMonkey writes two: the question, left out
 * over the further columns of one, and below it the option or row. pandas puts a column of row
 * numbers without a heading in front. */
#include "ingest/header_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "ingest/decode.h"
#include "survey/metadata.h"

enum { HEADER_MOST_ROWS = 2, LONGEST_QUESTION = 4000 };

/* What stands below a question that has one column, folded: it names no option. */
static const char *const response_words[] = {"response", "open-ended response"};

/* What pandas itself calls that column when it reads the file again. */
static char numbers_title[] = "Unnamed: 0";

struct header {
    struct arena *arena;
    enum header_rows form;
    const struct headings *headings;
    struct csv_record rows[HEADER_MOST_ROWS]; /* as they stand, copied */
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

static bool is_numbered(const struct csv_record *first, const struct csv_record *second) {
    for (size_t i = 1; i < first->count; i++)
        if (cell_is_blank(&first->fields[i]))
            return false;
    return first->count > 1 && cell_is_blank(&first->fields[0]) &&
           strcmp(second->fields[0].bytes, "0") == 0;
}

/* Every column without a question must have an option, and what the system adds has neither;
 * without such columns all that is below must be the words for an answer. */
static bool is_two_rows(const struct csv_record *first, const struct csv_record *second) {
    size_t continued = 0, responses = 0, metadata = 0, others = 0;
    for (size_t i = 0; i < first->count; i++) {
        const struct csv_field *below = &second->fields[i];
        bool empty = cell_is_blank(below);
        if (cell_is_blank(&first->fields[i])) {
            if (i == 0 || empty)
                return false;
            continued++;
        } else if (is_metadata(&first->fields[i])) {
            if (!empty)
                return false;
            metadata++;
        } else if (!empty && is_response(below)) {
            responses++;
        } else if (!empty) {
            others++;
        }
    }
    return continued > 0 ? metadata + responses > 0 : responses > 0 && others == 0;
}

static enum header_rows find_form(const struct csv_record *first,
                                  const struct csv_record *second) {
    if (first->count != second->count || first->kept < first->count)
        return HEADER_ONE_ROW;
    if (is_numbered(first, second))
        return HEADER_NUMBERED;
    return is_two_rows(first, second) ? HEADER_TWO_ROWS : HEADER_ONE_ROW;
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
};

static bool look(void *context, const struct csv_record *record) {
    struct sight *sight = context;
    bool goes_on = sight->directive || sight->first.fields == NULL;
    if (!goes_on)
        sight->form = find_form(&sight->first, record);
    else if (!sight->directive)
        sight->first = copy_record(sight->arena, record);
    sight->directive = false;
    return goes_on;
}

enum header_rows header_rows_find(const char *bytes, size_t length, char delimiter,
                                  bool directive) {
    struct sight sight = {.arena = arena_new(), .directive = directive, .form = HEADER_ONE_ROW};
    csv_read_beginning(bytes, length, delimiter, look, &sight);
    arena_free(sight.arena);
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
                        const struct csv_field *below, bool begins, struct csv_field *title) {
    size_t count;
    if (cell_is_blank(below) || is_response(below)) {
        set_title(title, arena_copy(header->arena, question));
        return;
    }
    char *joined =
        arena_format(header->arena, "%.*s [%s]", LONGEST_QUESTION, question, below->bytes);
    bool valid = utf8_valid(joined, strlen(joined));
    if (begins &&
        (!valid || headings_find(header->headings, joined, strlen(joined), &count) == NULL))
        set_title(title, arena_copy(header->arena, question));
    else
        set_title(title, joined);
}

static void join_rows(struct header *header) {
    const struct csv_record *above = &header->rows[0], *below = &header->rows[1];
    const char *question = "";
    header->whole = copy_record(header->arena, above);
    for (size_t i = 0; i < above->count; i++) {
        bool begins = !cell_is_blank(&above->fields[i]);
        question = begins ? above->fields[i].bytes : question;
        join_column(header, question, &below->fields[i], begins, &header->whole.fields[i]);
    }
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
