#include "ingest/dialect.h"

#include <string.h>
#include <strings.h>

#include "base/encoding.h"
#include "base/language.h"
#include "base/utf8.h"
#include "survey/metadata.h"

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

/* True where some field is "" and nothing else, and none that holds anything goes without
 * quotes: spreadsheets and programs that quote only here and there mean nothing by it. */
static bool has_quoted_empty(const char *bytes, size_t length, char delimiter) {
    bool quoted = false, at_start = true, found = false;
    for (size_t i = 0; i < length; i++) {
        bool ends = ends_field(bytes, length, i, delimiter);
        if (at_start && !quoted && !ends && bytes[i] != '"')
            return false;
        if (bytes[i] == '"') {
            bool empty = at_start && !quoted && i + 1 < length && bytes[i + 1] == '"';
            found = found || (empty && ends_field(bytes, length, i + 2, delimiter));
            quoted = !quoted;
        }
        at_start = !quoted && ends;
    }
    return found;
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
    dialect->header = header_rows_find(bytes, length, dialect->delimiter, dialect->directive);
    size_t first = 0;
    while (dialect->directive && first < length && bytes[first] != '\n')
        first++;
    dialect->quoted_empty = has_quoted_empty(bytes + first, length - first, dialect->delimiter);
    return true;
}

const char *dialect_delimiter_name(char delimiter) {
    if (delimiter == '\t')
        return language_pick("tab", "Tabulator");
    return delimiter == ';' ? ";" : ",";
}

/* UTF-8 that was taken for Windows-1252 once: every umlaut has become two letters, the first of
 * them this one. */
static void tell_damage(const char *bytes, size_t length, const struct diag_place *place,
                        struct diag *diag) {
    static const char *const traces[] = {"Ã¤", "Ã¶", "Ã¼", "ÃŸ"};
    for (size_t i = 0; i < sizeof traces / sizeof traces[0]; i++) {
        if (memmem(bytes, length, traces[i], strlen(traces[i])) == NULL)
            continue;
        diag_add(
            diag, DIAG_WARNING, place,
            "it holds '%s': its encoding was mistaken once, or one byte of it is broken; "
            "export it again as UTF-8",
            "sie enthält '%s': Ihr Zeichensatz wurde einmal verwechselt, oder ein Byte ist "
            "zerstört; exportieren Sie sie noch einmal, als UTF-8",
            traces[i]);
        return;
    }
}

/* No header is half a MiB long: such a file is refused before it fills the memory. */
static bool is_endless(const char *bytes, size_t length) {
    return length > ENCODING_PEEK / 2 && memchr(bytes, '\n', length) == NULL &&
           memchr(bytes, '\r', length) == NULL;
}

bool dialect_check(const char *bytes, size_t length, const char *file, struct diag *diag) {
    struct diag_place place = {.file = file};
    tell_damage(bytes, length, &place, diag);
    if (!is_endless(bytes, length))
        return true;
    place.line = 1;
    diag_add(diag, DIAG_ERROR, &place,
             "the first line is too long for a header; is this a CSV file?",
             "die erste Zeile ist zu lang für eine Kopfzeile; ist das eine CSV-Datei?");
    return false;
}

void dialect_describe(const struct dialect *dialect, const char *encoding, struct text *text) {
    text_add_format(
        text, language_pick("; encoding %s; delimiter %s", "; Zeichensatz %s; Trennzeichen %s"),
        encoding, dialect_delimiter_name(dialect->delimiter));
    if (dialect->quoted_empty)
        text_add(text, language_pick("; empty cells: not asked, \"\": no answer",
                                     "; leere Zellen: nicht gefragt, \"\": keine Antwort"));
    else
        text_add(text,
                 language_pick("; empty cells: no answer", "; leere Zellen: keine Antwort"));
}
