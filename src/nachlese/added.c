#include "nachlese/added.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct added {
    struct release_record *rows; /* in order */
    bool *taken;
    size_t count;
};

struct added *added_new(const struct record_list *earlier, const struct record_list *later) {
    struct added *added = memory_allocate(1, sizeof *added);
    size_t i = 0, j = 0;
    added->rows = memory_allocate(later->count, sizeof *added->rows);
    while (j < later->count) {
        int order =
            i == earlier->count ? 1 : strcmp(earlier->rows[i].digest, later->rows[j].digest);
        if (order > 0)
            added->rows[added->count++] = later->rows[j];
        i += order <= 0;
        j += order >= 0;
    }
    added->taken = memory_allocate(added->count, sizeof *added->taken);
    return added;
}

void added_free(struct added *added) {
    if (added == NULL)
        return;
    free(added->rows);
    free(added->taken);
    free(added);
}

size_t added_count(const struct added *added) {
    return added->count;
}

bool added_take(struct added *added, const char *digest) {
    size_t low = 0, high = added->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(added->rows[middle].digest, digest) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < added->count && added->taken[low] &&
           strcmp(added->rows[low].digest, digest) == 0)
        low++;
    if (low == added->count || strcmp(added->rows[low].digest, digest) != 0)
        return false;
    return added->taken[low] = true;
}
