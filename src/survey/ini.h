/* An INI file of our dialect (nachlese-questionnaire(5)), read by iniparser behind a check of
 * our own that gives every fault its line and column. The file's strings live in the arena it
 * was read into. The only code that knows iniparser. */
#ifndef SURVEY_INI_H
#define SURVEY_INI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

struct ini_entry {
    const char *key;   /* "label.verein.de" */
    const char *value; /* without the quotes round it; may be "" */
    size_t line;
    bool quoted;     /* the whole value was in double quotes */
    bool odd_blanks; /* blanks other than ordinary ones were beside the =; they are gone */
};

struct ini_section {
    const char *kind; /* the first word of [KIND ID] */
    const char *id;   /* the second word; "" if absent */
    size_t line;
    const struct ini_entry *entries; /* in the order of the file */
    size_t count;
};

/* What is more is refused; iniparser's look-up is linear, so beyond that many keys a file takes
 * seconds. */
enum { INI_MOST_BYTES = 1 << 20, INI_MOST_ENTRIES = 40000 };

struct ini {
    const char *file; /* as named, for diagnostics */
    const struct ini_section *sections;
    size_t count;
    char digest[65];   /* SHA-256 of the file's bytes, hexadecimal */
    size_t todo_count; /* comments that begin with TODO: decisions that a draft asks for */
    size_t first_todo; /* the line of the first; 0: none */
};

/* Reads path into the arena; all faults of form go to diag, as many as there are. NULL where
 * there was any. A file that cannot be opened ends the program with EXIT_NO_INPUT. Limits: 1
 * MiB, 1,000 bytes per line. */
const struct ini *ini_read(struct arena *arena, const char *path, struct diag *diag);

/* True where the value of key is a list of words of an export, such as alias: a word of it may
 * be in double quotes and then holds blanks and commas. Unless it is quoted as a whole, the
 * value of such an entry is the list as written, quotes included; every quote is closed and
 * touches no other word. */
bool ini_lists_phrases(const char *key);

/* The value of key in section, or NULL. */
const char *ini_value(const struct ini_section *section, const char *key);
/* The entry of key in section, or NULL. */
const struct ini_entry *ini_entry(const struct ini_section *section, const char *key);

#endif
