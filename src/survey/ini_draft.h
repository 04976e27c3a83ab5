/* What the check of an INI file finds, before iniparser has read it: for ini*.c only. The draft
 * is freed by ini_draft_free; the strings in it live in the arena. */
#ifndef SURVEY_INI_DRAFT_H
#define SURVEY_INI_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "survey/ini.h"
#include "survey/name_table.h"

enum {
    INI_MOST_BYTES = 1 << 20,
    INI_LONGEST_LINE =
        1000,              /* iniparser 4.1 refuses a file with a line of 1,021 bytes or more */
    INI_LONGEST_NAME = 40, /* a kind or an id */
    INI_LONGEST_KEY = 100,
    INI_MOST_ENTRIES =
        40000, /* iniparser's look-up is linear: beyond that a file takes seconds */
};

struct ini_draft {
    struct arena *arena;
    struct diag *diag;
    const char *file;
    struct ini_section *sections; /* count is set, entries not yet */
    size_t section_count, section_capacity;
    struct ini_entry *entries; /* of all sections, in order */
    size_t entry_count, entry_capacity;
    struct name_table *names; /* "[kind id]" and "N:key", with the line where it stood first */
    struct text
        normal; /* the file as iniparser gets it: no BOM, LF, no comments, the same lines */
    bool faulty;
};

/* Checks every line of the file's bytes and fills the draft; faults go to diag and set faulty.
 */
void ini_draft_check(struct ini_draft *draft, const char *bytes, size_t length);
/* Lets iniparser read the draft's normal text and compares every value; any difference is an
 * error. */
void ini_draft_compare(struct ini_draft *draft);
void ini_draft_free(struct ini_draft *draft);

/* One error with its place; column counts characters from 1, 0: not known. */
#define INI_FAULT(draft, line, column, item, ...)                                              \
    ((draft)->faulty = true,                                                                   \
     diag_add((draft)->diag, DIAG_ERROR,                                                       \
              &(struct diag_place){(draft)->file, (line), (column), (item)}, __VA_ARGS__))

#endif
