/* No program may destroy what it reads: outputs against inputs and against each other. Nothing
 * is allocated that stays. */
#ifndef BASE_OVERWRITE_H
#define BASE_OVERWRITE_H

#include <stddef.h>

#include "base/command.h"

/* Ends the program with EXIT_USAGE where an output is the same file as an input or as another
 * output, whatever it is called: by device and inode, and for a file that is not there yet by
 * its folder and name. "-" is the file that standard output or input is led to; NULL and what
 * is no regular file (a terminal, a pipe, /dev/null) are skipped. */
void overwrite_refuse(const struct command *command, const char *const *outputs,
                      size_t output_count, const char *const *inputs, size_t input_count);

#endif
