/* Output files that are whole or not there: written beside their place, checked, and renamed
 * when closed. An output is freed by output_close or output_discard; the path is copied. Faults
 * end the program (EXIT_CANNOT_CREATE, EXIT_IO). Where die ends it, what is open is removed. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

struct output;

/* Ends the program where standard output is closed; for work that would be done in vain. */
void output_check_standard(void);
/* Opens path for writing; NULL or "-" is standard output. A private file has mode 0600, else
 * 0666 less the umask. */
struct output *output_open(const char *path, bool private_file);
/* The stream to write to; stays the output's. */
FILE *output_stream(struct output *output);
/* Flushes, checks every write, renames into place and frees. */
void output_close(struct output *output);
/* Removes what was written and frees; NULL is fine. */
void output_discard(struct output *output);

#endif
