/* Diagnostics about the input: what is wrong, where, and what to do. A collector counts and
 * prints as they come; the owner frees it with diag_free. Faults of the environment go to die.h
 * instead. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stddef.h>
#include <stdio.h>

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

/* Where the fault is; 0 or NULL where not known. The strings are only read during the call. */
struct diag_place {
    const char *file;
    size_t line;      /* from 1 */
    size_t column;    /* from 1: the character in an INI line, the field in a CSV record */
    const char *item; /* the question, key or heading, shown as written */
};

struct diag;

/* Prints to stream; the stream stays the caller's. */
struct diag *diag_new(FILE *stream);
void diag_free(struct diag *diag);

/* Prints "FILE:LINE:COLUMN: ITEM: LEVEL: MESSAGE" in the language of the environment. Control
 * characters are shown as \xNN. After 20 messages with the same English format the rest is only
 * counted (diag_finish says how many). */
void diag_add(struct diag *diag, enum diag_level level, const struct diag_place *place,
              const char *english, const char *german, ...)
    __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

/* How many of that level were added, the unprinted included. */
size_t diag_count(const struct diag *diag, enum diag_level level);

/* The first message of the highest level that was added, as printed but for control characters;
 * NULL if there was none. Lives as long as diag, or until a message of a higher level. */
const char *diag_first(const struct diag *diag);

/* Says how many messages were held back, if any. */
void diag_finish(struct diag *diag);

#endif
