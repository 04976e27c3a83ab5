#include "ingest/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

enum { FIRST_SLOTS = 16 };

struct entry {
    size_t start; /* of the key in keys */
    size_t length;
    uint64_t hash;
    int64_t value;
};

/* Open addressing: slots hold the entry's number + 1. Keys are stored whole, so that no two are
 * ever taken for one. */
struct map {
    struct text keys;
    struct entry *entries;
    size_t count, capacity;
    size_t *slots;
    size_t slot_count; /* a power of two, at most half full */
};

struct map *map_new(void) {
    struct map *map = memory_allocate(1, sizeof *map);
    map->slot_count = FIRST_SLOTS;
    map->slots = memory_allocate(map->slot_count, sizeof *map->slots);
    return map;
}

void map_free(struct map *map) {
    if (map == NULL)
        return;
    text_free(&map->keys);
    free(map->entries);
    free(map->slots);
    free(map);
}

/* FNV-1a, with a last mix because only the low bits are used. */
static uint64_t hash_bytes(const char *bytes, size_t length) {
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
    return hash ^ (hash >> 29);
}

/* The slot of the key, or the free one where it belongs. */
static size_t find_slot(const struct map *map, const char *bytes, size_t length,
                        uint64_t hash) {
    size_t slot = hash & (map->slot_count - 1);
    while (map->slots[slot] != 0) {
        const struct entry *entry = &map->entries[map->slots[slot] - 1];
        if (entry->hash == hash && entry->length == length &&
            memcmp(map->keys.bytes + entry->start, bytes, length) == 0)
            break;
        slot = (slot + 1) & (map->slot_count - 1);
    }
    return slot;
}

static void widen(struct map *map) {
    free(map->slots);
    map->slot_count *= 2;
    map->slots = memory_allocate(map->slot_count, sizeof *map->slots);
    for (size_t i = 0; i < map->count; i++) {
        size_t slot = map->entries[i].hash & (map->slot_count - 1);
        while (map->slots[slot] != 0)
            slot = (slot + 1) & (map->slot_count - 1);
        map->slots[slot] = i + 1;
    }
}

bool map_add(struct map *map, const char *bytes, size_t length, int64_t value) {
    uint64_t hash = hash_bytes(bytes, length);
    size_t slot = find_slot(map, bytes, length, hash);
    if (map->slots[slot] != 0)
        return false;
    map->entries = memory_grow(map->entries, map->count, &map->capacity, sizeof *map->entries);
    map->entries[map->count++] = (struct entry){map->keys.length, length, hash, value};
    text_add_bytes(&map->keys, bytes, length);
    map->slots[slot] = map->count;
    if (map->count * 2 > map->slot_count)
        widen(map);
    return true;
}

void map_set(struct map *map, const char *bytes, size_t length, int64_t value) {
    if (map_add(map, bytes, length, value))
        return;
    size_t slot = find_slot(map, bytes, length, hash_bytes(bytes, length));
    map->entries[map->slots[slot] - 1].value = value;
}

bool map_find(const struct map *map, const char *bytes, size_t length, int64_t *value) {
    size_t slot = find_slot(map, bytes, length, hash_bytes(bytes, length));
    if (map->slots[slot] == 0)
        return false;
    *value = map->entries[map->slots[slot] - 1].value;
    return true;
}
