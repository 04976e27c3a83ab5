#include "ingest/columns.h"

#include <ctype.h>
#include <string.h>

size_t *columns_slot(const struct binding *binding, const struct questionnaire *questionnaire,
                     const struct heading *heading) {
    struct question_columns *columns =
        &binding->questions[heading->question - questionnaire->questions];
    switch (heading->part) {
    case HEADING_WHOLE:
        return &columns->whole;
    case HEADING_RANK:
        return &columns->ranks[heading->item];
    case HEADING_OTHER_TEXT:
        return &columns->other_text;
    case HEADING_COMMENT:
        return &columns->comment;
    case HEADING_OPTION:
        return &columns->options[heading->item];
    case HEADING_DK:
        return &columns->dk;
    case HEADING_VARIABLE:
    case HEADING_FIELD:
        break;
    }
    return &columns->items[heading->item];
}

/* Headings of joined files may differ in a byte order mark or in blanks. Most cells are
 * distinguished by their first letter, without any conversion. */
static bool is_title(const struct column *column, const struct csv_field *field) {
    if (field->length == column->title_length &&
        memcmp(field->bytes, column->title, field->length) == 0)
        return true;
    unsigned char one = (unsigned char)field->bytes[0], other = (unsigned char)column->title[0];
    if (one < 0x80 && other < 0x80 && isalnum(one) && isalnum(other) &&
        tolower(one) != tolower(other))
        return false;
    return headings_same(field->bytes, field->length, column->title, column->title_length);
}

bool columns_are_header(const struct binding *binding, const struct csv_record *record) {
    for (size_t i = 0; i < binding->count; i++)
        if (!is_title(&binding->columns[i], &record->fields[i]))
            return false;
    return true;
}
