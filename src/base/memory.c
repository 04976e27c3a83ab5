#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"

static _Noreturn void out_of_memory(void) {
    die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
}

void *memory_allocate(size_t count, size_t size) {
    void *memory = calloc(count > 0 ? count : 1, size > 0 ? size : 1);
    if (memory == NULL)
        out_of_memory();
    return memory;
}

void *memory_resize(void *old, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size)
        out_of_memory();
    size_t bytes = count * size;
    void *memory = realloc(old, bytes > 0 ? bytes : 1);
    if (memory == NULL)
        out_of_memory();
    return memory;
}

void *memory_grow(void *old, size_t used, size_t *capacity, size_t size) {
    if (used < *capacity)
        return old;
    if (*capacity > SIZE_MAX / 2)
        out_of_memory();
    *capacity = *capacity > 0 ? *capacity * 2 : 8;
    return memory_resize(old, *capacity, size);
}

char *memory_copy(const char *string) {
    size_t size = strlen(string) + 1;
    return memcpy(memory_allocate(size, 1), string, size);
}
