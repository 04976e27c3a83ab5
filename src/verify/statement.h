/* The page that is printed where a run's folder passed: what was checked, what was not, and
 * where to sign. */
#ifndef VERIFY_STATEMENT_H
#define VERIFY_STATEMENT_H

#include <stdio.h>

#include "verify/work.h"

/* In the language of the environment. checked: the checks that were done, one a line, count of
 * them. */
void statement_write(FILE *stream, const struct work *work, const char *const *checked,
                     size_t count);

#endif
