#include "verify/packed.h"

#include <stdbool.h>
#include <zip.h>

#include "base/text.h"

/* A member that unpacks without end must not fill the memory. */
enum { MOST_BYTES = 256 << 20 };

static bool add_member(zip_t *archive, zip_uint64_t index, struct text *result) {
    char buffer[65536];
    zip_int64_t count;
    text_add_format(result, "%s\n", zip_get_name(archive, index, 0));
    zip_file_t *member = zip_fopen_index(archive, index, 0);
    if (member == NULL)
        return false;
    while ((count = zip_fread(member, buffer, sizeof buffer)) > 0 &&
           result->length < MOST_BYTES)
        text_add_bytes(result, buffer, (size_t)count);
    zip_fclose(member);
    text_add(result, "\n");
    return count == 0;
}

const char *packed_read(struct work *work, const char *name) {
    struct text result = {0};
    int fault = 0;
    zip_t *archive = zip_open(run_files_find(work->files, name)->path, ZIP_RDONLY, &fault);
    bool fine = archive != NULL;
    for (zip_int64_t i = 0; fine && i < zip_get_num_entries(archive, 0); i++)
        fine = add_member(archive, (zip_uint64_t)i, &result);
    if (archive != NULL)
        zip_discard(archive);
    if (!fine)
        work_leave(work, "cannot be read: ", "nicht lesbar: ", name);
    const char *copy = fine ? work_string(work, &result) : NULL;
    text_free(&result);
    return copy;
}
