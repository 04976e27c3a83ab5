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

/* One line without its end, and where it stands. */
struct ini_line {
    const char *bytes;
    size_t length;
    size_t number;
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
    struct text normal; /* the file as iniparser gets it: no BOM, LF, no comments, every value
                           in quotes, the same lines */
    bool faulty;
};

/* Checks every line of the file's bytes and fills the draft; faults go to diag and set faulty.
 */
void ini_draft_check(struct ini_draft *draft, const char *bytes, size_t length);
/* The value that stands from start to end of the line: into entry, whose key is set. False
 * after saying what is wrong with it. */
bool ini_draft_value(struct ini_draft *draft, const struct ini_line *line, size_t start,
                     size_t end, struct ini_entry *entry);
/* Adds the entry to the normal text. */
void ini_draft_write(struct ini_draft *draft, const struct ini_entry *entry);
/* Lets iniparser read the draft's normal text and compares every value; any difference is an
 * error. */
void ini_draft_compare(struct ini_draft *draft);
void ini_draft_free(struct ini_draft *draft);

/* The character, from 1, in which the byte at an offset lies. */
size_t ini_line_column(const struct ini_line *line, size_t offset);
/* The bytes from start to end, in the arena. */
const char *ini_line_copy(const struct ini_draft *draft, const struct ini_line *line,
                          size_t start, size_t end);

/* One error with its place; column counts characters from 1, 0: not known. */
#define INI_FAULT(draft, line, column, item, ...)                                              \
    ((draft)->faulty = true,                                                                   \
     diag_add((draft)->diag, DIAG_ERROR,                                                       \
              &(struct diag_place){(draft)->file, (line), (column), (item)}, __VA_ARGS__))

#endif
