/* Memory that is there or ends the program with EXIT_RESOURCE, so that no caller checks. The
 * caller frees with free(). */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Zeroed room for count items of size bytes; an overflowing product ends the program. Never
 * NULL, also for 0. */
void *memory_allocate(size_t count, size_t size);

/* Resizes to count items of size bytes; new room is not zeroed. */
void *memory_resize(void *old, size_t count, size_t size);

/* Room for one more item: doubles *capacity and resizes where used == *capacity. */
void *memory_grow(void *old, size_t used, size_t *capacity, size_t size);

/* A copy of a string. */
char *memory_copy(const char *string);

#endif
