/* The files of a run's folder, public/ and internal/ with all below them. They live in the
 * arena. No link is followed. */
#ifndef VERIFY_RUN_FILES_H
#define VERIFY_RUN_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/text.h"

struct run_file {
    const char *name; /* from the run's folder: "public/report.de.txt" */
    const char *path;
    mode_t mode; /* with the kind of file */
};

struct run_files {
    const char *folder;     /* as named, without slashes at its end */
    struct run_file *files; /* folders too, each before what is in it; sorted by name */
    size_t count;
    const char *unreadable; /* a folder that could not be listed; NULL: none */
};

/* NULL where there is no public/published.csv and no folder internal: no folder of a run. */
const struct run_files *run_files_list(struct arena *arena, const char *folder);

/* The one of that name; NULL where there is none. */
const struct run_file *run_files_find(const struct run_files *files, const char *name);

/* Appends the bytes of a regular file; false where it is none or cannot be read. */
bool run_files_load(const struct run_file *file, struct text *bytes);

/* True where name begins with start and ends with end. */
bool run_files_fits(const char *name, const char *start, const char *end);

#endif
