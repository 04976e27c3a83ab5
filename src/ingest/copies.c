#include "ingest/copies.h"

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

struct copies {
    struct kept_file *files;
    size_t file_count, file_capacity;
    char digest[DIGEST_SIZE]; /* of the file that was last asked for; "": it has none */
    uint64_t *rows;           /* open addressing; 0 is a free slot */
    size_t row_count;
    size_t slot_count; /* a power of two, at most half full */
};

struct copies *copies_new(void) {
    struct copies *copies = memory_allocate(1, sizeof *copies);
    copies->slot_count = FIRST_SLOTS;
    copies->rows = memory_allocate(copies->slot_count, sizeof *copies->rows);
    return copies;
}

void copies_free(struct copies *copies) {
    if (copies == NULL)
        return;
    free(copies->files);
    free(copies->rows);
    free(copies);
}

const char *copies_find_file(struct copies *copies, const char *path) {
    copies->digest[0] = '\0';
    if (strcmp(path, "-") == 0 || !digest_file(path, copies->digest)) {
        copies->digest[0] = '\0';
        return NULL;
    }
    for (size_t i = 0; i < copies->file_count; i++)
        if (strcmp(copies->files[i].digest, copies->digest) == 0)
            return copies->files[i].path;
    return NULL;
}

void copies_keep_file(struct copies *copies, const char *path) {
    if (copies->digest[0] == '\0')
        return;
    copies->files = memory_grow(copies->files, copies->file_count, &copies->file_capacity,
                                sizeof *copies->files);
    struct kept_file *file = &copies->files[copies->file_count++];
    file->path = path;
    memcpy(file->digest, copies->digest, sizeof file->digest);
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

static void widen(struct copies *copies) {
    size_t slot_count = copies->slot_count * 2;
    uint64_t *rows = memory_allocate(slot_count, sizeof *rows);
    for (size_t i = 0; i < copies->slot_count; i++)
        if (copies->rows[i] != 0)
            insert(rows, slot_count, copies->rows[i]);
    free(copies->rows);
    copies->rows = rows;
    copies->slot_count = slot_count;
}

bool copies_add_row(struct copies *copies, const struct csv_record *record, size_t first) {
    if (!insert(copies->rows, copies->slot_count, hash_row(record, first)))
        return true;
    if (++copies->row_count * 2 > copies->slot_count)
        widen(copies);
    return false;
}
