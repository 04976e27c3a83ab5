/* How a program ends when its environment fails (no memory, no disk, no file). Called by tools
 * and base only: faults of the input go to diag.h, faults of the programmer to assert. Nothing
 * is allocated. */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include "base/exit_code.h"

/* The name that is before every message, e.g. "nachlese-ingest"; kept, not copied. */
void die_set_program(const char *name);
const char *die_program(void);

/* What die does last before it exits, such as to remove unfinished files; it may not call die.
 * A later call takes the place of an earlier one. */
void die_set_clean_up(void (*clean_up)(void));

/* Prints "PROGRAM: MESSAGE" in the language of the environment, cleans up and exits. A message
 * that ends in ':' gets the text of errno behind it. */
_Noreturn void die(enum exit_code code, const char *english, const char *german, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

#endif
