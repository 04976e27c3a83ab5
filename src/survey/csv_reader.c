#include "survey/csv_reader.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/progress.h"
#include "base/text.h"
#include "survey/mistaken.h"

enum { CHUNK = 64 * 1024 };

/* libcsv keeps its states to itself; this one, the beginning of a record, is 0 in every
 * version. */
enum { LIBCSV_ROW_NOT_BEGUN = 0 };

struct reader {
    struct csv_parser parser;
    csv_record_function *function;
    void *context;
    struct text bytes; /* of the fields of the record, each with a NUL behind it */
    struct csv_field
        *fields; /* bytes are set when the record is whole: the text moves as it grows */
    size_t *starts;
    size_t capacity, start_capacity;
    struct csv_record record;
    uint64_t records;  /* handed over so far */
    size_t line;       /* physical line that is being parsed */
    bool after_return; /* the last byte was CR: an LF now belongs to the same line end */
    bool stopped;      /* the function wants no more */
};

static void on_field(void *bytes, size_t length, void *context) {
    struct reader *reader = context;
    size_t index = reader->record.count++;
    if (reader->stopped || index >= CSV_MAX_FIELDS)
        return;
    reader->fields =
        memory_grow(reader->fields, index, &reader->capacity, sizeof *reader->fields);
    reader->starts =
        memory_grow(reader->starts, index, &reader->start_capacity, sizeof *reader->starts);
    reader->record.kept = index + 1;
    size_t room =
        reader->bytes.length < CSV_MAX_RECORD ? CSV_MAX_RECORD - reader->bytes.length : 0;
    room = room < CSV_MAX_FIELD ? room : CSV_MAX_FIELD;
    if (length > room) {
        reader->record.field_too_long = true;
        length = room;
    }
    reader->starts[index] = reader->bytes.length;
    reader->fields[index] = (struct csv_field){NULL, length, bytes == NULL};
    text_add_bytes(&reader->bytes, bytes != NULL ? bytes : "", length);
    text_add_byte(&reader->bytes, '\0');
}

static void on_record(int end, void *context) {
    (void)end;
    struct reader *reader = context;
    for (size_t i = 0; i < reader->record.kept; i++)
        reader->fields[i].bytes = reader->bytes.bytes + reader->starts[i];
    reader->record.fields = reader->fields;
    progress_show(reader->records++);
    if (!reader->stopped)
        reader->stopped = !reader->function(reader->context, &reader->record);
    text_clear(&reader->bytes);
    reader->record = (struct csv_record){0};
}

static bool start(struct reader *reader, char delimiter, csv_record_function *function,
                  void *context) {
    *reader = (struct reader){.function = function, .context = context, .line = 1};
    /* Only these two together refuse an open quote at the end; see csv_init(3). */
    unsigned char options = CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_EMPTY_IS_NULL;
    if (csv_init(&reader->parser, options) != 0)
        return false;
    csv_set_delim(&reader->parser, (unsigned char)delimiter);
    csv_set_blk_size(&reader->parser, CHUNK);
    return true;
}

static void finish(struct reader *reader) {
    csv_free(&reader->parser);
    text_free(&reader->bytes);
    free(reader->fields);
    free(reader->starts);
}

/* libcsv gives no lines: it gets one physical line at a time, so that callbacks and errors know
 * theirs. */
static bool parse_line(struct reader *reader, const char *bytes, size_t length) {
    if (reader->parser.pstate == LIBCSV_ROW_NOT_BEGUN && reader->record.count == 0)
        reader->record.line = reader->line;
    return csv_parse(&reader->parser, bytes, length, on_field, on_record, reader) == length;
}

static size_t line_length(const char *bytes, size_t length) {
    const char *feed = memchr(bytes, '\n', length);
    size_t limit = feed != NULL ? (size_t)(feed - bytes) : length;
    const char *carriage = memchr(bytes, '\r', limit);
    if (carriage != NULL)
        return (size_t)(carriage - bytes) + 1;
    return feed != NULL ? limit + 1 : length;
}

static bool parse_chunk(struct reader *reader, const char *bytes, size_t length) {
    for (size_t at = 0; at < length && !reader->stopped;) {
        size_t size = line_length(bytes + at, length - at);
        bool second_half = reader->after_return && bytes[at] == '\n';
        if (second_half)
            reader->line--;
        if (!parse_line(reader, bytes + at, size))
            return false;
        char last = bytes[at + size - 1];
        reader->after_return = last == '\r';
        if (last == '\r' || last == '\n')
            reader->line++;
        at += size;
    }
    return true;
}

/* A mark that was never closed shows at the next one, perhaps many lines below. */
static void refuse_malformed(const struct reader *reader, const char *file, struct diag *diag,
                             bool at_end) {
    size_t begun = reader->record.line;
    struct diag_place place = {file, at_end ? begun : reader->line, 0, NULL};
    if (at_end)
        diag_add(diag, DIAG_ERROR, &place,
                 "a quote that opens in the record of this line is never closed",
                 "ein Anführungszeichen, das im Datensatz dieser Zeile beginnt, wird nie "
                 "geschlossen");
    else if (begun < reader->line)
        diag_add(
            diag, DIAG_ERROR, &place,
            "malformed quoting in a record that begins in line %zu: is a quote there never "
            "closed? A field that holds a quote must be quoted as a whole, with inner "
            "quotes doubled",
            "fehlerhafte Anführungszeichen in einem Datensatz, der in Zeile %zu beginnt: "
            "Fehlt dort ein schließendes? Ein Feld mit Anführungszeichen muss ganz in "
            "Anführungszeichen stehen, innere verdoppelt",
            begun);
    else
        diag_add(diag, DIAG_ERROR, &place,
                 "malformed quoting: a field that holds a quote must be quoted as a whole, "
                 "with inner quotes doubled",
                 "fehlerhafte Anführungszeichen: Ein Feld mit Anführungszeichen muss ganz in "
                 "Anführungszeichen stehen, innere verdoppelt");
}

bool csv_read(struct encoding_source *source, const char *file, char delimiter,
              struct diag *diag, csv_record_function *function, void *context) {
    struct reader reader;
    if (!start(&reader, delimiter, function, context))
        return false;
    char *chunk = memory_allocate(CHUNK, 1);
    bool fine = true;
    size_t length;
    while (fine && !reader.stopped && (length = encoding_read(source, chunk, CHUNK)) > 0)
        fine = parse_chunk(&reader, chunk, length);
    if (!fine)
        refuse_malformed(&reader, file, diag, false);
    else if (!reader.stopped && csv_fini(&reader.parser, on_field, on_record, &reader) != 0) {
        refuse_malformed(&reader, file, diag, true);
        fine = false;
    }
    progress_end();
    free(chunk);
    finish(&reader);
    return fine;
}

bool csv_read_file(const char *path, const char *file, struct diag *diag,
                   csv_record_function *function, void *context) {
    struct encoding_source *source = encoding_open(path);
    size_t length;
    const char *beginning = encoding_peek(source, &length);
    bool fine = !mistaken_questionnaire(file, beginning, length, diag) &&
                csv_read(source, file, ',', diag, function, context);
    encoding_close(source);
    return fine;
}

bool csv_read_beginning(const char *bytes, size_t length, char delimiter,
                        csv_record_function *function, void *context) {
    struct reader reader;
    if (!start(&reader, delimiter, function, context))
        return false;
    bool fine = parse_chunk(&reader, bytes, length);
    /* After an error csv_fini would hand over the half record as if it were whole. */
    if (fine && !reader.stopped)
        csv_fini(&reader.parser, on_field, on_record, &reader);
    finish(&reader);
    return fine;
}

struct first_record {
    csv_record_function *function;
    void *context;
    bool found;
};

static bool take_first(void *context, const struct csv_record *record) {
    struct first_record *first = context;
    first->found = true;
    first->function(first->context, record);
    return false;
}

bool csv_read_first(const char *bytes, size_t length, char delimiter,
                    csv_record_function *function, void *context) {
    struct first_record first = {function, context, false};
    csv_read_beginning(bytes, length, delimiter, take_first, &first);
    return first.found;
}
