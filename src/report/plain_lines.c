#include "report/plain_lines.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "base/die.h"
#include "base/utf8.h"

void plain_gap(struct text *text) {
    bool empty_line = text->length >= 2 && text->bytes[text->length - 2] == '\n';
    if (text->length > 0 && !empty_line)
        text_add_byte(text, '\n');
}

static void add_line(struct text *text, const char *bytes, size_t length) {
    while (length > 0 && bytes[length - 1] == ' ')
        length--;
    text_add_bytes(text, bytes, length);
    text_add_byte(text, '\n');
}

void plain_line(struct text *text, const char *line) {
    add_line(text, line, strlen(line));
}

static void add_lines(struct text *text, const char *lines) {
    for (const char *end = strchr(lines, '\n'); end != NULL; end = strchr(lines, '\n')) {
        add_line(text, lines, (size_t)(end - lines));
        lines = end + 1;
    }
    plain_line(text, lines);
}

void plain_hanging(struct text *text, const char *lead, const char *string, size_t width) {
    struct text indent = {0}, lines = {0}, wrapped = {0};
    size_t lead_width = utf8_width(lead);
    text_add_repeated(&indent, " ", lead_width);
    text_add(&lines, lead);
    utf8_wrap(&wrapped, string, width - lead_width, "");
    for (const char *next = text_string(&wrapped); *next != '\0'; next++) {
        text_add_byte(&lines, *next);
        if (*next == '\n')
            text_add(&lines, text_string(&indent));
    }
    add_lines(text, text_string(&lines));
    text_free(&wrapped);
    text_free(&indent);
    text_free(&lines);
}

void plain_capitals(struct text *text, const char *string) {
    size_t length = 0;
    uint8_t *capitals =
        u8_toupper((const uint8_t *)string, strlen(string) + 1, "", UNINORM_NFC, NULL, &length);
    if (capitals == NULL)
        die(EXIT_RESOURCE, "no memory left", "der Speicher reicht nicht");
    text_add(text, (const char *)capitals);
    free(capitals);
}

void plain_pad(struct text *line, size_t column) {
    size_t width = utf8_width(text_string(line));
    if (width < column)
        text_add_repeated(line, " ", column - width);
}

size_t plain_count(const struct text *text, size_t start) {
    size_t lines = 0;
    for (size_t i = start; i < text->length; i++)
        lines += text->bytes[i] == '\n';
    return lines;
}
