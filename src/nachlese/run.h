/* `nachlese run`: the whole line from exports to reports. Nothing is kept after run_execute
 * returns. */
#ifndef NACHLESE_RUN_H
#define NACHLESE_RUN_H

#include <stddef.h>

struct run_options {
    const char *questionnaire;
    const char *directory;
    const char *const *exports; /* "-": standard input */
    size_t export_count;
};

/* Checks the inputs, builds, swaps in and prints the closing summary. Returns the exit code:
 * EXIT_FINE, or that of the first tool that failed, and then the folder is as it was. A signal
 * ends the program. */
int run_execute(const struct run_options *options);

#endif
