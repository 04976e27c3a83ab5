#include "form/plain_words.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "base/utf8_control.h"

/* What is between these tags is no text. */
static const struct {
    const char *open, *close;
} hidden[] = {{"<script", "</script>"}, {"<style", "</style>"}, {"<!--", "-->"}};

/* The bytes of what begins here and is no text; 0 where it is text. What is not closed goes to
 * the end. */
static size_t hidden_at(const char *bytes) {
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++)
        if (strncasecmp(bytes, hidden[i].open, strlen(hidden[i].open)) == 0) {
            const char *end = strcasestr(bytes, hidden[i].close);
            return end != NULL ? (size_t)(end - bytes) + strlen(hidden[i].close)
                               : strlen(bytes);
        }
    return 0;
}

/* True where a tag begins that starts a new line on the form. */
static bool breaks_line(const char *bytes) {
    static const char *const names[] = {"br", "p",  "div", "li", "ul", "ol", "tr", "td",
                                        "th", "h1", "h2",  "h3", "h4", "h5", "h6", "hr"};
    if (bytes[0] != '<')
        return false;
    bytes += bytes[1] == '/' ? 2 : 1;
    size_t length = 0;
    while (isalnum((unsigned char)bytes[length]))
        length++;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strlen(names[i]) == length && strncasecmp(bytes, names[i], length) == 0)
            return true;
    return false;
}

static void add_visible(struct text *result, const char *bytes, bool lines) {
    while (*bytes != '\0') {
        size_t skip = hidden_at(bytes);
        if (skip > 0) {
            bytes += skip;
            continue;
        }
        if (lines && breaks_line(bytes))
            text_add_byte(result, ' ');
        text_add_byte(result, *bytes++);
    }
}

/* At the beginning of the text or behind what opens, a quote opens too. */
static bool opens(const struct text *words) {
    return words->length == 0 || strchr(" ([{/-", words->bytes[words->length - 1]) != NULL;
}

/* The bytes of the character that begins here. */
static size_t character_size(const char *bytes) {
    size_t size = 1;
    while ((bytes[size] & 0xC0) == 0x80)
        size++;
    return size;
}

static void add_plain(struct text *result, const char *bytes, bool german, bool lines) {
    struct text visible = {0}, form = {0}, words = {0};
    add_visible(&visible, bytes, lines);
    utf8_comparison_form(&form, text_string(&visible), visible.length, false);
    for (const char *at = text_string(&form); *at != '\0';) {
        size_t size = character_size(at);
        if (*at == '"')
            text_add(&words, opens(&words) ? (german ? "„" : "“") : german ? "“" : "”");
        else if (!utf8_has_control(at, size))
            text_add_bytes(&words, at, size);
        at += size;
    }
    if (words.length > 0 && !utf8_is_blank(words.bytes))
        text_add(result, words.bytes);
    text_free(&visible);
    text_free(&form);
    text_free(&words);
}

void plain_words(struct text *result, const char *bytes, bool german) {
    add_plain(result, bytes, german, true);
}

void plain_heading(struct text *result, const char *bytes, bool german) {
    add_plain(result, bytes, german, false);
}
