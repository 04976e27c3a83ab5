#include "report/html_links.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/html_text.h"

enum { LEAST_DIGITS = 6 };

static bool is_alphanumeric(char byte) {
    return isalnum((unsigned char)byte) && (unsigned char)byte < 0x80;
}

static bool is_of_address(char byte) {
    return is_alphanumeric(byte) || (byte != '\0' && strchr("._+-", byte) != NULL);
}

/* "example", of letters, digits and hyphens inside. */
static size_t label_length(const char *next) {
    size_t length = 0;
    while (is_alphanumeric(next[length]) || (length > 0 && next[length] == '-'))
        length++;
    while (length > 0 && next[length - 1] == '-')
        length--;
    return length;
}

/* The bytes of the e-mail address that begins here; 0: none does. */
static size_t address_length(const char *next) {
    size_t length = 0, labels = 0;
    while (is_of_address(next[length]))
        length++;
    if (length == 0 || next[length] != '@')
        return 0;
    for (size_t label; (label = label_length(next + length + 1)) > 0; labels++) {
        length += 1 + label;
        if (next[length] != '.')
            return labels > 0 ? length : 0;
    }
    return labels > 1 ? length : 0;
}

/* The bytes of a blank, hyphen, slash or bracket; 0: it is something else. */
static size_t separator_length(const char *next) {
    if (strncmp(next, "\u00a0", 2) == 0)
        return 2;
    return *next != '\0' && strchr(" -/()", *next) != NULL;
}

/* The bytes of the telephone number that begins here, up to its last digit; 0: none does. */
static size_t telephone_length(const char *next) {
    size_t length = 0, digits = 0, at = next[0] == '+';
    if (next[0] != '+' && next[0] != '0')
        return 0;
    while (isdigit((unsigned char)next[at]) || separator_length(next + at) > 0) {
        bool digit = isdigit((unsigned char)next[at]) != 0;
        at += digit ? 1 : separator_length(next + at);
        digits += digit;
        length = digit ? at : length;
    }
    bool ends = length > 0 && !is_alphanumeric(next[length]) &&
                !(next[length] != '\0' && strchr(".,:", next[length]) != NULL &&
                  isdigit((unsigned char)next[length + 1]));
    return digits >= LEAST_DIGITS && ends ? length : 0;
}

static void add_link(struct text *html, const char *scheme, const char *bytes, size_t length) {
    struct text shown = {0};
    text_add_bytes(&shown, bytes, length);
    text_add_format(html, "<a href=\"%s:", scheme);
    for (size_t i = 0; i < length; i++)
        if (strcmp(scheme, "tel") != 0 || bytes[i] == '+' || isdigit((unsigned char)bytes[i]))
            text_add_byte(html, bytes[i]);
    text_add(html, "\">");
    html_add(html, text_string(&shown));
    text_add(html, "</a>");
    text_free(&shown);
}

void html_add_linked(struct text *html, const char *string) {
    struct text plain = {0};
    bool inside = false; /* a word or number */
    bool counted =
        false; /* the last byte but blanks is a digit: what follows may be thousands */
    while (*string != '\0') {
        size_t address = inside ? 0 : address_length(string);
        size_t telephone = inside || counted || address > 0 ? 0 : telephone_length(string);
        if (address + telephone == 0) {
            inside = is_of_address(*string) || (unsigned char)*string >= 0x80 || *string == ',';
            if (*string != ' ')
                counted = isdigit((unsigned char)*string) != 0;
            text_add_byte(&plain, *string++);
            continue;
        }
        html_add(html, text_string(&plain));
        text_clear(&plain);
        add_link(html, address > 0 ? "mailto" : "tel", string, address + telephone);
        string += address + telephone;
        inside = true;
    }
    html_add(html, text_string(&plain));
    text_free(&plain);
}
