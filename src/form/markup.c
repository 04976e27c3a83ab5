#include "form/markup.h"

#include <string.h>

#include "base/digest.h"

/* --- texts --- */

static const char *entity(char byte) {
    static const struct {
        char byte;
        const char *name;
    } entities[] = {
        {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (entities[i].byte == byte)
            return entities[i].name;
    return NULL;
}

/* The bytes of what is no XML here: a control character, U+FFFE or U+FFFF. */
static size_t forbidden(const char *next) {
    unsigned char byte = (unsigned char)*next;
    if (byte < 0x20)
        return byte != '\n' && byte != '\t';
    return strncmp(next, "\xEF\xBF\xBE", 3) == 0 || strncmp(next, "\xEF\xBF\xBF", 3) == 0 ? 3
                                                                                          : 0;
}

void markup_add(struct text *markup, const char *string) {
    for (const char *next = string; *next != '\0'; next++) {
        size_t bad = forbidden(next);
        if (bad > 0) {
            text_add(markup, "\uFFFD");
            next += bad - 1;
        } else if (entity(*next) != NULL) {
            text_add(markup, entity(*next));
        } else {
            text_add_byte(markup, *next);
        }
    }
}

void markup_element(struct text *markup, const char *tag, const char *attributes,
                    const char *string) {
    text_add_format(markup, "<%s%s>", tag, attributes);
    markup_add(markup, string);
    text_add_format(markup, "</%s>\n", tag);
}

/* "</script>" in a label would end the element. */
void markup_add_json(struct text *markup, const char *string) {
    text_add(markup, "\"");
    for (; *string != '\0'; string++) {
        unsigned char byte = (unsigned char)*string;
        if (byte == '"' || byte == '\\')
            text_add_format(markup, "\\%c", byte);
        else if (byte < 0x20 || byte == '<' || byte == '>' || byte == '&')
            text_add_format(markup, "\\u%04x", byte);
        else
            text_add_byte(markup, (char)byte);
    }
    text_add(markup, "\"");
}

/* --- pages --- */

static unsigned nibble(char digit) {
    return (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

void markup_add_source(struct text *markup, const char *bytes, size_t length) {
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char hexadecimal[DIGEST_SIZE];
    digest_bytes(bytes, length, hexadecimal);
    text_add(markup, "'sha256-");
    /* RFC 4648: three bytes, that is six hexadecimal digits, make four letters; of the 32 bytes
     * two are left over. */
    for (size_t i = 0; i < DIGEST_SIZE - 1; i += 6) {
        unsigned group = 0;
        size_t digits = DIGEST_SIZE - 1 - i < 6 ? 4 : 6;
        for (size_t k = 0; k < 6; k++)
            group = group << 4 | (k < digits ? nibble(hexadecimal[i + k]) : 0);
        text_add_byte(markup, letters[group >> 18]);
        text_add_byte(markup, letters[group >> 12 & 63]);
        text_add_byte(markup, letters[group >> 6 & 63]);
        text_add_byte(markup, digits == 6 ? letters[group & 63] : '=');
    }
    text_add_byte(markup, '\'');
}

void markup_begin(struct text *markup, const char *language, const char *title,
                  const struct text *style, const struct text *script) {
    text_add_format(markup,
                    "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n",
                    language);
    text_add(markup, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                     "'none'; style-src ");
    markup_add_source(markup, style->bytes, style->length);
    if (script != NULL) {
        text_add(markup, "; script-src ");
        markup_add_source(markup, script->bytes, script->length);
    }
    text_add(markup, "; base-uri 'none'; form-action 'none'\"/>\n");
    text_add(markup,
             "<meta name=\"viewport\" content=\"width=device-width, "
             "initial-scale=1\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n");
    markup_element(markup, "title", "", title);
    text_add_format(markup, "<style>%s</style>\n</head>\n<body>\n", text_string(style));
}
