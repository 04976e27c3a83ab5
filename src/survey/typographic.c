#include "survey/typographic.h"

#include <string.h>

#include "base/utf8.h"

/* The double ones first; of a pair either may be in front, since languages differ. */
static const char *const quotes[] = {"\u201E", "\u201C", "\u201D", "\u201F", "\u00AB", "\u00BB",
                                     "\u301D", "\u301E", "\uFF02", "\u2033", "\u275D", "\u275E",
                                     "\u201A", "\u2018", "\u2019", "\u201B", "\u2039", "\u203A",
                                     "\u2032", "\u00B4", "`"};
enum { QUOTES = sizeof quotes / sizeof quotes[0], DOUBLE_QUOTES = 12, NO_QUOTE = -1 };

/* The bytes of a blank of any kind, or 0. */
static size_t blank_size(const char *bytes, size_t length) {
    return bytes[0] == ' ' || bytes[0] == '\t' ? 1 : utf8_odd_blank(bytes, length, NULL);
}

void typographic_trim(const char *bytes, size_t *start, size_t *end) {
    size_t size;
    while (*start < *end && (size = blank_size(bytes + *start, *end - *start)) > 0)
        *start += size;
    size_t last = *start;
    for (size_t at = *start; at < *end;) {
        size = blank_size(bytes + at, *end - at);
        at += size > 0 ? size : 1;
        if (size == 0)
            last = at;
    }
    *end = last;
}

/* The position in quotes of what text begins with. */
static int quote_at_start(const char *text, size_t length) {
    for (int i = 0; i < QUOTES; i++)
        if (strlen(quotes[i]) <= length && memcmp(text, quotes[i], strlen(quotes[i])) == 0)
            return i;
    return NO_QUOTE;
}

static int quote_at_end(const char *text, size_t length) {
    for (int i = 0; i < QUOTES; i++) {
        size_t size = strlen(quotes[i]);
        if (size <= length && memcmp(text + length - size, quotes[i], size) == 0)
            return i;
    }
    return NO_QUOTE;
}

static size_t count_quotes(const char *text) {
    size_t count = 0;
    for (size_t length = strlen(text); length > 0; text++, length--)
        count += quote_at_start(text, length) != NO_QUOTE;
    return count;
}

/* True where the quotes at both ends do not come again between them: „A“ oder „B“ is no quoted
 * text, „Was heißt ‚Heimat‘?“ is one. */
static bool is_pair(const char *text, size_t length, int first, int last) {
    const char *inner = text + strlen(quotes[first]);
    size_t left = length - strlen(quotes[first]) - strlen(quotes[last]);
    if ((first < DOUBLE_QUOTES) != (last < DOUBLE_QUOTES))
        return false;
    for (; left > 0; inner++, left--) {
        int found = quote_at_start(inner, left);
        if (found == first || found == last)
            return false;
    }
    return true;
}

enum typographic_quoting typographic_quoting(const char *text) {
    enum { MARKED = 3 }; /* the first quotes of the table: „ “ ” */
    size_t length = strlen(text);
    int first = quote_at_start(text, length), last = quote_at_end(text, length);
    if (first != NO_QUOTE && last != NO_QUOTE &&
        length > strlen(quotes[first]) + strlen(quotes[last]))
        return is_pair(text, length, first, last) ? TYPOGRAPHIC_WHOLE : TYPOGRAPHIC_NONE;
    bool marked = (first != NO_QUOTE && first < MARKED) || (last != NO_QUOTE && last < MARKED);
    return marked && count_quotes(text) == 1 ? TYPOGRAPHIC_HALF : TYPOGRAPHIC_NONE;
}

bool typographic_quoted_word(const char *word, size_t length) {
    int last = quote_at_end(word, length);
    return quote_at_start(word, length) != NO_QUOTE ||
           (last != NO_QUOTE && last < DOUBLE_QUOTES);
}
