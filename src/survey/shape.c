#include "survey/shape.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "survey/cell.h"

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

/* --- empty fields behind the last heading --- */

/* Finds the width that more than half have without keeping any: what is left of a vote in which
 * two different widths cancel each other out, and then counted again. */
struct vote {
    size_t records, width, lead;
    size_t agreeing; /* in the second pass */
};

static bool count_vote(void *context, const struct csv_record *record) {
    struct vote *vote = context;
    if (vote->records++ == 0)
        return true;
    if (vote->lead == 0)
        vote->width = record->count;
    vote->lead += vote->width == record->count ? 1 : SIZE_MAX;
    return true;
}

static bool count_agreeing(void *context, const struct csv_record *record) {
    struct vote *vote = context;
    if (vote->records++ > 0)
        vote->agreeing += record->count == vote->width ? 1 : 0;
    return true;
}

size_t shape_usual_width(const char *bytes, size_t length, char delimiter) {
    struct vote vote = {0};
    csv_read_beginning(bytes, length, delimiter, count_vote, &vote);
    vote.records = 0;
    csv_read_beginning(bytes, length, delimiter, count_agreeing, &vote);
    return vote.records > 1 && vote.agreeing * 2 > vote.records - 1 ? vote.width : 0;
}

struct csv_record shape_cut_tail(const struct csv_record *record, size_t least) {
    struct csv_record cut = *record;
    while (cut.count > least && cut.kept == cut.count &&
           cell_is_blank(&cut.fields[cut.count - 1])) {
        cut.count--;
        cut.kept--;
    }
    return cut;
}

struct csv_record shape_cut(const struct shape *shape, const struct csv_record *record,
                            size_t columns) {
    bool usual = record->count <= shape->header_fields || record->count == shape->usual_fields;
    return usual ? shape_cut_tail(record, columns) : *record;
}
