/* An export is read as ingest reads it, but against a questionnaire that asks nothing: then the
 * delimiter is found by what divides the records, and two rows of headings by their shape. */
#include "form/export_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "survey/cell.h"
#include "survey/dialect.h"
#include "survey/header_rows.h"
#include "survey/metadata.h"
#include "survey/person_field.h"
#include "survey/shape.h"
#include "survey/workbook_file.h"

enum { MOST_RECORDS = 1000000, MOST_PREAMBLE = 10 };

struct reading {
    struct export_table *table;
    struct arena *arena;
    struct dialect dialect;
    struct header *header;
    struct shape shape;
    size_t preamble; /* records in front of the header */
    size_t capacity; /* of cells in each column */
    bool directive_seen, header_seen;
};

/* Marks for nothing at all, as written: those that ingest takes for no answer in any question,
 * and LimeSurvey's for a question of yes and no that was not answered. */
static bool is_mark(const char *bytes, size_t length) {
    static const char *const marks[] = {"NA", "N/A", "NULL", "\\N", "{question_not_shown}"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strlen(marks[i]) == length && memcmp(marks[i], bytes, length) == 0)
            return true;
    return false;
}

static const char *take_cell(struct reading *reading, const struct csv_field *field) {
    const struct cell cell =
        cell_trimmed((struct cell){field->bytes, field->length, field->missing});
    if (cell.length == 0 || is_mark(cell.bytes, cell.length))
        return NULL;
    if (!utf8_valid(cell.bytes, cell.length) || memchr(cell.bytes, '\0', cell.length) != NULL) {
        reading->table->skipped++;
        return NULL;
    }
    return arena_copy_bytes(reading->arena, cell.bytes, cell.length);
}

static const char *take_heading(struct reading *reading, const struct csv_field *field) {
    const struct cell cell =
        cell_trimmed((struct cell){field->bytes, field->length, field->missing});
    bool fine =
        utf8_valid(cell.bytes, cell.length) && memchr(cell.bytes, '\0', cell.length) == NULL;
    struct text form = {0};
    if (fine) /* blanks of all kinds as one, tags and byte order marks gone */
        utf8_comparison_form(&form, cell.bytes, cell.length, false);
    const char *heading = arena_copy(reading->arena, text_string(&form));
    text_free(&form);
    return heading;
}

/* In front of the answers stands what systems add; behind, forms may ask for a name or an
 * e-mail address themselves. */
static bool is_added(const char *heading, bool behind_answers) {
    size_t length = strlen(heading);
    if (*heading == '\0' || strncmp(heading, "Unnamed: ", strlen("Unnamed: ")) == 0)
        return true;
    enum person_field field = person_field_find(heading, length);
    bool asked = behind_answers && (field == PERSON_NAME || field == PERSON_EMAIL);
    return metadata_find(heading, length) != METADATA_NONE && !asked;
}

static void take_header(struct reading *reading, const struct csv_record *record) {
    const struct csv_record titled = shape_cut_tail(record, 1);
    struct export_table *table = reading->table;
    table->count = titled.kept;
    table->columns = memory_allocate(table->count, sizeof *table->columns);
    bool behind_answers = false;
    for (size_t i = 0; i < table->count; i++) {
        struct export_column *column = &table->columns[i];
        column->heading = take_heading(reading, &titled.fields[i]);
        column->added = is_added(column->heading, behind_answers);
        behind_answers = behind_answers || !column->added;
    }
    reading->shape.header_fields = record->count;
    reading->header_seen = true;
}

static void make_room(struct reading *reading) {
    struct export_table *table = reading->table;
    if (table->records < reading->capacity)
        return;
    reading->capacity = reading->capacity == 0 ? 256 : reading->capacity * 2;
    for (size_t i = 0; i < table->count; i++)
        table->columns[i].cells =
            memory_resize(table->columns[i].cells, reading->capacity, sizeof(char *));
}

static void take_record(struct reading *reading, const struct csv_record *record) {
    struct export_table *table = reading->table;
    const struct csv_record row = shape_row(&reading->shape, record, table->count);
    const struct csv_record cut = shape_cut(&reading->shape, &row, table->count);
    if (header_repeats(reading->header, record))
        return;
    if (cut.kept > table->count || cut.kept < cut.count) {
        table->skipped++;
        return;
    }
    make_room(reading);
    for (size_t i = 0; i < table->count; i++)
        table->columns[i].cells[table->records] =
            i < cut.kept ? take_cell(reading, &cut.fields[i]) : NULL;
    table->records++;
}

static bool read_record(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    if (reading->header_seen) {
        take_record(reading, record);
        return reading->table->records < MOST_RECORDS;
    }
    if (reading->dialect.directive && !reading->directive_seen) {
        reading->directive_seen = true;
        return true;
    }
    if (reading->preamble > 0) {
        reading->preamble--;
        return true;
    }
    const struct csv_record *header = header_take(reading->header, record);
    if (header != NULL)
        take_header(reading, header);
    return true;
}

/* Lines in front of the header, such as a title, have one filled field; the header is the first
 * record as wide as most records are. */
struct preamble {
    size_t usual, records, found;
    bool done;
};

static bool look_for_header(void *context, const struct csv_record *record) {
    struct preamble *preamble = context;
    size_t filled = 0;
    for (size_t i = 0; i < record->kept; i++)
        filled += cell_is_blank(&record->fields[i]) ? 0 : 1;
    preamble->done = record->count >= preamble->usual && filled > 1;
    preamble->found = preamble->records++;
    return !preamble->done && preamble->records < MOST_PREAMBLE;
}

static size_t count_preamble(const char *bytes, size_t length, char delimiter) {
    struct preamble preamble = {.usual = shape_usual_width(bytes, length, delimiter)};
    if (preamble.usual < 3)
        return 0;
    csv_read_beginning(bytes, length, delimiter, look_for_header, &preamble);
    return preamble.done ? preamble.found : 0;
}

static bool read_source(struct reading *reading, struct encoding_source *source,
                        const char *file, const struct headings *headings, struct diag *diag) {
    const struct diag_place place = {.file = file};
    size_t length;
    const char *beginning = encoding_peek(source, &length);
    if (!dialect_find(&reading->dialect, beginning, length, headings)) {
        diag_add(diag, DIAG_ERROR, &place, "the file is empty: there is nothing to draft from",
                 "die Datei ist leer: daraus lässt sich nichts entwerfen");
        return false;
    }
    if (!dialect_check(beginning, length, file, diag) ||
        dialect_refuse(&reading->dialect, file, diag))
        return false;
    char delimiter = reading->dialect.delimiter;
    reading->shape.usual_fields = shape_usual_width(beginning, length, delimiter);
    if (reading->dialect.header == HEADER_ONE_ROW && !reading->dialect.directive)
        reading->preamble = count_preamble(beginning, length, delimiter);
    reading->header = header_new(reading->dialect.header, headings);
    return csv_read(source, file, delimiter, diag, read_record, reading);
}

struct export_table *export_table_read(const char *path, struct diag *diag) {
    static const struct questionnaire nothing; /* knows no heading */
    struct headings *headings = headings_new(&nothing);
    struct reading reading = {.table = memory_allocate(1, sizeof(struct export_table)),
                              .arena = arena_new()};
    reading.table->memory = reading.arena;
    reading.shape.from_workbook = workbook_file_is(path);
    struct workbook_file *workbook =
        reading.shape.from_workbook ? workbook_file_open(path, diag) : NULL;
    bool read = !reading.shape.from_workbook || workbook != NULL;
    if (read) {
        struct encoding_source *source =
            encoding_open(workbook != NULL ? workbook_file_path(workbook) : path);
        read = read_source(&reading, source, path, headings, diag);
        encoding_close(source);
    }
    workbook_file_close(workbook);
    header_free(reading.header);
    headings_free(headings);
    shape_end(&reading.shape);
    if (read)
        return reading.table;
    export_table_free(reading.table);
    return NULL;
}

void export_table_free(struct export_table *table) {
    if (table == NULL)
        return;
    for (size_t i = 0; i < table->count; i++)
        free(table->columns[i].cells);
    free(table->columns);
    arena_free(table->memory);
    free(table);
}
