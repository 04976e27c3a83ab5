#include "charts/quote.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "base/utf8_control.h"

static bool is_letter(char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static bool is_no_break_space(ucs4_t character) {
    return character == 0xA0 || character == 0x202F || character == 0x2007;
}

/* What becomes of one valid character of size bytes. */
static void add_clean(struct text *result, const char *bytes, size_t size, ucs4_t character) {
    static const char REPLACEMENT[] = "\xEF\xBF\xBD";
    bool noncharacter =
        (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    if (noncharacter)
        text_add(result, REPLACEMENT);
    else if (uc_is_property_white_space(character) && !is_no_break_space(character))
        text_add_byte(result, ' ');
    else if (!utf8_has_control(bytes, size))
        text_add_bytes(result, bytes, size);
}

void quote_clean(struct text *result, const char *string) {
    size_t length = strlen(string);
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        int size = u8_mbtoucr(&character, (const uint8_t *)string + at, length - at);
        if (size > 0)
            add_clean(result, string + at, (size_t)size, character);
        else
            text_add(result, "\xEF\xBF\xBD");
        at += size > 0 ? (size_t)size : 1;
    }
}

void quote_label(struct text *result, const char *string) {
    struct text clean = {0};
    quote_clean(&clean, string);
    text_add_byte(result, '"');
    for (const char *next = text_string(&clean); *next != '\0'; next++) {
        if (is_letter(*next) || *next == ' ')
            text_add_byte(result, *next);
        else
            text_add_format(result, "\\%03o", (unsigned)(unsigned char)*next);
    }
    text_add_byte(result, '"');
    text_free(&clean);
}
