#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/memory.h"

enum { BLOCK_SIZE = 16 * 1024 };

struct block {
    struct block *next;
    size_t used;
    size_t size;
    max_align_t memory[];
};

struct arena {
    struct block *blocks; /* the one that is being filled comes first */
};

struct arena *arena_new(void) {
    return memory_allocate(1, sizeof(struct arena));
}

void arena_free(struct arena *arena) {
    if (arena == NULL)
        return;
    while (arena->blocks != NULL) {
        struct block *block = arena->blocks;
        arena->blocks = block->next;
        free(block);
    }
    free(arena);
}

static struct block *block_new(size_t size) {
    struct block *block = memory_allocate(1, sizeof *block + size);
    block->size = size;
    return block;
}

void *arena_allocate(struct arena *arena, size_t count, size_t size) {
    if (size != 0 && count > (SIZE_MAX / 2) / size)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    size_t unit = sizeof(max_align_t);
    size_t bytes = (count * size + unit - 1) / unit * unit;
    struct block *block = arena->blocks;
    if (block == NULL || block->size - block->used < bytes) {
        block = block_new(bytes > BLOCK_SIZE ? bytes : BLOCK_SIZE);
        block->next = arena->blocks;
        arena->blocks = block;
    }
    void *memory = (char *)block->memory + block->used;
    block->used += bytes;
    return memory;
}

char *arena_copy_bytes(struct arena *arena, const char *bytes, size_t length) {
    char *copy = arena_allocate(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_copy(struct arena *arena, const char *string) {
    return arena_copy_bytes(arena, string, strlen(string));
}

char *arena_format(struct arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *string = arena_allocate(arena, (size_t)(length > 0 ? length : 0) + 1, 1);
    if (length > 0)
        vsnprintf(string, (size_t)length + 1, format, again);
    va_end(again);
    return string;
}
