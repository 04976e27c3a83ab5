#include <string.h>
#include <strings.h>

#include "base/language.h"
#include "base/utf8.h"
#include "ingest/ingest.h"

static const char delimiters[] = {',', ';', '\t'};

/* How many headings the questionnaire knows with one delimiter: what form systems add counts
 * half. */
struct scoring {
    const struct headings *headings;
    size_t score;
};

static bool score_header(void *context, const struct csv_record *record) {
    struct scoring *scoring = context;
    for (size_t i = 0; i < record->kept; i++) {
        const struct csv_field *field = &record->fields[i];
        size_t count = 0;
        if (!utf8_valid(field->bytes, field->length))
            continue;
        headings_find(scoring->headings, field->bytes, field->length, &count);
        if (count > 0)
            scoring->score += 2;
        else if (metadata_find(field->bytes, field->length) != METADATA_NONE)
            scoring->score += 1;
    }
    return false;
}

static char best_delimiter(const char *bytes, size_t length, const struct headings *headings) {
    char best = delimiters[0];
    size_t best_score = 0;
    for (size_t i = 0; i < sizeof delimiters; i++) {
        struct scoring scoring = {headings, 0};
        csv_read_first(bytes, length, delimiters[i], score_header, &scoring);
        if (scoring.score > best_score) {
            best = delimiters[i];
            best_score = scoring.score;
        }
    }
    return best;
}

/* Excel reads a first line "sep=;" as an order, and writes it into some files. */
static bool find_directive(const char *bytes, size_t length, char *delimiter) {
    static const char word[] = "sep=";
    size_t size = strlen(word);
    if (length < size + 2 || strncasecmp(bytes, word, size) != 0)
        return false;
    if (bytes[size + 1] != '\r' && bytes[size + 1] != '\n')
        return false;
    *delimiter = bytes[size];
    return memchr(delimiters, bytes[size], sizeof delimiters) != NULL;
}

static bool ends_field(const char *bytes, size_t length, size_t at, char delimiter) {
    return at >= length || bytes[at] == delimiter || bytes[at] == '\r' || bytes[at] == '\n';
}

/* Looks for a field that is "" and nothing else. */
static bool has_quoted_empty(const char *bytes, size_t length, char delimiter) {
    bool quoted = false;
    bool at_start = true;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '"') {
            bool empty = at_start && !quoted && i + 1 < length && bytes[i + 1] == '"';
            if (empty && ends_field(bytes, length, i + 2, delimiter))
                return true;
            quoted = !quoted;
        }
        at_start = !quoted && ends_field(bytes, length, i, delimiter);
    }
    return false;
}

bool dialect_find(struct dialect *dialect, const char *bytes, size_t length,
                  const struct headings *headings) {
    *dialect = (struct dialect){.delimiter = delimiters[0]};
    size_t start = 0;
    while (start < length && strchr(" \t\r\n", bytes[start]) != NULL && bytes[start] != '\0')
        start++;
    if (start == length)
        return false;
    dialect->directive = find_directive(bytes, length, &dialect->delimiter);
    if (!dialect->directive)
        dialect->delimiter = best_delimiter(bytes, length, headings);
    dialect->quoted_empty = has_quoted_empty(bytes, length, dialect->delimiter);
    return true;
}

const char *dialect_delimiter_name(char delimiter) {
    if (delimiter == '\t')
        return language_pick("tab", "Tabulator");
    return delimiter == ';' ? ";" : ",";
}
