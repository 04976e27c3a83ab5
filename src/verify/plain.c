#include "verify/plain.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "base/entities.h"
#include "base/text.h"

/* From what begins with first, up to and with last. */
struct cut {
    const char *first, *last;
    bool quotation;
};

static const struct cut cuts[] = {
    {"<figure class=\"picture screen\">", "</figure>", false},
    {"<head>", "</head>", false},
    {"<nav", "</nav>", false},
    {"<summary", "</summary>", false},
    {"<svg", "</svg>", false},
    {"<caption id=", "</caption>", false},
    {"<a class=\"skip\"", "</a>", false},
    {"<blockquote", "</blockquote>", true},
};

static const char *const apart[] = {"/p",       "/li", "/dd",   "/dt", "/td",  "/th",
                                    "/h1",      "/h2", "/h3",   "/h4", "/div", "/figcaption",
                                    "/caption", "/tr", "/text", "br",  "br/"};

static bool starts(const char *at, const char *word) {
    return strncmp(at, word, strlen(word)) == 0;
}

/* A tag goes but for the lines in it. Returns what is behind last; the end where there is none.
 */
static const char *skip_to(const char *at, const char *last, struct text *result) {
    const char *end = strstr(at, last);
    end = end != NULL ? end + strlen(last) : at + strlen(at);
    for (; at < end; at++)
        if (*at == '\n')
            text_add_byte(result, '\n');
    return end;
}

static bool parts_words(const char *tag) {
    size_t length = strcspn(tag, " >\n");
    for (size_t i = 0; i < sizeof apart / sizeof apart[0]; i++)
        if (strlen(apart[i]) == length && strncmp(tag, apart[i], length) == 0)
            return true;
    return false;
}

static const char *skip_tag(const char *at, struct text *result) {
    if (starts(at, "<!--"))
        return skip_to(at, "-->", result);
    if (parts_words(at + 1))
        text_add_byte(result, ' ');
    return skip_to(at, ">", result);
}

static uint32_t numeric(const char *reference) {
    bool hexadecimal = reference[1] == 'x' || reference[1] == 'X';
    unsigned long code = strtoul(reference + 1 + hexadecimal, NULL, hexadecimal ? 16 : 10);
    return code < 0x110000 && (code < 0xD800 || code > 0xDFFF) ? (uint32_t)code : 0;
}

/* A reference as its character; an ampersand alone stays. */
static const char *add_reference(const char *at, struct text *result) {
    size_t length = strcspn(at + 1, "; <&\n");
    uint8_t bytes[6];
    uint32_t code = at[1 + length] != ';' ? 0
                    : at[1] == '#'        ? numeric(at + 1)
                    : starts(at, "&apos") ? '\''
                                          : entity_character(at + 1, length);
    if (code == 0) {
        text_add_byte(result, '&');
        return at + 1;
    }
    int size = u8_uctomb(bytes, code, sizeof bytes);
    text_add_bytes(result, (const char *)bytes, size > 0 ? (size_t)size : 0);
    return at + length + 2;
}

static const struct cut *find_cut(const char *at, bool quotations) {
    for (size_t i = 0; i < sizeof cuts / sizeof cuts[0]; i++)
        if (starts(at, cuts[i].first) && (quotations || !cuts[i].quotation))
            return &cuts[i];
    return NULL;
}

static const char *strip(struct arena *arena, const char *at, bool cutting, bool quotations) {
    struct text result = {0};
    while (*at != '\0') {
        const struct cut *cut = cutting && *at == '<' ? find_cut(at, quotations) : NULL;
        if (cut != NULL)
            at = skip_to(at, cut->last, &result);
        else if (*at == '<')
            at = skip_tag(at, &result);
        else if (*at == '&')
            at = add_reference(at, &result);
        else
            text_add_byte(&result, *at++);
    }
    const char *copy = arena_copy(arena, text_string(&result));
    text_free(&result);
    return copy;
}

const char *plain_page(struct arena *arena, const char *page) {
    return strip(arena, page, false, false);
}

const char *plain_page_text(struct arena *arena, const char *page, bool without_quotations) {
    return strip(arena, page, true, without_quotations);
}

const char *plain_pictures(struct arena *arena, const char *page) {
    struct text pictures = {0};
    for (const char *at = page; (at = strstr(at, "<svg")) != NULL;) {
        const char *end = strstr(at, "</svg>");
        end = end != NULL ? end : at + strlen(at);
        text_add_bytes(&pictures, at, (size_t)(end - at));
        at = end;
    }
    const char *copy = plain_page(arena, text_string(&pictures));
    text_free(&pictures);
    return copy;
}

static bool begins_quotation(const char *line) {
    return starts(line, "  „") || starts(line, "  “");
}

static bool is_blank(const char *line) {
    return *line == '\n' || *line == '\0';
}

const char *plain_without_quotations(struct arena *arena, const char *text) {
    struct text result = {0};
    bool inside = false, after_blank = true;
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        inside = (begins_quotation(text) && after_blank) ||
                 (inside && (is_blank(text) || starts(text, "   ") || begins_quotation(text)));
        if (!inside)
            text_add_bytes(&result, text, length);
        after_blank = length == 0;
        text += length;
        if (*text == '\n')
            text_add_byte(&result, *text++);
    }
    const char *copy = arena_copy(arena, text_string(&result));
    text_free(&result);
    return copy;
}

const char *plain_without_addresses(struct arena *arena, const char *text) {
    struct text result = {0};
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        if (memchr(text, '@', length) == NULL)
            text_add_bytes(&result, text, length);
        text += length;
        if (*text == '\n')
            text_add_byte(&result, *text++);
    }
    const char *copy = arena_copy(arena, text_string(&result));
    text_free(&result);
    return copy;
}

const char *plain_blanks(struct arena *arena, const char *text) {
    struct text result = {0};
    while (*text != '\0') {
        if (starts(text, "\u00a0")) {
            text_add_byte(&result, ' ');
            text += 2;
        } else if (starts(text, "\u202f") || starts(text, "\u2009")) {
            text += 3;
        } else {
            text_add_byte(&result, *text++);
        }
    }
    const char *copy = arena_copy(arena, text_string(&result));
    text_free(&result);
    return copy;
}

size_t plain_line(const char *text, const char *at) {
    size_t line = 1;
    for (; text < at; text++)
        line += *text == '\n';
    return line;
}
