/* An arena owns all that is allocated from it and frees it as a whole; nothing in it is freed
 * alone. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
/* Frees all memory of the arena; NULL is fine. */
void arena_free(struct arena *arena);

/* Zeroed room for count items of size bytes, aligned for any type. */
void *arena_allocate(struct arena *arena, size_t count, size_t size);
/* A copy of a string. */
char *arena_copy(struct arena *arena, const char *string);
/* A copy of length bytes, with a NUL behind them. */
char *arena_copy_bytes(struct arena *arena, const char *bytes, size_t length);
/* A string made as printf does. */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
