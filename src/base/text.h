/* A growing string. The owner of the struct calls text_free; bytes are NUL-terminated whenever
 * length > 0 or text_string was called. Start with {0}. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdarg.h>
#include <stddef.h>

struct text {
    char *bytes;     /* NULL as long as nothing was added */
    size_t length;   /* without the NUL */
    size_t capacity; /* room, with the NUL */
};

void text_free(struct text *text);
/* Makes it empty and keeps the room. */
void text_clear(struct text *text);
/* Keeps the first length bytes; length is at most that of the text. */
void text_cut(struct text *text, size_t length);
/* The string; "" where nothing was added. Lives until the next change. */
const char *text_string(const struct text *text);

void text_add(struct text *text, const char *string);
void text_add_bytes(struct text *text, const char *bytes, size_t length);
void text_add_byte(struct text *text, char byte);
/* The byte, count times. */
void text_add_repeated(struct text *text, const char *string, size_t count);
void text_add_format(struct text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void text_add_format_list(struct text *text, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

#endif
