#include "survey/ini.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/digest.h"
#include "base/memory.h"
#include "survey/ini_draft.h"
#include "survey/mistaken.h"

/* A pipe or a device can be neither measured nor read again, so only regular files are taken.
 * O_NONBLOCK keeps the open of a named pipe from waiting for a writer. */
static int open_regular(const char *path, size_t *size) {
    int handle = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    if (handle < 0 || fstat(handle, &status) != 0)
        die(EXIT_NO_INPUT, "cannot open %s:", "kann %s nicht öffnen:", path);
    if (S_ISDIR(status.st_mode))
        die(EXIT_NO_INPUT, "%s is a folder, not a file", "%s ist ein Ordner, keine Datei",
            path);
    if (!S_ISREG(status.st_mode))
        die(EXIT_NO_INPUT, "%s is not a regular file: save it first and name the saved file",
            "%s ist keine gewöhnliche Datei: bitte erst speichern und die gespeicherte Datei "
            "angeben",
            path);
    *size = (size_t)status.st_size;
    return handle;
}

/* Reads at most one byte more than is allowed, so that a file that grows meanwhile is noticed
 * too. */
static char *read_whole(const char *path, size_t *length) {
    size_t size;
    int handle = open_regular(path, &size);
    size_t room = size < INI_MOST_BYTES ? size + 1 : INI_MOST_BYTES + 1;
    char *bytes = memory_allocate(room, 1);
    *length = 0;
    while (*length < room) {
        ssize_t got = read(handle, bytes + *length, room - *length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            die(EXIT_NO_INPUT, "cannot read %s:", "kann %s nicht lesen:", path);
        if (got == 0)
            break;
        *length += (size_t)got;
    }
    close(handle);
    return bytes;
}

static const struct ini *finish(struct ini_draft *draft, const char *bytes, size_t length) {
    struct ini *ini = arena_allocate(draft->arena, 1, sizeof *ini);
    struct ini_section *sections =
        arena_allocate(draft->arena, draft->section_count, sizeof *sections);
    struct ini_entry *entries =
        arena_allocate(draft->arena, draft->entry_count, sizeof *entries);
    if (draft->entry_count > 0)
        memcpy(entries, draft->entries, draft->entry_count * sizeof *entries);
    for (size_t i = 0; i < draft->section_count; i++) {
        sections[i] = draft->sections[i];
        sections[i].entries = entries;
        entries += sections[i].count;
    }
    *ini = (struct ini){draft->file, sections, draft->section_count, ""};
    digest_bytes(bytes, length, ini->digest);
    return ini;
}

const struct ini *ini_read(struct arena *arena, const char *path, struct diag *diag) {
    size_t length;
    char *bytes = read_whole(path, &length);
    struct ini_draft draft = {.arena = arena,
                              .diag = diag,
                              .file = arena_copy(arena, path),
                              .names = name_table_new()};
    draft.faulty = mistaken_export(draft.file, bytes, length, diag);
    if (!draft.faulty)
        ini_draft_check(&draft, bytes, length);
    if (!draft.faulty)
        ini_draft_compare(&draft);
    const struct ini *ini = draft.faulty ? NULL : finish(&draft, bytes, length);
    ini_draft_free(&draft);
    free(bytes);
    return ini;
}

void ini_draft_free(struct ini_draft *draft) {
    free(draft->sections);
    free(draft->entries);
    name_table_free(draft->names);
    text_free(&draft->normal);
}

const struct ini_entry *ini_entry(const struct ini_section *section, const char *key) {
    for (size_t i = 0; i < section->count; i++)
        if (strcmp(section->entries[i].key, key) == 0)
            return &section->entries[i];
    return NULL;
}

const char *ini_value(const struct ini_section *section, const char *key) {
    const struct ini_entry *entry = ini_entry(section, key);
    return entry != NULL ? entry->value : NULL;
}
