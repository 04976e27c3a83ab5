#include "base/utf8_control.h"

#include <stdint.h>
#include <string.h>
#include <unistr.h>

static bool is_bidi_control(ucs4_t character) {
    return (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

static bool is_noncharacter(ucs4_t character) {
    return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
}

static bool is_control(ucs4_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0) ||
           is_bidi_control(character) || is_noncharacter(character);
}

bool utf8_has_control(const char *bytes, size_t length) {
    const uint8_t *at = (const uint8_t *)bytes;
    const uint8_t *end = at + length;
    while (at < end) {
        ucs4_t character;
        int size = u8_mbtouc(&character, at, (size_t)(end - at));
        if (is_control(character) && character != '\t' && character != '\n')
            return true;
        at += size;
    }
    return false;
}

void utf8_print_visible(FILE *stream, const char *string) {
    const uint8_t *at = (const uint8_t *)string;
    size_t left = strlen(string);
    while (left > 0) {
        ucs4_t character;
        int size = u8_mbtoucr(&character, at, left);
        bool shown = size > 0 && !is_control(character);
        size_t taken = size > 0 ? (size_t)size : 1;
        for (size_t i = 0; i < taken; i++) {
            if (shown)
                fputc(at[i], stream);
            else
                fprintf(stream, "\\x%02X", at[i]);
        }
        at += taken;
        left -= taken;
    }
}
