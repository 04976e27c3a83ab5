#include "verify/csv.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

struct reader {
    struct arena *arena;
    const char *at;
    size_t line;
};

/* One field, and what is before the next one. */
static const char *read_field(struct reader *reader, struct text *field) {
    text_clear(field);
    bool quoted = *reader->at == '"';
    reader->at += quoted;
    while (*reader->at != '\0' && (quoted || strchr(",\r\n", *reader->at) == NULL)) {
        if (*reader->at == '"' && quoted && reader->at[1] != '"') {
            quoted = false;
            reader->at++;
            continue;
        }
        reader->at += *reader->at == '"' && quoted;
        reader->line += *reader->at == '\n';
        text_add_byte(field, *reader->at++);
    }
    return arena_copy(reader->arena, text_string(field));
}

static struct csv_row read_row(struct reader *reader) {
    struct text field = {0};
    const char **fields = NULL;
    size_t count = 0, capacity = 0, line = reader->line;
    for (;;) {
        fields = memory_grow(fields, count, &capacity, sizeof *fields);
        fields[count++] = read_field(reader, &field);
        if (*reader->at != ',')
            break;
        reader->at++;
    }
    reader->at += *reader->at == '\r';
    reader->line += *reader->at == '\n';
    reader->at += *reader->at == '\n';
    struct csv_row row = {arena_allocate(reader->arena, count, sizeof *fields), count, line};
    memcpy(row.fields, fields, count * sizeof *fields);
    free(fields);
    text_free(&field);
    return row;
}

const struct csv *csv_read(struct arena *arena, const char *bytes) {
    struct reader reader = {arena, bytes, 1};
    struct csv *csv = arena_allocate(arena, 1, sizeof *csv);
    struct csv_row *rows = NULL;
    size_t capacity = 0;
    while (*reader.at != '\0') {
        rows = memory_grow(rows, csv->count, &capacity, sizeof *rows);
        rows[csv->count++] = read_row(&reader);
    }
    csv->rows = arena_allocate(arena, csv->count, sizeof *rows);
    if (csv->count > 0)
        memcpy(csv->rows, rows, csv->count * sizeof *rows);
    free(rows);
    return csv;
}

const char *csv_field(const struct csv *csv, const struct csv_row *row, const char *heading) {
    for (size_t i = 0; i < csv->rows[0].count && i < row->count; i++)
        if (strcmp(csv->rows[0].fields[i], heading) == 0)
            return row->fields[i];
    return "";
}
