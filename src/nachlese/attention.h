/* What an organiser should look at before the report goes out: one short point each, in the
 * language of the environment. Nothing is allocated for the caller. */
#ifndef NACHLESE_ATTENTION_H
#define NACHLESE_ATTENTION_H

#include <stdio.h>

#include "nachlese/summary.h"

/* Prints the points that there are. */
void attention_print(FILE *stream, const struct summary_facts *facts);

#endif
