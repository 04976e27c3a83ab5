#include "quotes/normal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/die.h"
#include "base/digest.h"
#include "base/utf8.h"

static bool is_line_end(ucs4_t character) {
    return (character >= 0x0A && character <= 0x0D) || character == 0x85 ||
           character == 0x2028 || character == 0x2029;
}

/* U+200C and U+200D stay: without them some emoji and scripts fall apart. */
static bool is_invisible(ucs4_t character) {
    return character == 0xAD || character == 0x200B || character == 0x200E ||
           character == 0x200F || character == 0x2060 || character == 0xFEFF;
}

static void add_tidy(struct text *result, const char *bytes, size_t length) {
    size_t start = result->length;
    bool blank = false, line = false;
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        const char *here = bytes + at;
        size_t size = (size_t)u8_mbtouc(&character, (const uint8_t *)here, length - at);
        at += size;
        if (is_line_end(character)) {
            line = true;
        } else if (uc_is_property_white_space(character)) {
            blank = true;
        } else if (!is_invisible(character) && !utf8_has_control(here, size)) {
            if (result->length > start && (line || blank))
                text_add_byte(result, line ? '\n' : ' ');
            line = blank = false;
            text_add_bytes(result, here, size);
        }
    }
}

void normal_tidy(struct text *result, const char *bytes, size_t length) {
    size_t size = 0;
    uint8_t *normal = u8_normalize(UNINORM_NFC, (const uint8_t *)bytes, length, NULL, &size);
    if (normal == NULL && length > 0)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    add_tidy(result, (const char *)normal, size);
    text_add(result, "");
    free(normal);
}

static char folded(char byte) {
    return byte == '\n' ? ' ' : byte;
}

void normal_key(char key[KEY_SIZE], const char *question, const char *tidy) {
    char digest[DIGEST_SIZE];
    struct text bytes = {0};
    text_add(&bytes, question);
    text_add_byte(&bytes, '\n');
    for (; *tidy != '\0'; tidy++)
        text_add_byte(&bytes, folded(*tidy));
    digest_bytes(bytes.bytes, bytes.length, digest);
    text_free(&bytes);
    memcpy(key, digest, KEY_SIZE - 1);
    key[KEY_SIZE - 1] = '\0';
}

bool normal_same(const char *one, const char *other) {
    while (*one != '\0' && folded(*one) == folded(*other))
        one++, other++;
    return *one == *other;
}

static bool in_windows(ucs4_t character) {
    static const uint16_t others[] = {0x20AC, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x017D, 0x2018,
                                      0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
                                      0x2122, 0x0161, 0x203A, 0x0153, 0x017E, 0x0178};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (others[i] == character)
            return true;
    return character < 0x80 || (character >= 0xA0 && character <= 0xFF);
}

static ucs4_t next_character(const char **string) {
    ucs4_t character = 0;
    const uint8_t *next = u8_next(&character, (const uint8_t *)*string);
    if (next == NULL)
        return 0;
    *string = (const char *)next;
    return character == '\n' ? ' ' : character;
}

bool normal_fits_windows(const char *tidy) {
    for (ucs4_t character; (character = next_character(&tidy)) != 0;)
        if (!in_windows(character))
            return false;
    return true;
}

bool normal_same_in_windows(const char *tidy, const char *found) {
    for (ucs4_t character; (character = next_character(&tidy)) != 0;) {
        ucs4_t other = next_character(&found);
        if (in_windows(character) ? other != character : other <= ' ' || other >= 0x7F)
            return false;
        /* Windows counts in units of UTF-16: an emoji leaves two question marks. */
        if (character > 0xFFFF && other == '?' && *found == '?')
            found++;
    }
    return *found == '\0';
}
