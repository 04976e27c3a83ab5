#include "survey/dialect.h"

#include <string.h>
#include <strings.h>

#include "base/encoding.h"
#include "base/language.h"
#include "base/utf8.h"
#include "survey/metadata.h"
#include "survey/mistaken.h"

static const char delimiters[] = {',', ';', '\t'};
enum { LOOKED_AT = 50 /* records */ };

static struct dialect_score score_header(const struct headings *headings,
                                         const struct csv_record *record) {
    struct dialect_score score = {0, 0};
    for (size_t i = 0; i < record->kept; i++) {
        const struct csv_field *field = &record->fields[i];
        size_t count = 0;
        if (!utf8_valid(field->bytes, field->length))
            continue;
        headings_find(headings, field->bytes, field->length, &count);
        bool added = count == 0 && metadata_find(field->bytes, field->length) != METADATA_NONE;
        score.points += count > 0 ? 2 : added ? 1 : 0;
        score.known += count > 0 || added ? 1 : 0;
    }
    return score;
}

/* How a file reads with a delimiter. */
struct reading {
    const struct headings *headings;
    struct dialect_score score; /* of the first record, or of two that are one header */
    size_t fields;              /* of the first record */
    size_t records, alike;      /* looked at; with as many fields */
    bool well_formed;
};

static bool look(void *context, const struct csv_record *record) {
    struct reading *reading = context;
    if (reading->records++ == 0) {
        reading->score = score_header(reading->headings, record);
        reading->fields = record->kept;
    }
    reading->alike += record->kept == reading->fields ? 1 : 0;
    return reading->records < LOOKED_AT;
}

static struct reading read_with(char delimiter, const char *bytes, size_t length,
                                const struct headings *headings) {
    struct reading reading = {.headings = headings};
    size_t known;
    reading.well_formed = csv_read_beginning(bytes, length, delimiter, look, &reading);
    header_rows_find(bytes, length, delimiter, false, headings, &known);
    if (known * 2 > reading.score.points)
        reading.score = (struct dialect_score){known * 2, known};
    return reading;
}

static bool divides(const struct reading *reading) {
    return reading->well_formed && reading->fields > 1 && reading->alike * 2 > reading->records;
}

/* Known headings decide. Without any, what can be read goes before what is malformed, and what
 * divides the records before what does not: so the message is about the file and not about a
 * delimiter that it has not. */
static bool is_better(const struct reading *reading, const struct reading *best) {
    if (reading->score.points != best->score.points)
        return reading->score.points > best->score.points;
    if (reading->score.points > 0)
        return false;
    if (divides(reading) != divides(best))
        return divides(reading);
    if (reading->well_formed != best->well_formed)
        return reading->well_formed;
    return divides(reading) && reading->fields > best->fields;
}

/* A delimiter that is not read, where those that are make the file malformed. */
static char find_foreign(const char *bytes, size_t length, const struct headings *headings) {
    static const char foreign[] = "|:^~";
    for (const char *delimiter = foreign; *delimiter != '\0'; delimiter++) {
        const struct reading reading = read_with(*delimiter, bytes, length, headings);
        if (divides(&reading))
            return *delimiter;
    }
    return '\0';
}

static void find_delimiter(struct dialect *dialect, const char *bytes, size_t length,
                           const struct headings *headings) {
    struct reading best = read_with(delimiters[0], bytes, length, headings);
    for (size_t i = 1; i < sizeof delimiters; i++) {
        const struct reading reading = read_with(delimiters[i], bytes, length, headings);
        if (!is_better(&reading, &best))
            continue;
        dialect->delimiter = delimiters[i];
        best = reading;
    }
    dialect->score = best.score;
    dialect->doubtful = best.score.points == 0 || best.score.known * 2 < best.fields;
    if (!best.well_formed && best.score.points == 0)
        dialect->foreign = find_foreign(bytes, length, headings);
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

/* PDFs and tables of other programs that were given the ending .csv, or none at all. */
static const struct other_kind {
    const char *start;
    const char *english, *german;
} other_kinds[] = {
    {"PK\x03\x04", "an Excel or LibreOffice file", "eine Excel- oder LibreOffice-Datei"},
    /* D0 CF 11 E0, which was taken for Windows-1252 */
    {"\xC3\x90\xC3\x8F\x11\xC3\xA0", "an Excel file", "eine Excel-Datei"},
    {"%PDF-", "a PDF", "eine PDF"},
    {"<!doctype html", "a web page (HTML)", "eine Webseite (HTML)"},
    {"<html", "a web page (HTML)", "eine Webseite (HTML)"},
    {"<?xml", "an XML file", "eine XML-Datei"},
};

static const struct other_kind *find_other_kind(const char *bytes, size_t length) {
    while (length > 0 && strchr(" \t\r\n", *bytes) != NULL && *bytes != '\0') {
        bytes++;
        length--;
    }
    for (size_t i = 0; i < sizeof other_kinds / sizeof other_kinds[0]; i++) {
        size_t size = strlen(other_kinds[i].start);
        if (length >= size && strncasecmp(bytes, other_kinds[i].start, size) == 0)
            return &other_kinds[i];
    }
    return NULL;
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
        find_delimiter(dialect, bytes, length, headings);
    size_t known;
    dialect->header = header_rows_find(bytes, length, dialect->delimiter, dialect->directive,
                                       headings, &known);
    size_t first = 0;
    while (dialect->directive && first < length && bytes[first] != '\n')
        first++;
    dialect->quoted_empty = has_quoted_empty(bytes + first, length - first, dialect->delimiter);
    return true;
}

/* UTF-8 that was taken for Windows-1252 once: every umlaut has become two letters, the first of
 * them this one. */
static void warn_of_damage(const char *bytes, size_t length, const struct diag_place *place,
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
    const struct other_kind *kind = find_other_kind(bytes, length);
    if (kind != NULL) {
        diag_add(diag, DIAG_ERROR, &place,
                 "this is %s and no CSV file; save the answers as CSV (UTF-8)",
                 "das ist %s und keine CSV-Datei; speichern Sie die Antworten als CSV (UTF-8)",
                 language_pick(kind->english, kind->german));
        return false;
    }
    if (mistaken_questionnaire(file, bytes, length, diag))
        return false;
    warn_of_damage(bytes, length, &place, diag);
    if (!is_endless(bytes, length))
        return true;
    place.line = 1;
    diag_add(diag, DIAG_ERROR, &place,
             "the first line is too long for a header; is this a CSV file?",
             "die erste Zeile ist zu lang für eine Kopfzeile; ist das eine CSV-Datei?");
    return false;
}

/* --- where the header is, if not in the first line --- */

/* Those that are read, and others that programs write. */
static const char all_delimiters[] = ",;\t|:^~";
enum { FIRST_FOREIGN = 3, MOST_RECORDS = 10, LEAST_SCORE = 4 };

struct search {
    const struct headings *headings;
    char delimiter;
    size_t records, first_line, best;
    struct header_place found;
};

static bool look_for_header(void *context, const struct csv_record *record) {
    struct search *search = context;
    struct dialect_score score = score_header(search->headings, record);
    if (score.points > search->best && score.known * 2 >= record->kept) {
        search->best = score.points;
        search->found = (struct header_place){record->line, search->delimiter};
    }
    return ++search->records < MOST_RECORDS;
}

struct header_place dialect_find_header(const struct dialect *dialect, const char *bytes,
                                        size_t length, const struct headings *headings) {
    /* Much better, or it is no hint. */
    struct search search = {.headings = headings, .best = dialect->score.points * 2};
    if (search.best < LEAST_SCORE - 1)
        search.best = LEAST_SCORE - 1;
    for (const char *delimiter = all_delimiters; dialect->doubtful && *delimiter != '\0';
         delimiter++) {
        search.delimiter = *delimiter;
        search.records = 0;
        csv_read_beginning(bytes, length, *delimiter, look_for_header, &search);
    }
    return search.found;
}

bool dialect_refuse(const struct dialect *dialect, const char *file, struct diag *diag) {
    const struct diag_place place = {file, 1, 0, NULL};
    if (dialect->foreign == '\0')
        return false;
    diag_add(diag, DIAG_ERROR, &place,
             "no heading is known, and the delimiter seems to be '%c'; only comma, semicolon "
             "and tab are read: export or save it with one of them",
             "keine Überschrift ist bekannt, und das Trennzeichen ist wohl '%c'; gelesen "
             "werden nur Komma, Semikolon und Tabulator: exportieren oder speichern Sie die "
             "Datei mit einem davon",
             dialect->foreign);
    return true;
}

void dialect_note_header(const struct header_place *found, const struct dialect *dialect,
                         const char *file, struct diag *diag) {
    const struct diag_place place = {file, found->line, 0, NULL};
    if (found->line > 1)
        diag_add(diag, DIAG_NOTE, &place,
                 "this line looks like the header; delete the lines above it, in a copy of the "
                 "export",
                 "diese Zeile sieht nach der Kopfzeile aus; löschen Sie in einer Kopie des "
                 "Exports die Zeilen darüber");
    if (found->line > 0 &&
        (size_t)(strchr(all_delimiters, found->delimiter) - all_delimiters) >= FIRST_FOREIGN)
        diag_add(diag, DIAG_NOTE, &place,
                 "its delimiter seems to be '%c'; only comma, semicolon and tab are read: "
                 "export or save it with one of them",
                 "das Trennzeichen ist wohl '%c'; gelesen werden nur Komma, Semikolon und "
                 "Tabulator: exportieren oder speichern Sie die Datei mit einem davon",
                 found->delimiter);
    else if (found->line == 0 && dialect->doubtful && dialect->score.points == 0)
        diag_add(diag, DIAG_NOTE, &place,
                 "no heading is known with comma, semicolon or tab as the delimiter; others "
                 "are not read",
                 "mit Komma, Semikolon und Tabulator als Trennzeichen ist keine Überschrift "
                 "bekannt; andere werden nicht gelesen");
}

/* --- what is said of it --- */

static const char *delimiter_name(char delimiter) {
    if (delimiter == '\t')
        return language_pick("tab", "Tabulator");
    return delimiter == ';' ? ";" : ",";
}

void dialect_describe(const struct dialect *dialect, const char *encoding, struct text *text) {
    text_add_format(
        text, language_pick("; encoding %s; delimiter %s", "; Zeichensatz %s; Trennzeichen %s"),
        encoding, delimiter_name(dialect->delimiter));
    if (dialect->quoted_empty)
        text_add(text, language_pick("; empty cells: not asked, \"\": no answer",
                                     "; leere Zellen: nicht gefragt, \"\": keine Antwort"));
    else
        text_add(text,
                 language_pick("; empty cells: no answer", "; leere Zellen: keine Antwort"));
}
