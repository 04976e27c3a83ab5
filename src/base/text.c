#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void text_free(struct text *text) {
    free(text->bytes);
    *text = (struct text){0};
}

void text_cut(struct text *text, size_t length) {
    text->length = length;
    if (text->bytes != NULL)
        text->bytes[length] = '\0';
}

void text_clear(struct text *text) {
    text_cut(text, 0);
}

const char *text_string(const struct text *text) {
    return text->bytes != NULL ? text->bytes : "";
}

static void reserve(struct text *text, size_t more) {
    size_t needed = text->length + more + 1;
    if (needed <= text->capacity)
        return;
    size_t capacity = text->capacity > 0 ? text->capacity : 64;
    while (capacity < needed)
        capacity *= 2;
    text->bytes = memory_resize(text->bytes, capacity, 1);
    text->capacity = capacity;
}

void text_add_bytes(struct text *text, const char *bytes, size_t length) {
    reserve(text, length);
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_add(struct text *text, const char *string) {
    text_add_bytes(text, string, strlen(string));
}

void text_add_byte(struct text *text, char byte) {
    text_add_bytes(text, &byte, 1);
}

void text_add_repeated(struct text *text, const char *string, size_t count) {
    for (size_t i = 0; i < count; i++)
        text_add(text, string);
}

void text_add_format_list(struct text *text, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length > 0) {
        reserve(text, (size_t)length);
        vsnprintf(text->bytes + text->length, (size_t)length + 1, format, arguments);
        text->length += (size_t)length;
    }
}

void text_add_format(struct text *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    text_add_format_list(text, format, arguments);
    va_end(arguments);
}
