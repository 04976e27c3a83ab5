#include "verify/run_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

enum { DEEPEST = 8 };

struct listing {
    struct arena *arena;
    struct run_files *files;
    struct run_file *found;
    size_t capacity;
};

static void add(struct listing *listing, const char *name, int depth);

static void add_entries(struct listing *listing, const char *name, int depth) {
    struct dirent **entries = NULL;
    const char *path = arena_format(listing->arena, "%s/%s", listing->files->folder, name);
    int count = depth < DEEPEST ? scandir(path, &entries, NULL, alphasort) : -1;
    if (count < 0)
        listing->files->unreadable = name;
    for (int i = 0; i < count; i++) {
        const char *entry = entries[i]->d_name;
        if (strcmp(entry, ".") != 0 && strcmp(entry, "..") != 0)
            add(listing, arena_format(listing->arena, "%s/%s", name, entry), depth + 1);
        free(entries[i]);
    }
    free(entries);
}

static void add(struct listing *listing, const char *name, int depth) {
    struct stat status;
    const char *path = arena_format(listing->arena, "%s/%s", listing->files->folder, name);
    if (lstat(path, &status) != 0)
        return;
    listing->found = memory_grow(listing->found, listing->files->count, &listing->capacity,
                                 sizeof *listing->found);
    listing->found[listing->files->count++] =
        (struct run_file){.name = name, .path = path, .mode = status.st_mode};
    if (S_ISDIR(status.st_mode))
        add_entries(listing, name, depth);
}

static const char *without_slashes(struct arena *arena, const char *folder) {
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    return arena_copy_bytes(arena, folder, length);
}

const struct run_files *run_files_list(struct arena *arena, const char *folder) {
    struct run_files *files = arena_allocate(arena, 1, sizeof *files);
    struct listing listing = {.arena = arena, .files = files};
    files->folder = without_slashes(arena, folder);
    add(&listing, "public", 0);
    add(&listing, "internal", 0);
    files->files = arena_allocate(arena, files->count, sizeof *files->files);
    if (files->count > 0)
        memcpy(files->files, listing.found, files->count * sizeof *files->files);
    free(listing.found);
    bool run = run_files_find(files, "public/published.csv") != NULL &&
               run_files_find(files, "internal") != NULL;
    return run ? files : NULL;
}

const struct run_file *run_files_find(const struct run_files *files, const char *name) {
    for (size_t i = 0; i < files->count; i++)
        if (strcmp(files->files[i].name, name) == 0)
            return &files->files[i];
    return NULL;
}

bool run_files_load(const struct run_file *file, struct text *bytes) {
    char buffer[65536];
    if (!S_ISREG(file->mode))
        return false;
    int descriptor = open(file->path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    ssize_t count;
    while ((count = read(descriptor, buffer, sizeof buffer)) > 0)
        text_add_bytes(bytes, buffer, (size_t)count);
    close(descriptor);
    return count == 0;
}

bool run_files_fits(const char *name, const char *start, const char *end) {
    size_t length = strlen(name), first = strlen(start), last = strlen(end);
    return length >= first + last && strncmp(name, start, first) == 0 &&
           strcmp(name + length - last, end) == 0;
}
