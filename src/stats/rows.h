/* All rows of results.csv from a finished tally, in the order of the questionnaire. Nothing is
 * left allocated. */
#ifndef STATS_ROWS_H
#define STATS_ROWS_H

#include <stdio.h>

#include "base/diag.h"
#include "stats/battery.h"
#include "stats/figure.h"

/* Writes the header and all rows, for all respondents and by group; says so in diag where more
 * were accepted than invited. */
void rows_write(FILE *stream, const struct questionnaire *questionnaire,
                const struct tally *tally, struct diag *diag);

/* The rows behind the states of a question, by type; row is the row of a matrix. For rows*.c
 * only. */
void rows_single(const struct sheet *sheet, const struct question *question);
void rows_multi(const struct sheet *sheet, const struct question *question);
void rows_matrix(const struct sheet *sheet, const struct question *question);
void rows_ranking(const struct sheet *sheet, const struct question *question);
void rows_number(const struct sheet *sheet, const struct question *question);
void rows_score(const struct sheet *sheet, const struct score *score);
void rows_gap(const struct sheet *sheet, const struct gap *gap);

/* What rows stand together: those of a question, a score or a gap; the others are NULL. */
struct part {
    const struct question *question;
    const struct score *score;
    const struct gap *gap;
};

/* All rows of a part for one level of the tally. */
void rows_part(const struct sheet *sheet, const struct part *part);
/* All rows of a part for each level of a grouping, then for each coarse one. */
void rows_levels(const struct sheet *everyone, const struct part *part, size_t grouping);
/* The tests of a question across the levels of a grouping, each with its residuals. */
void rows_tests(const struct sheet *everyone, const struct battery *battery,
                const struct question *question, size_t grouping);

/* The rows of the states of a question or matrix row. */
void rows_states(const struct sheet *sheet, const struct question *question, size_t row);

#endif
