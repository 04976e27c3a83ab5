#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/die.h"
#include "base/entities.h"
#include "base/memory.h"

/* Given to libunistring so that the locale's character set plays no part. */
static const char ENCODING[] = "UTF-8";

bool utf8_valid(const char *bytes, size_t length) {
    return u8_check((const uint8_t *)bytes, length) == NULL;
}

size_t utf8_width(const char *string) {
    int width = u8_strwidth((const uint8_t *)string, ENCODING);
    return width > 0 ? (size_t)width : 0;
}

/* The code point behind a number sign. */
static ucs4_t numbered_entity(const char *name, size_t length) {
    int base = length > 1 && (name[1] == 'x' || name[1] == 'X') ? 16 : 10;
    size_t start = base == 16 ? 2 : 1;
    ucs4_t character = 0;
    if (length <= start || length > 8)
        return 0;
    for (size_t i = start; i < length; i++) {
        const char *digit = memchr("0123456789abcdefABCDEF", name[i], base == 16 ? 22 : 10);
        if (digit == NULL)
            return 0;
        unsigned char byte = (unsigned char)name[i];
        character = character * (ucs4_t)base +
                    (ucs4_t)(byte <= '9' ? byte - '0' : (byte | 0x20) - 'a' + 10);
    }
    return character < 0x110000 && (character < 0xD800 || character > 0xDFFF) ? character : 0;
}

/* The length of an entity at bytes ("&amp;" is 5) and its character; 0 if absent. */
static size_t entity_at(const char *bytes, size_t length, ucs4_t *character) {
    enum { LONGEST_ENTITY = 12 };
    const char *end = memchr(bytes, ';', length < LONGEST_ENTITY ? length : LONGEST_ENTITY);
    if (bytes[0] != '&' || end == NULL || end - bytes < 2)
        return 0;
    const char *name = bytes + 1;
    size_t name_length = (size_t)(end - name);
    *character = name[0] == '#' ? numbered_entity(name, name_length)
                                : entity_character(name, name_length);
    return *character != 0 ? (size_t)(end - bytes) + 1 : 0;
}

/* The length of an HTML tag at bytes; 0 if there is none: "< 6 Monate" and "a<b" without '>'
 * are text.
 */
static size_t tag_at(const char *bytes, size_t length) {
    if (bytes[0] != '<' || length < 3)
        return 0;
    size_t at = bytes[1] == '/' ? 2 : 1;
    char first = bytes[at];
    if (!((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')))
        return 0;
    const char *end = memchr(bytes, '>', length);
    return end != NULL ? (size_t)(end - bytes) + 1 : 0;
}

static void add_character(struct text *text, ucs4_t character) {
    uint8_t bytes[6];
    int size = u8_uctomb(bytes, character, sizeof bytes);
    if (size > 0)
        text_add_bytes(text, (const char *)bytes, (size_t)size);
}

/* Tags go, entities become characters. A tag becomes nothing, as in "<strong>aktiv</strong>?".
 */
static void add_plain(struct text *plain, const char *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        size_t skip = tag_at(bytes + at, length - at);
        if (skip > 0) {
            at += skip;
            continue;
        }
        skip = entity_at(bytes + at, length - at, &character);
        if (skip > 0) {
            add_character(plain, character);
            at += skip;
            continue;
        }
        text_add_byte(plain, bytes[at++]);
    }
}

static bool is_invisible(ucs4_t character) {
    return character == 0xFEFF || character == 0xAD ||
           (character >= 0x200B && character <= 0x200F) || character == 0x2060;
}

static bool is_space(ucs4_t character) {
    return character == 0xA0 || character == 0x202F || character == 0x2007 ||
           character == 0x85 || uc_is_property_white_space(character);
}

/* Word processors and form systems swap these for each other: typographic quotes, apostrophes
 * and dashes. */
static ucs4_t plain_punctuation(ucs4_t character) {
    switch (character) {
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
        return '"';
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0xB4:
        return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return '-';
    default:
        return character;
    }
}

static void add_folded_spaces(struct text *result, const uint8_t *bytes, size_t length,
                              bool fold) {
    size_t start = result->length;
    bool pending = false;
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        at += (size_t)u8_mbtouc(&character, bytes + at, length - at);
        if (is_invisible(character))
            continue;
        if (is_space(character)) {
            pending = true;
            continue;
        }
        if (pending && result->length > start)
            text_add_byte(result, ' ');
        pending = false;
        add_character(result, fold ? plain_punctuation(character) : character);
    }
}

static bool is_plain_ascii(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] >= 0x80 || bytes[i] == '<' || bytes[i] == '&')
            return false;
    return true;
}

/* Most cells and headings are ASCII: they need none of the tables. */
static void add_ascii(struct text *result, const char *bytes, size_t length, bool fold) {
    size_t start = result->length;
    bool pending = false;
    for (size_t i = 0; i < length; i++) {
        char byte = bytes[i];
        if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
            pending = true;
            continue;
        }
        if (pending && result->length > start)
            text_add_byte(result, ' ');
        pending = false;
        text_add_byte(result, fold && byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte);
    }
}

void utf8_comparison_form(struct text *result, const char *bytes, size_t length, bool fold) {
    if (is_plain_ascii(bytes, length)) {
        add_ascii(result, bytes, length, fold);
        return;
    }
    struct text plain = {0};
    add_plain(&plain, bytes, length);
    size_t size = 0;
    const uint8_t *source = (const uint8_t *)text_string(&plain);
    uint8_t *normal = fold ? u8_casefold(source, plain.length, NULL, UNINORM_NFC, NULL, &size)
                           : u8_normalize(UNINORM_NFC, source, plain.length, NULL, &size);
    if (normal == NULL)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    add_folded_spaces(result, normal, size, fold);
    free(normal);
    text_free(&plain);
}

/* White space and what Unicode says to show nothing for; a blank Braille cell is neither. A
 * mark over nothing is no text. */
static bool shows_nothing(ucs4_t character) {
    enum { BRAILLE_BLANK = 0x2800 };
    return is_space(character) || is_invisible(character) || character == BRAILLE_BLANK ||
           uc_is_property_default_ignorable_code_point(character) ||
           uc_is_general_category_withtable(
               character, UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cc);
}

bool utf8_is_blank(const char *string) {
    struct text plain = {0};
    add_plain(&plain, string, strlen(string));
    const uint8_t *bytes = (const uint8_t *)text_string(&plain);
    bool blank = true;
    for (size_t at = 0; blank && at < plain.length;) {
        ucs4_t character;
        at += (size_t)u8_mbtouc(&character, bytes + at, plain.length - at);
        blank = shows_nothing(character);
    }
    text_free(&plain);
    return blank;
}

size_t utf8_odd_blank(const char *bytes, size_t length, unsigned *code) {
    ucs4_t character;
    if (length == 0 || (unsigned char)bytes[0] < 0x80)
        return 0;
    int size = u8_mbtouc(&character, (const uint8_t *)bytes, length);
    if (!is_space(character) && !is_invisible(character))
        return 0;
    if (code != NULL)
        *code = character;
    return (size_t)size;
}

static size_t width_of(const uint8_t *bytes, size_t length) {
    int width = u8_width(bytes, length, ENCODING);
    return width > 0 ? (size_t)width : 0;
}

/* The length of the longest run of whole characters from at on that fits width; at least one.
 * breaks marks where what a reader takes for one character begins: a letter with its marks, an
 * emoji of several parts. */
static size_t fitting_length(const uint8_t *bytes, const char *breaks, size_t at, size_t length,
                             size_t width) {
    size_t fits = at, used = 0;
    while (fits < length) {
        size_t next = fits + 1;
        while (next < length && breaks[next] == 0)
            next++;
        used += width_of(bytes + fits, next - fits);
        if (fits > at && used > width)
            break;
        fits = next;
    }
    return fits - at;
}

static size_t without_blanks(const uint8_t *bytes, size_t length) {
    while (length > 0 && (bytes[length - 1] == ' ' || bytes[length - 1] == '\n'))
        length--;
    return length;
}

/* Adds one line without its trailing blanks; a word that no break makes fit is cut. */
static void add_line(struct text *result, const uint8_t *bytes, size_t length, size_t width,
                     const char *indent, bool first) {
    length = without_blanks(bytes, length);
    char *breaks = memory_allocate(length + 1, 1);
    u8_grapheme_breaks(bytes, length, breaks);
    size_t at = 0;
    do {
        size_t used = first ? 0 : utf8_width(indent);
        size_t room = width > used ? width - used : 1;
        size_t piece = fitting_length(bytes, breaks, at, length, room);
        if (!first) {
            text_add_byte(result, '\n');
            text_add(result, piece > 0 ? indent : "");
        }
        text_add_bytes(result, (const char *)bytes + at, piece);
        first = false;
        at += piece;
    } while (at < length);
    free(breaks);
}

/* True behind the blank that follows a closing quote. */
static bool follows_quote(const uint8_t *bytes, size_t at) {
    static const char *const quotes[] = {"“", "”", "‘", "’", "\"", "'"};
    if (bytes[at - 1] != ' ' || strchr(" )]}!?,.;:%/", bytes[at]) != NULL)
        return false;
    size_t end = without_blanks(bytes, at);
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        size_t size = strlen(quotes[i]);
        if (end > size && memcmp(bytes + end - size, quotes[i], size) == 0)
            return bytes[end - size - 1] != ' ';
    }
    return false;
}

void utf8_find_breaks(const char *bytes, size_t length, char *breaks) {
    const uint8_t *units = (const uint8_t *)bytes;
    u8_possible_linebreaks(units, length, ENCODING, breaks);
    for (size_t at = 1; at < length; at++)
        if (breaks[at] == UC_BREAK_PROHIBITED && follows_quote(units, at))
            breaks[at] = UC_BREAK_POSSIBLE;
}

/* libunistring's own u8_width_linebreaks counts the blank before a break: lines would end one
 * column early. */
void utf8_wrap(struct text *result, const char *string, size_t width, const char *indent) {
    const uint8_t *bytes = (const uint8_t *)string;
    size_t length = strlen(string);
    size_t narrower = utf8_width(indent);
    char *breaks = memory_allocate(length + 1, 1);
    utf8_find_breaks(string, length, breaks);
    size_t start = 0; /* of the line that is being filled */
    size_t last = 0;  /* the last place where it may end */
    for (size_t at = 1; at <= length; at++) {
        bool mandatory = at == length || breaks[at - 1] == UC_BREAK_MANDATORY;
        if (!mandatory && breaks[at] != UC_BREAK_POSSIBLE)
            continue;
        size_t room = start == 0 || width <= narrower ? width : width - narrower;
        if (last > start &&
            width_of(bytes + start, without_blanks(bytes + start, at - start)) > room) {
            add_line(result, bytes + start, last - start, width, indent, start == 0);
            start = last;
        }
        last = at;
        if (mandatory) {
            add_line(result, bytes + start, at - start, width, indent, start == 0);
            start = at;
        }
    }
    free(breaks);
}

void utf8_pad(struct text *result, const char *string, size_t width, bool right) {
    size_t used = utf8_width(string);
    size_t blanks = used < width ? width - used : 0;
    if (right)
        text_add_repeated(result, " ", blanks);
    text_add(result, string);
    if (!right)
        text_add_repeated(result, " ", blanks);
}
