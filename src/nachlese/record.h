/* What whoever takes over a survey has to know: LIESMICH.txt (README.txt) in the folder of a
 * survey, written anew by every run. It has no answers of single people. */
#ifndef NACHLESE_RECORD_H
#define NACHLESE_RECORD_H

#include "base/arena.h"
#include "nachlese/summary.h"

/* The line that such a file begins with, so that a file of the user is not mistaken for one. */
const char *record_first_line(void);
/* Its name; both in the language of the environment. */
const char *record_name(void);

/* Writes it into facts->directory, mode 0600: what was asked, when and of how many, what was
 * sent to whom, what was recoded and why, which files may stay and which go when. A file of
 * that name with another first line is left alone, and a message says so. */
void record_write(const struct summary_facts *facts, const char *questionnaire_file,
                  struct arena *arena);

#endif
