/* All rows of results.csv from a finished tally, in the order of the questionnaire.
 * Nothing is left allocated. */
#ifndef STATS_ROWS_H
#define STATS_ROWS_H

#include <stdio.h>

#include "base/diag.h"
#include "stats/tally.h"
#include "survey/questionnaire.h"

/* Writes the header and all rows, for all respondents and by group; says so in diag where more
 * were accepted than invited. */
void rows_write(FILE *stream, const struct questionnaire *questionnaire,
                const struct tally *tally, struct diag *diag);

#endif
