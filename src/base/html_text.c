#include "base/html_text.h"

#include <string.h>

#include "base/digest.h"

static const char *entity(char byte) {
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* Control characters, and U+FFFE and U+FFFF, are no XML. */
static size_t forbidden(const char *next) {
    unsigned char byte = (unsigned char)*next;
    if (byte < 0x20)
        return byte != '\n' && byte != '\t';
    return strncmp(next, "\xEF\xBF\xBE", 3) == 0 || strncmp(next, "\xEF\xBF\xBF", 3) == 0 ? 3
                                                                                          : 0;
}

void html_add(struct text *html, const char *string) {
    for (const char *next = string; *next != '\0'; next++) {
        size_t bad = forbidden(next);
        if (bad > 0) {
            text_add(html, "\uFFFD");
            next += bad - 1;
        } else if (entity(*next) != NULL) {
            text_add(html, entity(*next));
        } else {
            text_add_byte(html, *next);
        }
    }
}

void html_element(struct text *html, const char *tag, const char *attributes,
                  const char *string) {
    text_add_format(html, "<%s%s>", tag, attributes);
    html_add(html, string);
    text_add_format(html, "</%s>", tag);
}

static unsigned nibble(char digit) {
    return (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

void html_add_source(struct text *html, const char *bytes, size_t length) {
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char hexadecimal[DIGEST_SIZE];
    digest_bytes(bytes, length, hexadecimal);
    text_add(html, "'sha256-");
    /* RFC 4648: three bytes, that is six hexadecimal digits, make four letters; of the 32 bytes
     * two are left over. */
    for (size_t i = 0; i < DIGEST_SIZE - 1; i += 6) {
        unsigned group = 0;
        size_t digits = DIGEST_SIZE - 1 - i < 6 ? 4 : 6;
        for (size_t k = 0; k < 6; k++)
            group = group << 4 | (k < digits ? nibble(hexadecimal[i + k]) : 0);
        text_add_byte(html, letters[group >> 18]);
        text_add_byte(html, letters[group >> 12 & 63]);
        text_add_byte(html, letters[group >> 6 & 63]);
        text_add_byte(html, digits == 6 ? letters[group & 63] : '=');
    }
    text_add_byte(html, '\'');
}
