/* Tables by groups: the groups of a grouping in the head, and what of each question is
 * published by them; which comparisons there are. */
#ifndef REPORT_TABLES_GROUPS_H
#define REPORT_TABLES_GROUPS_H

#include "report/tables_cells.h"

/* A table for each grouping by which anything of the question is shown, of coarser groups one
 * of its own. */
void tables_groups_write(struct tables *tables, const struct question *question);

/* True where anything by group is shown, or would have been. */
bool tables_groups_exist(const struct tables *tables);

/* How many tables by each grouping there are, of what its coarser groups consist, and each
 * comparison with its verdict. */
void tables_groups_write_comparisons(struct tables *tables);

/* How many of each group answered, where it is known how many were invited of it. */
void tables_groups_write_response(struct tables *tables);

#endif
