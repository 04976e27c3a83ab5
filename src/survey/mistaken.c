#include "survey/mistaken.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/language.h"
#include "base/text.h"

/* A line without blanks round it. */
struct part {
    const char *bytes;
    size_t length;
};

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\t';
}

/* The next line that is not empty, whatever the line ends; false at the end. */
static bool next_line(const char *bytes, size_t length, size_t *at, struct part *line) {
    while (*at < length) {
        size_t start = *at, end = *at;
        while (end < length && bytes[end] != '\n' && bytes[end] != '\r')
            end++;
        *at = end + 1;
        while (start < end && is_blank(bytes[start]))
            start++;
        while (end > start && is_blank(bytes[end - 1]))
            end--;
        if (end > start) {
            *line = (struct part){bytes + start, end - start};
            return true;
        }
    }
    return false;
}

static size_t word_length(const struct part *line, size_t at) {
    size_t from = at;
    while (at < line->length && (isalnum((unsigned char)line->bytes[at]) ||
                                 line->bytes[at] == '_' || line->bytes[at] == '.'))
        at++;
    return at - from;
}

/* [kind] or [kind name], in whatever case. */
static bool is_section(const struct part *line) {
    size_t at = 1, words = 0;
    if (line->bytes[0] != '[')
        return false;
    while (at < line->length && line->bytes[at] != ']') {
        size_t word = word_length(line, at);
        words += word > 0;
        at += word > 0 ? word : 1;
        if (word == 0 && !is_blank(line->bytes[at - 1]))
            return false;
    }
    return at + 1 == line->length && (words == 1 || words == 2);
}

static bool is_comment(const struct part *line) {
    return line->bytes[0] == '#' || line->bytes[0] == ';';
}

static bool is_key(const struct part *line) {
    size_t at = word_length(line, 0);
    bool word = at > 0;
    while (at < line->length && is_blank(line->bytes[at]))
        at++;
    return word && at < line->length && line->bytes[at] == '=';
}

static bool has_section(const char *bytes, size_t length) {
    struct part line;
    size_t at = 0;
    while (next_line(bytes, length, &at, &line))
        if (is_section(&line))
            return true;
    return false;
}

static bool has_delimiter(const struct part *line) {
    for (size_t i = 0; i < line->length; i++)
        if (line->bytes[i] != '\0' && strchr(",;\t|", line->bytes[i]) != NULL)
            return true;
    return false;
}

/* What word processors and spreadsheets save by default. */
static const struct document {
    const char *start;
    const char *english, *german;
} documents[] = {
    {"PK\x03\x04", "a file of Excel, Word or LibreOffice",
     "eine Datei von Excel, Word oder LibreOffice"},
    {"\xD0\xCF\x11\xE0", "a file of Excel or Word", "eine Datei von Excel oder Word"},
    {"%PDF-", "a PDF", "eine PDF"},
    {"{\\rtf", "a document of a word processor (RTF)",
     "ein Dokument einer Textverarbeitung (RTF)"},
    {"<!doctype html", "a web page (HTML)", "eine Webseite (HTML)"},
    {"<html", "a web page (HTML)", "eine Webseite (HTML)"},
    {"<?xml", "an XML file", "eine XML-Datei"},
};

static bool is_document(const char *file, const char *bytes, size_t length, struct diag *diag) {
    const struct diag_place place = {file, 0, 0, NULL};
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        const struct document *document = &documents[i];
        size_t size = strlen(document->start);
        if (length < size || strncasecmp(bytes, document->start, size) != 0)
            continue;
        diag_add(diag, DIAG_ERROR, &place,
                 "this is %s, not a questionnaire: a questionnaire is plain text, saved with "
                 "the encoding UTF-8; an export stands without -q",
                 "Das ist %s, kein Fragebogen: Ein Fragebogen ist reiner Text, mit der "
                 "Kodierung UTF-8 gespeichert; ein Export steht ohne -q",
                 language_pick(document->english, document->german));
        return true;
    }
    return false;
}

/* Tables of our own, by their first headings. */
static bool is_own_table(const struct part *line) {
    static const char *const headings[] = {"respondent,", "question,item,", "file,", "record,"};
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
        if (line->length > strlen(headings[i]) &&
            memcmp(line->bytes, headings[i], strlen(headings[i])) == 0)
            return true;
    return false;
}

static void say_export(const char *file, const struct part *first, struct diag *diag) {
    const struct diag_place place = {file, 0, 0, NULL};
    if (is_own_table(first))
        diag_add(diag, DIAG_ERROR, &place,
                 "this is a table made of an export, not a questionnaire: name the "
                 "questionnaire (.ini) behind -q, and the table without -q",
                 "Das ist eine Tabelle aus einem Export, kein Fragebogen: Bitte den "
                 "Fragebogen (.ini) hinter -q nennen, die Tabelle ohne -q");
    else if (has_delimiter(first))
        diag_add(diag, DIAG_ERROR, &place,
                 "this is an export, not a questionnaire: name the questionnaire (.ini) behind "
                 "-q, and the export without -q",
                 "Das ist ein Export, kein Fragebogen: Bitte den Fragebogen (.ini) hinter -q "
                 "nennen, den Export ohne -q");
    else
        diag_add(diag, DIAG_ERROR, &place,
                 "this is a text or an export, not a questionnaire: it has no [section]; name "
                 "the questionnaire (.ini) behind -q",
                 "Das ist ein Text oder ein Export, kein Fragebogen: Es gibt keinen "
                 "[Abschnitt]; bitte den Fragebogen (.ini) hinter -q nennen");
}

/* UTF-16 as far as ASCII goes: all that is looked for. What else has a NUL is no text. */
static void take_text(struct text *text, const char *bytes, size_t length) {
    bool wide =
        length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
    size_t at = wide ? 2 : length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (!wide && memchr(bytes, '\0', length) != NULL)
        return;
    for (; at < length; at++)
        if (!wide || bytes[at] != '\0')
            text_add_byte(text, bytes[at]);
}

bool mistaken_export(const char *file, const char *bytes, size_t length, struct diag *diag) {
    struct text text = {0};
    struct part first;
    size_t at = 0;
    if (is_document(file, bytes, length, diag))
        return true;
    take_text(&text, bytes, length);
    bool found = false;
    while (!found && next_line(text_string(&text), text.length, &at, &first))
        found = !is_comment(&first);
    found = found && !is_key(&first) && (first.bytes[0] != '[' || has_delimiter(&first)) &&
            !has_section(text.bytes, text.length);
    if (found)
        say_export(file, &first, diag);
    text_free(&text);
    return found;
}

bool mistaken_questionnaire(const char *file, const char *bytes, size_t length,
                            struct diag *diag) {
    const struct diag_place place = {file, 0, 0, NULL};
    struct part line = {NULL, 0};
    size_t at = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    bool section = false;
    while (next_line(bytes, length, &at, &line)) {
        if (is_comment(&line))
            continue;
        if (section || !is_section(&line))
            break;
        section = true;
    }
    if (!section || !is_key(&line))
        return false;
    diag_add(
        diag, DIAG_ERROR, &place,
        "this is a questionnaire, not an export or a table made of one: name it behind -q, "
        "and the answers without -q",
        "Das ist ein Fragebogen, kein Export und keine Tabelle daraus: Bitte hinter -q "
        "nennen, die Antworten ohne -q");
    return true;
}
