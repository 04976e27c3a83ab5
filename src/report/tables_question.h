/* The tables of one question, of a score and of a gap: all answers with bases, percent, missing
 * ones and bounds; what is counted together; means and quartiles. */
#ifndef REPORT_TABLES_QUESTION_H
#define REPORT_TABLES_QUESTION_H

#include "report/tables_cells.h"

/* All tables over all respondents that a question of any type has; a text question has one of
 * who wrote something. */
void tables_question_write(struct tables *tables, const struct question *question);

/* The scores that are made of its rows. */
void tables_question_write_scores(struct tables *tables, const struct question *question);

/* Importance, satisfaction and who lacks what, row by row. */
void tables_question_write_gap(struct tables *tables, const struct gap *gap);

#endif
