#include "ingest/heading_text.h"

#include <ctype.h>
#include <string.h>

#include "base/language.h"
#include "base/utf8.h"

enum { DIGITS_OF_A_NUMBER = 5, LONGEST_VALUE = 800 };

void heading_text_meaning(struct text *text, const struct heading *heading) {
    const struct question *question = heading->question;
    const struct code *item;
    text_add(text, question->id);
    switch (heading->part) {
    case HEADING_VARIABLE:
        item = question_item(question, heading->item);
        if (item != NULL)
            text_add_format(text, "__%s", item->id);
        break;
    case HEADING_WHOLE:
        text_add(text, language_pick(", all options", ", alle Optionen"));
        break;
    case HEADING_RANK:
        text_add_format(text, language_pick(", rank %zu", ", Rang %zu"), heading->item + 1);
        break;
    case HEADING_OTHER_TEXT:
        text_add(text, "__other");
        break;
    case HEADING_COMMENT:
        text_add(text, language_pick(", comment", ", Kommentar"));
        break;
    case HEADING_DK:
        text_add(text, language_pick(", don't know", ", weiß nicht"));
        break;
    case HEADING_OPTION:
        text_add_format(text, language_pick(", option %s", ", Option %s"),
                        question->codes->codes[heading->item].id);
        break;
    case HEADING_FIELD:
        text_add_format(text, "__%s", question->rows[heading->item].id);
        break;
    }
}

/* A file without a header has answers in its first line: no addresses or numbers of people may
 * be shown. */
static bool is_harmless(const char *bytes, size_t length) {
    size_t digits = 0;
    for (size_t i = 0; i < length; i++) {
        digits = bytes[i] >= '0' && bytes[i] <= '9' ? digits + 1 : 0;
        if (bytes[i] == '@' || digits >= DIGITS_OF_A_NUMBER)
            return false;
    }
    return true;
}

static bool begins_character(char byte) {
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* How many bytes the first characters take, at most limit of them. */
static size_t bytes_of(const char *bytes, size_t length, size_t limit) {
    size_t end = 0;
    for (size_t characters = 0; end < length && characters < limit; characters++)
        do
            end++;
        while (end < length && !begins_character(bytes[end]));
    return end;
}

/* Where the last characters begin, at most limit of them. */
static size_t last_bytes_of(const char *bytes, size_t length, size_t limit) {
    size_t start = length;
    for (size_t characters = 0; start > 0 && characters < limit; characters++)
        do
            start--;
        while (start > 0 && !begins_character(bytes[start]));
    return start;
}

static bool is_break(char byte) {
    return byte == '\n' || byte == '\r' || byte == '\t';
}

void heading_text_shorten(struct text *text, const char *bytes, size_t length, size_t limit) {
    if (!is_harmless(bytes, length)) {
        text_add_format(text,
                        language_pick("heading withheld (%zu bytes)",
                                      "Überschrift nicht gezeigt (%zu Bytes)"),
                        length);
        return;
    }
    size_t start = text->length, head = bytes_of(bytes, length, limit), tail = head;
    if (head < length) { /* the row or option is at the end: both ends are shown */
        head = bytes_of(bytes, length, limit - limit / 2);
        tail = last_bytes_of(bytes, length, limit / 2);
    }
    text_add_bytes(text, bytes, head);
    if (tail < length)
        text_add(text, "...");
    text_add_bytes(text, bytes + tail, length - tail);
    for (size_t i = start; i < text->length; i++)
        if (is_break(text->bytes[i]))
            text->bytes[i] = ' ';
}

/* Straight quotes cannot be in a value; those of print are compared as the same. */
static void add_unquoted(struct text *text, const char *bytes, size_t length) {
    bool open = false;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '"') {
            open = !open;
            text_add(text, open ? language_pick("“", "„") : language_pick("”", "“"));
        } else {
            text_add_bytes(text, is_break(bytes[i]) ? " " : bytes + i, 1);
        }
    }
}

bool heading_text_quote(struct text *text, const char *bytes, size_t length) {
    if (length == 0 || length > LONGEST_VALUE || !is_harmless(bytes, length))
        return false;
    text_add(text, "\"");
    add_unquoted(text, bytes, length);
    text_add(text, "\"");
    return true;
}

/* Nothing in it separates words, quotes, or begins a comment. */
static bool is_plain(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte >= 0x80 || (!isalnum(byte) && byte != '_'))
            return false;
    }
    return length > 0;
}

void heading_text_in_ini(struct text *text, const struct column *column) {
    const char *title = column->title;
    size_t length = column->title_length;
    if (length <= LONGEST_VALUE && is_plain(title, length) && is_harmless(title, length))
        text_add_bytes(text, title, length);
    else if (!heading_text_quote(text, title, length))
        text_add(text, language_pick("\"HEADING\"", "\"ÜBERSCHRIFT\""));
}

const char *heading_text_form(struct arena *arena, const char *bytes, size_t length) {
    struct text form = {0};
    utf8_comparison_form(&form, bytes, length, true);
    const char *copy = arena_copy(arena, text_string(&form));
    text_free(&form);
    return copy;
}
