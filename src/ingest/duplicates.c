#include "ingest/duplicates.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"

enum { FIRST_SLOTS = 64 };

struct kept_file {
    const char *path;
    char digest[DIGEST_SIZE];
};

struct duplicates {
    struct kept_file *files;
    size_t file_count, file_capacity;
    char digest[DIGEST_SIZE]; /* of the file that was last asked for; "": it has none */
    uint64_t *rows;           /* open addressing; 0 is a free slot */
    size_t row_count;
    size_t slot_count; /* a power of two, at most half full */
};

struct duplicates *duplicates_new(void) {
    struct duplicates *duplicates = memory_allocate(1, sizeof *duplicates);
    duplicates->slot_count = FIRST_SLOTS;
    duplicates->rows = memory_allocate(duplicates->slot_count, sizeof *duplicates->rows);
    return duplicates;
}

void duplicates_free(struct duplicates *duplicates) {
    if (duplicates == NULL)
        return;
    free(duplicates->files);
    free(duplicates->rows);
    free(duplicates);
}

const char *duplicates_find_file(struct duplicates *duplicates, const char *path) {
    duplicates->digest[0] = '\0';
    if (strcmp(path, "-") == 0 || !digest_file(path, duplicates->digest)) {
        duplicates->digest[0] = '\0';
        return NULL;
    }
    for (size_t i = 0; i < duplicates->file_count; i++)
        if (strcmp(duplicates->files[i].digest, duplicates->digest) == 0)
            return duplicates->files[i].path;
    return NULL;
}

void duplicates_keep_file(struct duplicates *duplicates, const char *path) {
    if (duplicates->digest[0] == '\0')
        return;
    duplicates->files = memory_grow(duplicates->files, duplicates->file_count,
                                    &duplicates->file_capacity, sizeof *duplicates->files);
    struct kept_file *file = &duplicates->files[duplicates->file_count++];
    file->path = path;
    memcpy(file->digest, duplicates->digest, sizeof file->digest);
}

static uint64_t hash_more(uint64_t hash, const void *bytes, size_t length) {
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ at[i]) * 1099511628211u;
    return hash;
}

/* FNV-1a over each field and its length, so that no two rows differ only in where a field ends.
 */
static uint64_t hash_row(const struct csv_record *record, size_t first) {
    uint64_t hash = 14695981039346656037u;
    for (size_t i = first; i < record->kept; i++) {
        const struct csv_field *field = &record->fields[i];
        hash = hash_more(hash, &field->length, sizeof field->length);
        hash = hash_more(hash, field->bytes, field->length);
    }
    hash ^= hash >> 29;
    return hash != 0 ? hash : 1;
}

/* False where the row is there already. */
static bool insert(uint64_t *rows, size_t slot_count, uint64_t hash) {
    size_t slot = hash & (slot_count - 1);
    for (; rows[slot] != 0; slot = (slot + 1) & (slot_count - 1))
        if (rows[slot] == hash)
            return false;
    rows[slot] = hash;
    return true;
}

static void widen(struct duplicates *duplicates) {
    size_t slot_count = duplicates->slot_count * 2;
    uint64_t *rows = memory_allocate(slot_count, sizeof *rows);
    for (size_t i = 0; i < duplicates->slot_count; i++)
        if (duplicates->rows[i] != 0)
            insert(rows, slot_count, duplicates->rows[i]);
    free(duplicates->rows);
    duplicates->rows = rows;
    duplicates->slot_count = slot_count;
}

bool duplicates_add_row(struct duplicates *duplicates, const struct csv_record *record,
                        size_t first) {
    if (!insert(duplicates->rows, duplicates->slot_count, hash_row(record, first)))
        return true;
    if (++duplicates->row_count * 2 > duplicates->slot_count)
        widen(duplicates);
    return false;
}
