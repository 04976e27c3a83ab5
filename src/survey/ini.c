#include "survey/ini.h"

#include <errno.h>
#include <fcntl.h>
#include <iniparser/iniparser.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/die.h"
#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/utf8_control.h"
#include "survey/mistaken.h"
#include "survey/name_table.h"
#include "survey/typographic.h"

/* What the check of a file finds, before iniparser has read it. A draft is freed by
 * ini_draft_free; the strings in it live in the arena. */
enum {
    INI_LONGEST_LINE =
        1000,              /* iniparser 4.1 refuses a file with a line of 1,021 bytes or more */
    INI_LONGEST_NAME = 40, /* a kind or an id */
    INI_LONGEST_KEY = 100,
};

/* One line without its end, and where it is. */
struct ini_line {
    const char *bytes;
    size_t length;
    size_t number;
};

struct ini_draft {
    struct arena *arena;
    struct diag *diag;
    const char *file;
    struct ini_section *sections; /* count is set, entries not yet */
    size_t section_count, section_capacity;
    struct ini_entry *entries; /* of all sections, in order */
    size_t entry_count, entry_capacity;
    struct name_table *names; /* "[kind id]" and "N:key", with the line where it was first */
    struct text normal; /* the file as iniparser gets it: no BOM, LF, no comments, every value
                           in quotes, the same lines */
    size_t todo_count, first_todo;
    bool faulty;
};

/* One error with its place; column counts characters from 1, 0: not known. */
#define INI_FAULT(draft, line, column, item, ...)                                              \
    ((draft)->faulty = true,                                                                   \
     diag_add((draft)->diag, DIAG_ERROR,                                                       \
              &(struct diag_place){(draft)->file, (line), (column), (item)}, __VA_ARGS__))

/* --- values --- */

/* What is behind the = of a line: as it is, in double quotes, or a list of which some words are
 * in double quotes. */

/* The character, from 1, in which the byte at an offset lies. */
static size_t ini_line_column(const struct ini_line *line, size_t offset) {
    size_t column = 1;
    for (size_t i = 0; i < offset && i < line->length; i++)
        column += (line->bytes[i] & 0xC0) != 0x80;
    return column;
}

/* The bytes from start to end, in the arena. */
static const char *ini_line_copy(const struct ini_draft *draft, const struct ini_line *line,
                                 size_t start, size_t end) {
    return arena_copy_bytes(draft->arena, line->bytes + start, end - start);
}

bool ini_lists_phrases(const char *key) {
    static const char *const names[] = {"alias", "ignore", "missing", "ticked", "not_ticked"};
    size_t length = strcspn(key, ".");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strlen(names[i]) == length && memcmp(names[i], key, length) == 0)
            return true;
    return false;
}

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\t';
}

static void say_unclosed(struct ini_draft *draft, const struct ini_line *line, const char *key,
                         size_t at, size_t end) {
    if (typographic_quoting(ini_line_copy(draft, line, at + 1, end)) == TYPOGRAPHIC_HALF)
        INI_FAULT(draft, line->number, ini_line_column(line, at), key,
                  "the value begins with a straight quote and ends with one of a word "
                  "processor: write \" at both ends",
                  "Der Wert beginnt mit einem geraden Anführungszeichen und endet mit einem "
                  "einer Textverarbeitung: Bitte an beiden Enden \" schreiben");
    else
        INI_FAULT(draft, line->number, ini_line_column(line, at), key,
                  "the closing quote \" is missing",
                  "Das schließende Anführungszeichen \" fehlt");
}

/* The offset of the next double quote, or end. */
static size_t find_quote(const struct ini_line *line, size_t start, size_t end) {
    const char *quote = start < end ? memchr(line->bytes + start, '"', end - start) : NULL;
    return quote != NULL ? (size_t)(quote - line->bytes) : end;
}

/* A value in double quotes, from its first quote to the end of the line. */
static bool take_quoted(struct ini_draft *draft, const struct ini_line *line, size_t start,
                        size_t end, struct ini_entry *entry) {
    size_t close = find_quote(line, start + 1, end);
    if (close == end) {
        say_unclosed(draft, line, entry->key, start, end);
        return false;
    }
    if (close + 1 < end) {
        INI_FAULT(draft, line->number, ini_line_column(line, close + 1), entry->key,
                  "text behind the closing quote: inside a value write „…“, “…” or '…', and a "
                  "comment on "
                  "a line of its own",
                  "Text hinter dem schließenden Anführungszeichen: In einem Wert schreiben Sie "
                  "„…“ oder "
                  "'…', einen Kommentar in eine eigene Zeile");
        return false;
    }
    entry->value = ini_line_copy(draft, line, start + 1, close);
    entry->quoted = true;
    return true;
}

/* iniparser cuts the value off at a ; or #: with a blank before it, it was meant so. */
static void say_needs_quotes(struct ini_draft *draft, const struct ini_line *line,
                             const char *key, size_t at) {
    char found = line->bytes[at];
    if ((found == ';' || found == '#') && is_blank(line->bytes[at - 1]))
        INI_FAULT(
            draft, line->number, ini_line_column(line, at), key,
            "a value with %c must stand in double quotes: %s = \"...\"; a comment goes on a "
            "line of its own",
            "Ein Wert mit %c muss in geraden Anführungszeichen stehen: %s = \"...\"; ein "
            "Kommentar gehört in eine eigene Zeile",
            found, key);
    else
        INI_FAULT(draft, line->number, ini_line_column(line, at), key,
                  "a value with %c must stand in double quotes: %s = \"...\"",
                  "Ein Wert mit %c muss in geraden Anführungszeichen stehen: %s = \"...\"",
                  found, key);
}

static bool check_plain(struct ini_draft *draft, const struct ini_line *line, const char *key,
                        size_t start, size_t end) {
    for (size_t i = start; i < end; i++) {
        if (strchr("\"';#", line->bytes[i]) == NULL)
            continue;
        say_needs_quotes(draft, line, key, i);
        return false;
    }
    return true;
}

static bool is_between_words(char byte) {
    return is_blank(byte) || byte == ',';
}

/* The phrase whose quote is at *at, which moves behind it. Quotes that touch a word are
 * refused: whether a "b"c is one word or two is not to be guessed. */
static bool check_phrase(struct ini_draft *draft, const struct ini_line *line, const char *key,
                         size_t *at, size_t end) {
    size_t close = find_quote(line, *at + 1, end);
    if (close == end) {
        say_unclosed(draft, line, key, *at, end);
    } else if (utf8_is_blank(ini_line_copy(draft, line, *at + 1, close))) {
        INI_FAULT(draft, line->number, ini_line_column(line, *at), key,
                  "nothing stands between the quotes: delete them",
                  "Zwischen den Anführungszeichen steht nichts: Bitte löschen");
    } else if (close + 1 < end && !is_between_words(line->bytes[close + 1])) {
        INI_FAULT(draft, line->number, ini_line_column(line, close + 1), key,
                  "a blank is missing behind the quote: %s = one \"two words\" three",
                  "Hinter dem Anführungszeichen fehlt ein Leerzeichen: %s = eins \"zwei "
                  "Wörter\" drei",
                  key);
    } else {
        *at = close + 1;
        return true;
    }
    return false;
}

/* A list of words, some of them in quotes: it is kept as written. */
static bool take_list(struct ini_draft *draft, const struct ini_line *line, size_t start,
                      size_t end, struct ini_entry *entry) {
    for (size_t at = start; at < end;) {
        size_t from = at;
        if (is_between_words(line->bytes[at])) {
            at++;
        } else if (line->bytes[at] == '"') {
            if (!check_phrase(draft, line, entry->key, &at, end))
                return false;
        } else {
            while (at < end && !is_between_words(line->bytes[at]))
                at++;
            if (!check_plain(draft, line, entry->key, from, at))
                return false;
        }
    }
    entry->value = ini_line_copy(draft, line, start, end);
    return true;
}

/* The value that is from start to end of the line: into entry, whose key is set. False after
 * saying what is wrong with it. */
static bool ini_draft_value(struct ini_draft *draft, const struct ini_line *line, size_t start,
                            size_t end, struct ini_entry *entry) {
    size_t first = find_quote(line, start, end);
    bool whole = first == start && find_quote(line, start + 1, end) + 1 == end;
    if (first < end && !whole && ini_lists_phrases(entry->key))
        return take_list(draft, line, start, end, entry);
    if (first == start && first < end)
        return take_quoted(draft, line, start, end, entry);
    if (!check_plain(draft, line, entry->key, start, end))
        return false;
    entry->value = ini_line_copy(draft, line, start, end);
    return true;
}

/* --- iniparser --- */

/* iniparser 4.1 swallows much without a word, so whatever it makes of a file that has passed
 * our check is compared with what the check itself read. Only iniparser_load, getnsec and
 * getstring are used: the others crash on a NULL value (CVE-2023-33461) or read "010" as 8. */

/* No version of iniparser can hold a double quote in a value, and a backslash means nothing to
 * 4.1 and an escape to 4.2. So it gets control characters for both, which no file may have, and
 * every value in quotes: then blanks, ; and # are safe, too. */
enum { PLACE_OF_QUOTE = '\x01', PLACE_OF_BACKSLASH = '\x02' };

static void add_safe(struct text *text, const char *value) {
    for (; *value != '\0'; value++)
        text_add_byte(text, *value == '"'    ? PLACE_OF_QUOTE
                            : *value == '\\' ? PLACE_OF_BACKSLASH
                                             : *value);
}

/* Adds the entry to the normal text. */
static void ini_draft_write(struct ini_draft *draft, const struct ini_entry *entry) {
    text_add_format(&draft->normal, "%s = \"", entry->key);
    add_safe(&draft->normal, entry->value);
    text_add_byte(&draft->normal, '"');
}

/* iniparser prints the raw bytes of a bad line; our own diagnostics say it better. */
static int say_nothing(const char *format, ...) {
    (void)format;
    return 0;
}

/* The text in a file without a name: iniparser_load wants a path, and a folder for temporary
 * files may be missing. */
static int write_unnamed(const struct text *text) {
    int handle = memfd_create("questionnaire", MFD_CLOEXEC);
    size_t written = 0;
    while (handle >= 0 && written < text->length) {
        ssize_t put = write(handle, text->bytes + written, text->length - written);
        if (put <= 0)
            break;
        written += (size_t)put;
    }
    if (handle < 0 || written < text->length)
        die(EXIT_RESOURCE,
            "cannot make a temporary file:", "kann keine vorübergehende Datei anlegen:");
    return handle;
}

static dictionary *load(const struct text *text) {
    int handle = write_unnamed(text);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", handle);
    iniparser_set_error_callback(say_nothing);
    dictionary *loaded = iniparser_load(path);
    iniparser_set_error_callback(NULL);
    close(handle);
    return loaded;
}

static void compare_section(struct ini_draft *draft, const dictionary *loaded,
                            const struct ini_section *section,
                            const struct ini_entry *entries) {
    /* A kind, an id and a key within their limits fit well. */
    char name[2 * INI_LONGEST_NAME + INI_LONGEST_KEY + 4];
    struct text safe = {0};
    for (size_t i = 0; i < section->count; i++) {
        snprintf(name, sizeof name, "%s%s%s:%s", section->kind,
                 section->id[0] != '\0' ? " " : "", section->id, entries[i].key);
        const char *value = iniparser_getstring(loaded, name, NULL);
        text_clear(&safe);
        add_safe(&safe, entries[i].value);
        if (value == NULL || strcmp(value, text_string(&safe)) != 0)
            INI_FAULT(draft, entries[i].line, 0, entries[i].key,
                      "iniparser reads this line otherwise: word it anew",
                      "iniparser liest diese Zeile anders: Bitte neu formulieren");
    }
    text_free(&safe);
}

/* Lets iniparser read the draft's normal text and compares every value; any difference is an
 * error. */
static void ini_draft_compare(struct ini_draft *draft) {
    if (draft->normal.length == 0)
        return;
    dictionary *loaded = load(&draft->normal);
    if (loaded == NULL || (size_t)iniparser_getnsec(loaded) != draft->section_count) {
        INI_FAULT(draft, 0, 0, NULL, "iniparser does not read this file as it stands",
                  "iniparser liest diese Datei nicht so, wie sie dasteht");
    } else {
        const struct ini_entry *entries = draft->entries;
        for (size_t i = 0; i < draft->section_count; i++) {
            compare_section(draft, loaded, &draft->sections[i], entries);
            entries += draft->sections[i].count;
        }
    }
    if (loaded != NULL)
        iniparser_freedict(loaded);
}

/* --- lines --- */

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

/* Says which blank it is that is at an offset of a name or key; false if there is none. Nobody
 * sees a difference, so the message must. */
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

/* A comment "# TODO ...", as nachlese-form writes them into a draft. */
static void count_todo(struct ini_draft *draft, const struct ini_line *line, size_t start,
                       size_t end) {
    static const char word[] = "TODO";
    size_t length = strlen(word), at = skip_blanks(line, start + 1, end);
    if (end - at < length || memcmp(line->bytes + at, word, length) != 0 ||
        (at + length < end && !is_blank(line->bytes[at + length]) &&
         line->bytes[at + length] != ':'))
        return;
    if (draft->todo_count++ == 0)
        draft->first_todo = line->number;
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
    else if (line->bytes[start] == '#' || line->bytes[start] == ';')
        count_todo(draft, line, start, end);
    else
        check_entry(draft, line, start, end);
}

/* The faults of a file as a whole; true where its lines are worth reading. */
static bool check_whole(struct ini_draft *draft, const char *bytes, size_t length) {
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

/* Checks every line of the file's bytes and fills the draft; faults go to diag and set faulty.
 */
static void ini_draft_check(struct ini_draft *draft, const char *bytes, size_t length) {
    if (!check_whole(draft, bytes, length))
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

/* --- files --- */

/* A pipe or a device can be neither measured nor read again, so only regular files are taken.
 * O_NONBLOCK keeps the open of a named pipe from waiting for a writer. */
static int open_regular(const char *path, size_t *size) {
    int handle = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    if (handle < 0 || fstat(handle, &status) != 0)
        die(EXIT_NO_INPUT, "cannot open %s:", "kann %s nicht öffnen:", path);
    if (S_ISDIR(status.st_mode))
        die(EXIT_NO_INPUT, "%s is a folder, not a file", "%s ist ein Ordner, keine Datei",
            path);
    if (!S_ISREG(status.st_mode))
        die(EXIT_NO_INPUT, "%s is not a regular file: save it first and name the saved file",
            "%s ist keine gewöhnliche Datei: bitte erst speichern und die gespeicherte Datei "
            "angeben",
            path);
    *size = (size_t)status.st_size;
    return handle;
}

/* Reads at most one byte more than is allowed, so that a file that grows meanwhile is noticed
 * too. */
static char *read_whole(const char *path, size_t *length) {
    size_t size;
    int handle = open_regular(path, &size);
    size_t room = size < INI_MOST_BYTES ? size + 1 : INI_MOST_BYTES + 1;
    char *bytes = memory_allocate(room, 1);
    *length = 0;
    while (*length < room) {
        ssize_t got = read(handle, bytes + *length, room - *length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            die(EXIT_NO_INPUT, "cannot read %s:", "kann %s nicht lesen:", path);
        if (got == 0)
            break;
        *length += (size_t)got;
    }
    close(handle);
    return bytes;
}

static const struct ini *finish(struct ini_draft *draft, const char *bytes, size_t length) {
    struct ini *ini = arena_allocate(draft->arena, 1, sizeof *ini);
    struct ini_section *sections =
        arena_allocate(draft->arena, draft->section_count, sizeof *sections);
    struct ini_entry *entries =
        arena_allocate(draft->arena, draft->entry_count, sizeof *entries);
    if (draft->entry_count > 0)
        memcpy(entries, draft->entries, draft->entry_count * sizeof *entries);
    for (size_t i = 0; i < draft->section_count; i++) {
        sections[i] = draft->sections[i];
        sections[i].entries = entries;
        entries += sections[i].count;
    }
    *ini = (struct ini){draft->file, sections,          draft->section_count,
                        "",          draft->todo_count, draft->first_todo};
    digest_bytes(bytes, length, ini->digest);
    return ini;
}

static void ini_draft_free(struct ini_draft *draft) {
    free(draft->sections);
    free(draft->entries);
    name_table_free(draft->names);
    text_free(&draft->normal);
}

const struct ini *ini_read(struct arena *arena, const char *path, struct diag *diag) {
    size_t length;
    char *bytes = read_whole(path, &length);
    struct ini_draft draft = {.arena = arena,
                              .diag = diag,
                              .file = arena_copy(arena, path),
                              .names = name_table_new()};
    draft.faulty = mistaken_export(draft.file, bytes, length, diag);
    if (!draft.faulty)
        ini_draft_check(&draft, bytes, length);
    if (!draft.faulty)
        ini_draft_compare(&draft);
    const struct ini *ini = draft.faulty ? NULL : finish(&draft, bytes, length);
    ini_draft_free(&draft);
    free(bytes);
    return ini;
}

const struct ini_entry *ini_entry(const struct ini_section *section, const char *key) {
    for (size_t i = 0; i < section->count; i++)
        if (strcmp(section->entries[i].key, key) == 0)
            return &section->entries[i];
    return NULL;
}

const char *ini_value(const struct ini_section *section, const char *key) {
    const struct ini_entry *entry = ini_entry(section, key);
    return entry != NULL ? entry->value : NULL;
}
