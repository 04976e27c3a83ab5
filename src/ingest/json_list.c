#include "ingest/json_list.h"

#include <string.h>

#include "base/number.h"

struct reader {
    const char *at, *end;
    size_t quotes; /* how many surround a string */
    char *room;    /* where the next decoded byte goes */
};

static void skip_blanks(struct reader *reader) {
    while (reader->at < reader->end && strchr(" \t\r\n", *reader->at) != NULL)
        reader->at++;
}

/* Takes the byte, where it is there. */
static bool take(struct reader *reader, char byte) {
    if (reader->at == reader->end || *reader->at != byte)
        return false;
    reader->at++;
    return true;
}

static bool take_quote(struct reader *reader, char quote) {
    const char *before = reader->at;
    for (size_t i = 0; i < reader->quotes; i++)
        if (!take(reader, quote)) {
            reader->at = before;
            return false;
        }
    return true;
}

/* Four hexadecimal digits. */
static bool take_unit(struct reader *reader, unsigned *unit) {
    static const char digits[] = "0123456789abcdefABCDEF";
    *unit = 0;
    for (size_t i = 0; i < 4; i++) {
        const char *digit = reader->at < reader->end && *reader->at != '\0'
                                ? strchr(digits, *reader->at)
                                : NULL;
        if (digit == NULL)
            return false;
        unsigned value = (unsigned)(digit - digits);
        *unit = *unit * 16 + (value < 16 ? value : value - 6);
        reader->at++;
    }
    return true;
}

static void put_character(struct reader *reader, unsigned character) {
    if (character < 0x80) {
        *reader->room++ = (char)character;
        return;
    }
    unsigned following = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    static const unsigned leads[] = {0, 0xC0, 0xE0, 0xF0};
    *reader->room++ = (char)(leads[following] | character >> 6 * following);
    while (following-- > 0)
        *reader->room++ = (char)(0x80 | (character >> 6 * following & 0x3F));
}

/* Behind "\u": a character of 16 bits, or the two halves of a longer one. */
static bool take_code(struct reader *reader) {
    unsigned high, low;
    if (!take_unit(reader, &high) || high == 0 || (high >= 0xDC00 && high < 0xE000))
        return false;
    if (high < 0xD800 || high >= 0xE000) {
        put_character(reader, high);
        return true;
    }
    if (!take(reader, '\\') || !take(reader, 'u') || !take_unit(reader, &low) || low < 0xDC00 ||
        low >= 0xE000)
        return false;
    put_character(reader, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
    return true;
}

/* Behind a backslash. */
static bool take_escape(struct reader *reader) {
    static const char escapes[] = "\"\\/'bfnrt", characters[] = "\"\\/'\b\f\n\r\t";
    if (take(reader, 'u'))
        return take_code(reader);
    const char *found =
        reader->at < reader->end && *reader->at != '\0' ? strchr(escapes, *reader->at) : NULL;
    if (found == NULL)
        return false;
    reader->at++;
    *reader->room++ = characters[found - escapes];
    return true;
}

static bool take_string(struct reader *reader, char quote) {
    while (!take_quote(reader, quote)) {
        if (reader->at == reader->end)
            return false;
        if (*reader->at != '\\')
            *reader->room++ = *reader->at++;
        else if (reader->at++, !take_escape(reader))
            return false;
    }
    return true;
}

/* A number, or null, of which nothing is put down. */
static bool take_bare(struct reader *reader) {
    const char *start = reader->at;
    while (reader->at < reader->end && strchr(",] \t\r\n", *reader->at) == NULL)
        reader->at++;
    size_t length = (size_t)(reader->at - start);
    int64_t value;
    if (length == 4 && memcmp(start, "null", length) == 0)
        return true;
    if (!number_parse_decimal(start, length, '.', 6, &value))
        return false;
    memcpy(reader->room, start, length);
    reader->room += length;
    return true;
}

static bool take_item(struct reader *reader, struct pieces *items) {
    char *start = reader->room;
    bool taken = take_quote(reader, '"')    ? take_string(reader, '"')
                 : take_quote(reader, '\'') ? take_string(reader, '\'')
                                            : take_bare(reader);
    if (!taken || items->count == PIECES_MOST)
        return false;
    if (reader->room > start)
        items->pieces[items->count++] =
            (struct cell){start, (size_t)(reader->room - start), false};
    return true;
}

static bool read_list(struct pieces *items, struct reader reader) {
    items->count = 0;
    skip_blanks(&reader);
    if (!take(&reader, '['))
        return false;
    skip_blanks(&reader);
    bool open = !take(&reader, ']');
    while (open) {
        if (!take_item(&reader, items))
            return false;
        skip_blanks(&reader);
        open = !take(&reader, ']');
        if (open && !take(&reader, ','))
            return false;
        if (open)
            *reader.room++ = ','; /* between two items, where they are shown together */
        skip_blanks(&reader);
    }
    return reader.at == reader.end;
}

bool json_list_read(struct pieces *items, const struct cell *cell, char *room) {
    if (cell->length < 2 || cell->bytes[0] != '[')
        return false;
    struct reader reader = {cell->bytes, cell->bytes + cell->length, 1, room};
    if (read_list(items, reader))
        return true;
    reader.quotes = 2;
    return read_list(items, reader);
}
