#include "ingest/swallowed.h"

#include <stdbool.h>
#include <string.h>

/* With fewer fields a line of a text has as many commas by chance. */
enum { FEWEST_FIELDS = 4 };

static size_t count_line_feeds(const struct csv_field *field) {
    size_t count = 0;
    for (size_t i = 0; i < field->length; i++) {
        bool pair = field->bytes[i] == '\r' && field->bytes[i + 1] == '\n';
        count += (field->bytes[i] == '\r' && !pair) || field->bytes[i] == '\n' ? 1 : 0;
    }
    return count;
}

/* Behind a delimiter a cell begins at once; in a sentence a blank follows. */
static size_t count_delimiters(const char *bytes, size_t length, char delimiter) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += bytes[i] == delimiter && (i + 1 == length || bytes[i + 1] != ' ') ? 1 : 0;
    return count;
}

static size_t line_length(const char *bytes, size_t length) {
    size_t end = 0;
    while (end < length && bytes[end] != '\n' && bytes[end] != '\r')
        end++;
    return end;
}

/* The rest of one record, whole ones perhaps, and the beginning of another up to the same
 * column; or a whole one in any line. */
static bool holds_record(const struct csv_field *field, size_t column, size_t fields,
                         char delimiter) {
    size_t at = line_length(field->bytes, field->length);
    size_t count = count_delimiters(field->bytes, at, delimiter);
    bool fits = count == fields - column, whole = count >= fields - 1, broken = false;
    while (at < field->length) {
        at++;
        size_t length = line_length(field->bytes + at, field->length - at);
        if (length == 0 && at < field->length)
            continue; /* CR LF, or a blank line */
        count = count_delimiters(field->bytes + at, length, delimiter);
        whole = whole || count >= fields - 1;
        broken = true;
        at += length;
        if (at < field->length)
            fits = fits && count == fields - 1;
    }
    return broken && (whole || (fits && count == column - 1));
}

void swallowed_tell(const struct csv_record *record, size_t fields, char delimiter,
                    const char *file, struct diag *diag) {
    struct diag_place place = {file, record->line, 0, NULL};
    for (size_t i = 0; i < record->kept && i < fields && fields >= FEWEST_FIELDS; i++) {
        size_t feeds = count_line_feeds(&record->fields[i]);
        place.column = i + 1;
        if (feeds > 0 && holds_record(&record->fields[i], i + 1, fields, delimiter))
            diag_add(
                diag, DIAG_WARNING, &place,
                "this cell holds what looks like a whole record, which does not count: is "
                "its quotation mark closed too late? Correct it in a copy of the export",
                "diese Zelle enthält, was wie ein ganzer Datensatz aussieht, und der zählt "
                "nicht: Ist ihr Anführungszeichen zu spät geschlossen? Berichtigen Sie es "
                "in einer Kopie des Exports");
        place.line += feeds;
    }
}
