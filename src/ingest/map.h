/* Byte strings, each with a whole number. The owner frees a map with map_free; keys
 * are copied. */
#ifndef INGEST_MAP_H
#define INGEST_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct map;

struct map *map_new(void);
void map_free(struct map *map);
/* False, and nothing changes, where the key is already there. */
bool map_add(struct map *map, const char *bytes, size_t length, int64_t value);
/* Adds the key or gives it another value. */
void map_set(struct map *map, const char *bytes, size_t length, int64_t value);
bool map_find(const struct map *map, const char *bytes, size_t length, int64_t *value);

#endif
