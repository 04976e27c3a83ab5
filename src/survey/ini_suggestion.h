/* What was probably meant by a word that nobody knows. */
#ifndef SURVEY_INI_SUGGESTION_H
#define SURVEY_INI_SUGGESTION_H

#include <stddef.h>

/* The candidate most like word (optimal string alignment distance, at most a third of its
 * length, at least 1), or NULL: for "unknown key 'tpye', did you mean 'type'?". */
const char *ini_suggestion(const char *word, const char *const *candidates, size_t count);

#endif
