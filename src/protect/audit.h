/* The audit: for each table of answers by groups the view that is published, and in words why
 * not more. It shows small counts, so it is private. Rows go to the caller's stream. */
#ifndef PROTECT_AUDIT_H
#define PROTECT_AUDIT_H

#include <stdio.h>

#include "protect/ladder.h"

void audit_write_header(FILE *stream);
/* One row; the reasons in the language of the environment. */
void audit_write(FILE *stream, const struct group_table *table,
                 const struct decision *decision);

#endif
