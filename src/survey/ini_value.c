/* What stands behind the = of a line: as it is, in double quotes, or a list of which some words
 * stand in double quotes. */
#include <string.h>

#include "base/utf8.h"
#include "survey/ini_draft.h"
#include "survey/typographic.h"

size_t ini_line_column(const struct ini_line *line, size_t offset) {
    size_t column = 1;
    for (size_t i = 0; i < offset && i < line->length; i++)
        column += (line->bytes[i] & 0xC0) != 0x80;
    return column;
}

const char *ini_line_copy(const struct ini_draft *draft, const struct ini_line *line,
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

/* A list of words, some of them in quotes: it is kept as it stands. */
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

bool ini_draft_value(struct ini_draft *draft, const struct ini_line *line, size_t start,
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
