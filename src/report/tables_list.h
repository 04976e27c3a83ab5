/* A table with a row for each answer, option or row of a question, and the same columns for
 * all: count, base, percent, how many it can be at most. Nothing is owned. */
#ifndef REPORT_TABLES_LIST_H
#define REPORT_TABLES_LIST_H

#include <stddef.h>

#include "report/tables_cells.h"

/* One row: the share of that row of results. */
struct list_entry {
    const char *label, *item, *category;
    enum statistic statistic;
};

/* With one base: it is the first row, and who is missing are the last ones. */
struct list {
    const struct question *question;
    const char *figures; /* the id under which the figures are */
    const char *title, *head;
    bool own_bases; /* each row has its base, in a column */
    bool with_missing;
    struct list_entry *entries;
    size_t count;
};

/* Room for so many entries; count is 0. */
struct list list_new(const struct tables *tables, const struct question *question,
                     const char *title, enum phrase head, size_t room);
void list_add(struct list *list, const char *label, const char *item, const char *category,
              enum statistic statistic);
/* Adds the table to the page. Without entries nothing but base and missing ones; without these
 * no table. */
void list_write(struct tables *tables, const struct list *list);

/* The kinds of missing answers that anybody has, or that are hidden, in any part of a question:
 * answers beside the scale, don't know, no answer, not asked, not understood. */
struct missing_kind {
    const char *label, *category;
    enum statistic statistic;
};
struct missing_kinds {
    struct missing_kind *kind;
    size_t count;
};
struct missing_kinds list_missing(const struct tables *tables, const struct question *question);

#endif
