/* The folder in public/ that holds copies of what goes into an e-mail: the text and the PDF of
 * the report in every language, not those for one group. A copy is no other release. Nothing is
 * kept. */
#ifndef NACHLESE_SEND_H
#define NACHLESE_SEND_H

#include <stdint.h>

#include "base/arena.h"
#include "survey/questionnaire.h"

/* What many mailboxes take in any case. */
enum { SEND_MOST_BYTES = 1000000 };

/* Makes the folder in built/public and fills it with copies. Faults end the program with
 * EXIT_CANNOT_CREATE or EXIT_IO. */
void send_fill(const char *built, const struct questionnaire *questionnaire,
               struct arena *arena);

/* How many bytes its files hold together, and in *sizes "report.de.pdf 0.8 MB, ..." of all with
 * more than a tenth of a MB, in the arena and the language of the environment. */
int64_t send_size(const char *built, const struct questionnaire *questionnaire,
                  struct arena *arena, const char **sizes);

#endif
