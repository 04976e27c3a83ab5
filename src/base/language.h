/* The language of diagnostics and help: German or English, from the environment. Nothing is
 * allocated. */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include <stdbool.h>

/* True where LC_ALL, else LC_MESSAGES, else LANG (the first that is set and not empty) begins
 * with "de". */
bool language_is_german(void);

/* The one of two wordings that fits the environment. */
const char *language_pick(const char *english, const char *german);

#endif
