#include "survey/name_table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct slot {
    const char *name; /* NULL: free */
    size_t number;
};

/* Open addressing with linear steps; at most half full, so that a search ends soon. */
struct name_table {
    struct slot *slots;
    size_t capacity; /* a power of two */
    size_t count;
};

enum { FIRST_CAPACITY = 64 };

struct name_table *name_table_new(void) {
    struct name_table *table = memory_allocate(1, sizeof *table);
    table->capacity = FIRST_CAPACITY;
    table->slots = memory_allocate(table->capacity, sizeof *table->slots);
    return table;
}

void name_table_free(struct name_table *table) {
    if (table == NULL)
        return;
    free(table->slots);
    free(table);
}

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t hash(const char *name) {
    uint64_t value = UINT64_C(14695981039346656037);
    for (; *name != '\0'; name++)
        value = (value ^ (unsigned char)*name) * UINT64_C(1099511628211);
    return value;
}

static struct slot *find_slot(const struct name_table *table, const char *name) {
    size_t at = (size_t)hash(name) & (table->capacity - 1);
    while (table->slots[at].name != NULL && strcmp(table->slots[at].name, name) != 0)
        at = (at + 1) & (table->capacity - 1);
    return &table->slots[at];
}

static void grow(struct name_table *table) {
    struct name_table larger = {.capacity = table->capacity * 2, .count = table->count};
    larger.slots = memory_allocate(larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < table->capacity; i++)
        if (table->slots[i].name != NULL)
            *find_slot(&larger, table->slots[i].name) = table->slots[i];
    free(table->slots);
    *table = larger;
}

bool name_table_add(struct name_table *table, const char *name, size_t number, size_t *first) {
    struct slot *slot = find_slot(table, name);
    if (slot->name != NULL) {
        *first = slot->number;
        return false;
    }
    *slot = (struct slot){name, number};
    if (++table->count * 2 > table->capacity)
        grow(table);
    return true;
}

bool name_table_find(const struct name_table *table, const char *name, size_t *number) {
    const struct slot *slot = find_slot(table, name);
    if (slot->name == NULL)
        return false;
    *number = slot->number;
    return true;
}
