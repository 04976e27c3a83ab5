#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "survey/ini_draft.h"
#include "survey/typographic.h"

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\t';
}

static bool is_lower(char byte) {
    return byte >= 'a' && byte <= 'z';
}

static bool is_upper(char byte) {
    return byte >= 'A' && byte <= 'Z';
}

static bool is_name_byte(char byte) {
    return is_lower(byte) || (byte >= '0' && byte <= '9') || byte == '_';
}

static size_t skip_blanks(const struct ini_line *line, size_t at, size_t end) {
    while (at < end && is_blank(line->bytes[at]))
        at++;
    return at;
}

static size_t trim_end(const struct ini_line *line, size_t start, size_t end) {
    while (end > start && is_blank(line->bytes[end - 1]))
        end--;
    return end;
}

/* The first offset at which the bytes stop being valid UTF-8. */
static size_t find_invalid(const struct ini_line *line) {
    size_t at = 0;
    while (at < line->length) {
        size_t size = 1;
        while (size < 4 && at + size <= line->length && !utf8_valid(line->bytes + at, size))
            size++;
        if (at + size > line->length || !utf8_valid(line->bytes + at, size))
            break;
        at += size;
    }
    return at;
}

static size_t find_control(const struct ini_line *line) {
    size_t at = 0;
    while (at < line->length) {
        size_t size = 1;
        while (at + size < line->length && (line->bytes[at + size] & 0xC0) == 0x80)
            size++;
        if (utf8_has_control(line->bytes + at, size))
            break;
        at += size;
    }
    return at;
}

/* What no line may hold, whatever it says. */
static bool check_bytes(struct ini_draft *draft, const struct ini_line *line) {
    const char *found;
    if (line->length > INI_LONGEST_LINE)
        INI_FAULT(
            draft, line->number, 0, NULL,
            "the line has %zu bytes, at most %d are allowed: shorten it; a list goes on in "
            "a line of its own, such as codes.2 = ...",
            "Die Zeile hat %zu Bytes, erlaubt sind höchstens %d: Bitte kürzen; eine "
            "Liste geht in einer eigenen Zeile weiter, etwa codes.2 = ...",
            line->length, INI_LONGEST_LINE);
    else if ((found = memchr(line->bytes, '\0', line->length)) != NULL)
        INI_FAULT(
            draft, line->number, ini_line_column(line, (size_t)(found - line->bytes)), NULL,
            "a NUL byte: this is not a plain text file; save it as UTF-8 text",
            "Ein NUL-Byte: Das ist keine reine Textdatei; bitte als Text in UTF-8 speichern");
    else if (!utf8_valid(line->bytes, line->length))
        INI_FAULT(draft, line->number, ini_line_column(line, find_invalid(line)), NULL,
                  "not valid UTF-8: save the file with the encoding UTF-8",
                  "Kein gültiges UTF-8: Bitte die Datei mit der Kodierung UTF-8 speichern");
    else if ((found = memchr(line->bytes, '\r', line->length)) != NULL)
        INI_FAULT(
            draft, line->number, ini_line_column(line, (size_t)(found - line->bytes)), NULL,
            "a carriage return without line feed: save the file with the line ends of "
            "Windows or Unix",
            "Ein Wagenrücklauf ohne Zeilenvorschub: Bitte die Datei mit den Zeilenenden von "
            "Windows oder Unix speichern");
    else if (utf8_has_control(line->bytes, line->length))
        INI_FAULT(draft, line->number, ini_line_column(line, find_control(line)), NULL,
                  "a control character, invisible in the editor: delete it",
                  "Ein Steuerzeichen, im Editor unsichtbar: Bitte löschen");
    else
        return true;
    return false;
}

/* Says which blank it is that stands at an offset of a name or key; false where there is none.
 * Nobody sees a difference, so the message must. */
static bool say_odd_blank(struct ini_draft *draft, const struct ini_line *line, size_t at) {
    unsigned code;
    if (utf8_odd_blank(line->bytes + at, line->length - at, &code) == 0)
        return false;
    INI_FAULT(draft, line->number, ini_line_column(line, at), NULL,
              "a non-breaking or invisible blank (U+%04X): delete it, or write an ordinary one",
              "Ein geschütztes oder unsichtbares Leerzeichen (U+%04X): Bitte löschen oder ein "
              "gewöhnliches schreiben",
              code);
    return true;
}

/* One word of a section's name: [a-z0-9_], with a clear sentence for what iniparser would fold
 * or split. */
static bool check_word(struct ini_draft *draft, const struct ini_line *line, size_t start,
                       size_t end) {
    const char *word = ini_line_copy(draft, line, start, end);
    size_t column = ini_line_column(line, start);
    if (end - start > INI_LONGEST_NAME) {
        INI_FAULT(
            draft, line->number, column, NULL, "the name has %zu bytes, at most %d are allowed",
            "Der Name hat %zu Bytes, erlaubt sind höchstens %d", end - start, INI_LONGEST_NAME);
        return false;
    }
    for (size_t i = start; i < end; i++) {
        char byte = line->bytes[i];
        if (is_name_byte(byte))
            continue;
        if (say_odd_blank(draft, line, i))
            return false;
        if (is_upper(byte))
            INI_FAULT(draft, line->number, column, word,
                      "names of sections are in lower case only",
                      "Namen von Abschnitten stehen nur in Kleinbuchstaben");
        else if (byte == ':')
            INI_FAULT(draft, line->number, ini_line_column(line, i), word,
                      "a colon in the name of a section: write [kind name] with a blank",
                      "Ein Doppelpunkt im Namen eines Abschnitts: Bitte [Art Name] mit einem "
                      "Leerzeichen schreiben");
        else
            INI_FAULT(draft, line->number, ini_line_column(line, i), word,
                      "names of sections have only the letters a to z, digits and _",
                      "Namen von Abschnitten haben nur die Buchstaben a bis z, Ziffern und _");
        return false;
    }
    return true;
}

static void add_section(struct ini_draft *draft, const struct ini_line *line, const char *kind,
                        const char *id) {
    const char *name =
        arena_format(draft->arena, "[%s%s%s]", kind, id[0] != '\0' ? " " : "", id);
    size_t first;
    /* A section whose name is at fault has no kind. It still takes up the keys below it, lest
     * each be called homeless. */
    if (kind[0] != '\0' && !name_table_add(draft->names, name, line->number, &first))
        INI_FAULT(draft, line->number, 1, name,
                  "this section stands already in line %zu: join the two",
                  "Diesen Abschnitt gibt es schon in Zeile %zu: Bitte beide zusammenfassen",
                  first);
    draft->sections = memory_grow(draft->sections, draft->section_count,
                                  &draft->section_capacity, sizeof *draft->sections);
    draft->sections[draft->section_count++] =
        (struct ini_section){kind, id, line->number, NULL, 0};
    text_add(&draft->normal, name);
}

/* The words between the brackets; the first two are kept. False where one is no name. */
static bool cut_words(struct ini_draft *draft, const struct ini_line *line, size_t start,
                      size_t end, const char *words[2], size_t *count) {
    bool fine = true;
    size_t at = skip_blanks(line, start, end);
    for (*count = 0; at < end; (*count)++) {
        size_t from = at;
        while (at < end && !is_blank(line->bytes[at]))
            at++;
        fine &= check_word(draft, line, from, at);
        if (*count < 2)
            words[*count] = ini_line_copy(draft, line, from, at);
        at = skip_blanks(line, at, end);
    }
    return fine;
}

static void check_section(struct ini_draft *draft, const struct ini_line *line, size_t start,
                          size_t end) {
    const char *bracket = memchr(line->bytes + start, ']', end - start);
    size_t close = bracket != NULL ? (size_t)(bracket - line->bytes) : end;
    const char *words[2] = {"", ""};
    size_t count;
    if (bracket == NULL)
        INI_FAULT(draft, line->number, ini_line_column(line, end), NULL,
                  "the closing ] is missing", "Die schließende Klammer ] fehlt");
    else if (close + 1 < end && memchr(bracket, '=', end - close) != NULL)
        INI_FAULT(
            draft, line->number, ini_line_column(line, close + 1), NULL,
            "a key behind the ]: it goes on a line of its own, below the one line that "
            "begins the section",
            "Ein Schlüssel hinter der Klammer ]: Er gehört in eine eigene Zeile, unter die "
            "eine Zeile, mit der der Abschnitt beginnt");
    else if (close + 1 < end)
        INI_FAULT(draft, line->number, ini_line_column(line, close + 1), NULL,
                  "text behind the ]: a comment goes on a line of its own",
                  "Text hinter der Klammer ]: Ein Kommentar gehört in eine eigene Zeile");
    bool fine = cut_words(draft, line, start + 1, close, words, &count);
    if (fine && (count == 0 || count > 2))
        INI_FAULT(draft, line->number, ini_line_column(line, start), NULL,
                  "a section is [kind] or [kind name], such as [question region]",
                  "Ein Abschnitt heißt [Art] oder [Art Name], zum Beispiel [question region]");
    add_section(draft, line, fine && count <= 2 ? words[0] : "", words[1]);
}

static bool check_key(struct ini_draft *draft, const struct ini_line *line, size_t start,
                      size_t end) {
    size_t column = ini_line_column(line, start);
    if (end == start || end - start > INI_LONGEST_KEY) {
        INI_FAULT(draft, line->number, column, NULL,
                  "before the = stands a key of 1 to %d bytes",
                  "Vor dem = steht ein Schlüssel von 1 bis %d Bytes", INI_LONGEST_KEY);
        return false;
    }
    const char *key = ini_line_copy(draft, line, start, end);
    for (size_t i = start; i < end; i++) {
        char byte = line->bytes[i];
        if (is_name_byte(byte) || (byte == '.' && i > start))
            continue;
        if (say_odd_blank(draft, line, i))
            return false;
        if (is_upper(byte))
            INI_FAULT(draft, line->number, column, key, "keys are in lower case only",
                      "Schlüssel stehen nur in Kleinbuchstaben");
        else if (byte == ':')
            INI_FAULT(draft, line->number, ini_line_column(line, i), key,
                      "a colon in a key: parts of a key are joined by dots, as in text.de",
                      "Ein Doppelpunkt in einem Schlüssel: Teile werden mit Punkten verbunden, "
                      "wie in "
                      "text.de");
        else
            INI_FAULT(draft, line->number, ini_line_column(line, i), key,
                      "keys have only the letters a to z, digits, _ and dots",
                      "Schlüssel haben nur die Buchstaben a bis z, Ziffern, _ und Punkte");
        return false;
    }
    return true;
}

static void add_entry(struct ini_draft *draft, const struct ini_line *line,
                      const struct ini_entry *entry) {
    const char *name = arena_format(draft->arena, "%zu:%s", draft->section_count, entry->key);
    size_t first;
    if (!name_table_add(draft->names, name, line->number, &first))
        INI_FAULT(draft, line->number, 1, entry->key,
                  "this key stands already in line %zu: delete one of the two",
                  "Diesen Schlüssel gibt es schon in Zeile %zu: Bitte einen der beiden löschen",
                  first);
    draft->entries = memory_grow(draft->entries, draft->entry_count, &draft->entry_capacity,
                                 sizeof *draft->entries);
    draft->entries[draft->entry_count++] = *entry;
    draft->sections[draft->section_count - 1].count++;
}

static void check_entry(struct ini_draft *draft, const struct ini_line *line, size_t start,
                        size_t end) {
    const char *sign = memchr(line->bytes + start, '=', end - start);
    if (sign == NULL) {
        INI_FAULT(draft, line->number, ini_line_column(line, start), NULL,
                  "neither [section] nor key = value nor a comment with # in front",
                  "Weder [Abschnitt] noch Schlüssel = Wert noch ein Kommentar mit # davor");
        return;
    }
    size_t equals = (size_t)(sign - line->bytes);
    size_t key_end = trim_end(line, start, equals), value = skip_blanks(line, equals + 1, end);
    size_t odd_end = key_end, odd_value = value, from = start;
    typographic_trim(line->bytes, &from, &key_end);
    typographic_trim(line->bytes, &value, &end);
    if (!check_key(draft, line, start, key_end))
        return;
    struct ini_entry entry = {.key = ini_line_copy(draft, line, start, key_end),
                              .line = line->number,
                              .odd_blanks = key_end != odd_end || value != odd_value};
    if (!ini_draft_value(draft, line, value, end, &entry))
        return;
    if (draft->section_count == 0)
        INI_FAULT(
            draft, line->number, ini_line_column(line, start), entry.key,
            "a key before the first [section]: move it below one",
            "Ein Schlüssel vor dem ersten [Abschnitt]: Bitte unter einen Abschnitt setzen");
    else if (strchr(entry.value, '\t') != NULL)
        INI_FAULT(draft, line->number, 0, entry.key,
                  "a tab in the value: write a blank instead",
                  "Ein Tabulator im Wert: Bitte stattdessen ein Leerzeichen schreiben");
    else {
        add_entry(draft, line, &entry);
        ini_draft_write(draft, &entry);
    }
}

static void check_line(struct ini_draft *draft, const struct ini_line *line) {
    if (!check_bytes(draft, line))
        return;
    size_t start = 0, end = line->length;
    typographic_trim(line->bytes, &start, &end);
    if (start == end)
        return;
    /* iniparser joins the next line to this one, even where this one is a comment. */
    if (line->bytes[end - 1] == '\\')
        INI_FAULT(
            draft, line->number, ini_line_column(line, end - 1), NULL,
            "a \\ at the end of a line would swallow the next line: delete it or put quotes "
            "round "
            "the value",
            "Ein \\ am Zeilenende würde die nächste Zeile verschlucken: Bitte löschen oder den "
            "Wert in Anführungszeichen setzen");
    else if (line->bytes[start] == '[')
        check_section(draft, line, start, end);
    else if (line->bytes[start] != '#' && line->bytes[start] != ';')
        check_entry(draft, line, start, end);
}

/* The faults of a file as a whole; true where its lines are worth reading. */
static bool check_file(struct ini_draft *draft, const char *bytes, size_t length) {
    if (length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
        INI_FAULT(draft, 1, 0, NULL, "the file is in UTF-16: save it with the encoding UTF-8",
                  "Die Datei ist in UTF-16: Bitte mit der Kodierung UTF-8 speichern");
    else if (length > INI_MOST_BYTES)
        INI_FAULT(draft, 0, 0, NULL, "the file has more than %d bytes",
                  "Die Datei hat mehr als %d Bytes", INI_MOST_BYTES);
    else
        return true;
    return false;
}

void ini_draft_check(struct ini_draft *draft, const char *bytes, size_t length) {
    if (!check_file(draft, bytes, length))
        return;
    size_t at = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (size_t number = 1; at < length; number++) {
        const char *feed = memchr(bytes + at, '\n', length - at);
        size_t end = feed != NULL ? (size_t)(feed - bytes) : length;
        size_t cut = feed != NULL && end > at && bytes[end - 1] == '\r' ? end - 1 : end;
        check_line(draft, &(struct ini_line){bytes + at, cut - at, number});
        text_add_byte(&draft->normal, '\n');
        /* What holds a NUL is no text: one message is enough. */
        if (memchr(bytes + at, '\0', end - at) != NULL)
            return;
        at = end + 1;
        if (draft->entry_count > INI_MOST_ENTRIES) {
            INI_FAULT(draft, number, 0, NULL, "more than %d keys in one file",
                      "Mehr als %d Schlüssel in einer Datei", INI_MOST_ENTRIES);
            return;
        }
    }
}
