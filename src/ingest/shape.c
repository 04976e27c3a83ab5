#include "ingest/shape.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ingest/tail.h"

struct shape shape_again(const struct shape *shape) {
    return (struct shape){.from_workbook = shape->from_workbook,
                          .header_fields = shape->header_fields,
                          .usual_fields = shape->usual_fields};
}

void shape_end(struct shape *shape) {
    free(shape->padded);
    *shape = (struct shape){0};
}

/* Line breaks inside the cells of a record. */
static size_t count_breaks(const struct csv_record *record) {
    size_t count = 0;
    for (size_t i = 0; i < record->kept; i++) {
        const struct csv_field *field = &record->fields[i];
        for (size_t k = 0; k < field->length; k++)
            count += field->bytes[k] == '\n' ||
                     (field->bytes[k] == '\r' && field->bytes[k + 1] != '\n');
    }
    return count;
}

static struct csv_record pad(struct shape *shape, const struct csv_record *record,
                             size_t wanted) {
    static char nothing[1] = "";
    struct csv_record padded = *record;
    if (shape->padded_count < wanted) {
        shape->padded = memory_resize(shape->padded, wanted, sizeof *shape->padded);
        shape->padded_count = wanted;
    }
    memcpy(shape->padded, record->fields, record->count * sizeof *shape->padded);
    for (size_t i = record->count; i < wanted; i++)
        shape->padded[i] = (struct csv_field){.bytes = nothing, .missing = true};
    padded.fields = shape->padded;
    padded.count = padded.kept = wanted;
    return padded;
}

struct csv_record shape_row(struct shape *shape, const struct csv_record *record,
                            size_t wanted) {
    struct csv_record row = *record;
    if (!shape->from_workbook)
        return row;
    row.line -= shape->breaks;
    shape->breaks += count_breaks(record);
    return record->kept == record->count && record->count < wanted ? pad(shape, &row, wanted)
                                                                   : row;
}

struct csv_record shape_cut(const struct shape *shape, const struct csv_record *record,
                            size_t columns) {
    bool usual = record->count <= shape->header_fields || record->count == shape->usual_fields;
    return usual ? tail_cut(record, columns) : *record;
}
