#include "verify/work.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"

void work_leave(struct work *work, const char *english, const char *german, const char *name) {
    const char *gap = arena_format(work->arena, "%s%s", language_pick(english, german), name);
    for (size_t i = 0; i < work->gap_count; i++)
        if (strcmp(work->gaps[i], gap) == 0)
            return;
    if (work->gap_count < WORK_MOST_GAPS)
        work->gaps[work->gap_count++] = gap;
    else
        work->gaps[WORK_MOST_GAPS - 1] = language_pick("and more", "und mehr");
}

const char *work_string(struct work *work, const struct text *bytes) {
    char *copy = arena_copy_bytes(work->arena, text_string(bytes), bytes->length);
    for (size_t i = 0; i < bytes->length; i++)
        if (copy[i] == '\0')
            copy[i] = ' ';
    return copy;
}

const char *work_load(struct work *work, const char *name) {
    const struct run_file *file = run_files_find(work->files, name);
    if (file == NULL)
        return NULL;
    struct text bytes = {0};
    const char *copy = NULL;
    if (run_files_load(file, &bytes))
        copy = work_string(work, &bytes);
    else
        work_leave(work, "cannot be read: ", "nicht lesbar: ", name);
    text_free(&bytes);
    return copy;
}

struct diag_place work_place(const struct work *work, const char *name, size_t line) {
    return (struct diag_place){
        .file = arena_format(work->arena, "%s/%s", work->files->folder, name), .line = line};
}
