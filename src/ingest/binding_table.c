#include "ingest/binding_table.h"

#include <ctype.h>
#include <string.h>

#include "base/language.h"
#include "base/utf8.h"
#include "survey/csv_writer.h"
#include "survey/quotation.h"

enum { TABLE_HEADING = 44, FILE_HEADING = 60, DIGITS_OF_A_NUMBER = 5, LONGEST_VALUE = 800 };

void binding_name(struct text *text, const struct heading *heading) {
    const struct question *question = heading->question;
    text_add(text, question->id);
    switch (heading->part) {
    case HEADING_VARIABLE:
        if (question->type == QUESTION_MATRIX)
            text_add_format(text, "__%s", question->rows[heading->item].id);
        if (question->type == QUESTION_MULTI || question->type == QUESTION_RANKING)
            text_add_format(text, "__%s", question->codes->codes[heading->item].id);
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

void binding_shorten(struct text *text, const char *bytes, size_t length, size_t limit) {
    if (!is_harmless(bytes, length)) {
        text_add_format(text,
                        language_pick("heading withheld (%zu bytes)",
                                      "Überschrift nicht gezeigt (%zu Bytes)"),
                        length);
        return;
    }
    size_t start = text->length, head = bytes_of(bytes, length, limit), tail = head;
    if (head < length) { /* the row or option stands at the end: both ends are shown */
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

/* Straight quotes cannot stand in a value; those of print are compared as the same. */
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

bool binding_add_value(struct text *text, const char *bytes, size_t length) {
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

void binding_add_heading(struct text *text, const struct column *column) {
    const char *title = column->title;
    size_t length = column->title_length;
    if (length <= LONGEST_VALUE && is_plain(title, length) && is_harmless(title, length))
        text_add_bytes(text, title, length);
    else if (!binding_add_value(text, title, length))
        text_add(text, language_pick("\"HEADING\"", "\"ÜBERSCHRIFT\""));
}

static void describe_metadata(struct text *text, enum metadata metadata) {
    switch (metadata) {
    case METADATA_ID:
        text_add(text, language_pick("respondent id", "Kennung"));
        break;
    case METADATA_TOKEN:
        text_add(text, language_pick("respondent token", "Zugangscode"));
        break;
    case METADATA_COMPLETED:
        text_add(text, language_pick("mark of completeness", "Vermerk der Vollständigkeit"));
        break;
    case METADATA_ORIGIN:
        text_add(text, language_pick("origin", "Herkunft"));
        break;
    case METADATA_NONE:
    case METADATA_DROPPED:
        text_add(text, language_pick("dropped", "entfällt"));
        break;
    }
}

static bool is_open(const struct heading *heading) {
    return heading->part == HEADING_OTHER_TEXT || heading->part == HEADING_COMMENT ||
           heading->question->type == QUESTION_TEXT;
}

static bool is_box(const struct heading *heading) {
    return heading->part == HEADING_OPTION || heading->part == HEADING_DK ||
           (heading->part == HEADING_VARIABLE && heading->question->type == QUESTION_MULTI);
}

/* What the column was read as, and where its text goes. */
static void describe(struct text *text, const struct column *column, const struct boxes *boxes,
                     bool contacts, bool quotes) {
    const struct heading *heading = &column->heading;
    if (column->ignored) {
        text_add(text, language_pick("left out on purpose", "absichtlich weggelassen"));
        return;
    }
    if (heading->question == NULL) {
        describe_metadata(text, column->metadata);
        return;
    }
    if (heading->part != HEADING_FIELD)
        binding_name(text, heading);
    if (heading->part == HEADING_FIELD)
        text_add(text, contacts
                           ? language_pick("contact, kept apart", "Kontakt, getrennt abgelegt")
                           : language_pick("contact, dropped", "Kontakt, entfällt"));
    else if (is_open(heading))
        text_add(text, quotes && quotation_allowed(heading->question)
                           ? language_pick(": open text, kept apart",
                                           ": offener Text, getrennt abgelegt")
                           : language_pick(": open text, dropped", ": offener Text, entfällt"));
    else if (is_box(heading) && boxes_has(boxes, heading->question)) {
        text_add(text, ": ");
        boxes_describe(text, boxes, heading->question);
    }
}

void binding_print(const struct binding *binding, const struct boxes *boxes, const char *file,
                   bool contacts, bool quotes, FILE *stream) {
    struct text line = {0};
    text_add_format(&line,
                    language_pick("%s: what its columns were read as",
                                  "%s: als was die Spalten gelesen wurden"),
                    file);
    utf8_print_visible(stream, text_string(&line));
    fputc('\n', stream);
    for (size_t i = 0; i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        struct text title = {0};
        binding_shorten(&title, column->title, column->title_length, TABLE_HEADING - 3);
        text_clear(&line);
        text_add_format(&line, "%5zu  ", i + 1);
        utf8_pad(&line, text_string(&title), TABLE_HEADING, false);
        text_add(&line, "  ");
        describe(&line, column, boxes, contacts, quotes);
        utf8_print_visible(stream, text_string(&line));
        fputc('\n', stream);
        text_free(&title);
    }
    text_free(&line);
}

void binding_write(const struct binding *binding, const struct boxes *boxes, bool contacts,
                   bool quotes, FILE *stream) {
    for (size_t i = 0; i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        const struct question *question = column->heading.question;
        struct text title = {0}, meaning = {0};
        binding_shorten(&title, column->title, column->title_length, FILE_HEADING);
        describe(&meaning, column, boxes, contacts, quotes);
        fprintf(stream, "%zu", i + 1);
        csv_write_free_text(stream, text_string(&title), false);
        csv_write_field(stream, text_string(&meaning), false);
        csv_write_field(stream, question != NULL ? question->id : "", false);
        csv_write_end(stream);
        text_free(&title);
        text_free(&meaning);
    }
}
