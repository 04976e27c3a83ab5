/* What the checks of a run's folder share: its files, the findings, and what could not be
 * checked. All of it belongs to main.c, which frees it; strings live in the arena. */
#ifndef VERIFY_WORK_H
#define VERIFY_WORK_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "verify/run_files.h"

enum { WORK_MOST_GAPS = 32 };

struct work {
    struct arena *arena;
    const struct run_files *files;
    struct diag *diag; /* an error is a finding */
    /* What was not checked, and why, in the language of the environment; each once. */
    const char *gaps[WORK_MOST_GAPS];
    size_t gap_count;
};

/* Notes that something was not checked. More than WORK_MOST_GAPS end in "more" as the last. */
void work_leave(struct work *work, const char *english, const char *german, const char *name);

/* The bytes of a text as a string in the arena, NUL bytes as blanks: none may hide the rest. */
const char *work_string(struct work *work, const struct text *bytes);

/* The bytes of a file as such a string; NULL where it is missing or, which is noted,
 * unreadable. */
const char *work_load(struct work *work, const char *name);

/* The place of a finding in one of the files; line 0 where there is none. */
struct diag_place work_place(const struct work *work, const char *name, size_t line);

#endif
