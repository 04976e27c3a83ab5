#include "form/shown_text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

/* "&amp;", "&#38;": what a browser would take for one character. */
static bool is_entity(const char *string) {
    const char *next = string + 1;
    if (*next == '#')
        next++;
    size_t length = 0;
    while (isalnum((unsigned char)next[length]))
        length++;
    return length > 0 && next[length] == ';';
}

/* "<b", "</b", "<!--": what a browser would take for the beginning of a tag. */
static bool is_tag(const char *string) {
    return isalpha((unsigned char)string[1]) ||
           (string[1] != '\0' && strchr("/!?", string[1]) != NULL);
}

void shown_text_add(struct text *html, const char *string) {
    for (; *string != '\0'; string++) {
        if (*string == '<' && is_tag(string))
            text_add(html, "&lt;");
        else if (*string == '&' && is_entity(string))
            text_add(html, "&amp;");
        else
            text_add_byte(html, *string);
    }
}
