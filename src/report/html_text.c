#include "report/html_text.h"

#include <stdbool.h>
#include <string.h>

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
