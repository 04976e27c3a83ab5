/* Cells of the tables: a figure, the sign of a hidden one or that of none. What was hidden by
 * which rule is kept for the foot. Nothing is owned; all lies in the teller's arena. */
#ifndef REPORT_TABLES_CELLS_H
#define REPORT_TABLES_CELLS_H

#include <stdbool.h>

#include "findings/figures.h"
#include "report/page.h"
#include "report/table.h"
#include "wording/teller.h"

/* Whose figures a cell shows: the rules are not told in the same words. */
enum cells_scope { CELLS_OF_ALL, CELLS_OF_GROUPS, CELLS_SCOPES };

/* The tables of a survey as they are written. */
struct tables {
    const struct teller *teller;
    struct page *page;
    enum cells_scope scope;
    bool rules[CELLS_SCOPES][PRIVACY_RULES]; /* by which something was hidden so far */
    bool hidden, absent, most, majority;     /* signs and heads that are used so far */
};

/* Keeps the rule of a figure that is hidden; "" is no rule. */
void cells_note_rule(struct tables *tables, const char *rule);

/* A cell without anything in it: there is no such figure by its nature. */
void cells_empty(struct table *table);
/* The sign of no figure. */
void cells_absent(struct tables *tables, struct table *table);

/* A whole number. */
void cells_whole(struct tables *tables, struct table *table, int64_t value);
/* The count of a figure, its base, and the one in percent of the other. */
void cells_count(struct tables *tables, struct table *table, const struct figure *figure);
void cells_base(struct tables *tables, struct table *table, const struct figure *figure);
void cells_percent(struct tables *tables, struct table *table, const struct figure *figure);

/* The value of a row of results, NULL if there is none: a whole number; a mean of numbers with
 * these decimals; a quartile or sum of such; a value that always has these decimals. */
void cells_result_whole(struct tables *tables, struct table *table,
                        const struct result *result);
void cells_mean(struct tables *tables, struct table *table, const struct result *result,
                int decimals);
void cells_quantile(struct tables *tables, struct table *table, const struct result *result,
                    int decimals);
void cells_value(struct tables *tables, struct table *table, const struct result *result,
                 int decimals);

/* True where it is published how many it can be at most of all who were invited. */
bool cells_have_most(const struct tables *tables, const struct result *share);
/* How many it can be at most of all who were invited, from the row of a share; and how many
 * voices are missing for a majority of them. */
void cells_most(struct tables *tables, struct table *table, const struct result *share);
void cells_majority(struct tables *tables, struct table *table, const struct result *share);

#endif
