/* The attack on a set of tables of one model: what must not be known about them, and the two
 * ways to find out. An attack owns its model and tables (attack_free). */
#ifndef ATTACK_ATTACK_H
#define ATTACK_ATTACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "findings.h"
#include "model.h"
#include "table.h"

/* A count that must not be known to lie in 1..limit. */
struct target {
    const struct table *table;
    const char *rule, *what, *by, *level, *category;
    size_t variable;
    int64_t limit;
    bool always; /* also where the whole sample alone shows it */
    bool size;   /* about the question of the grouping, not that of the table */
    bool open;   /* still to be settled */
};

/* Groups of a table (one level, a coarser one, all that are left out) whose members must not be
 * known to agree (alike), or whose every count must not be known (small). */
struct column {
    const struct table *table;
    const char *by, *level;
    bool groups[POSITIONS];
    size_t base;       /* variable: who answered */
    bool alike, small; /* still to be settled */
    bool always;       /* also where the whole sample alone shows it */
};

struct attack {
    struct model *model;
    const struct published *published;
    struct table **tables;
    size_t table_count, table_capacity;
    struct target *targets;
    size_t target_count, target_capacity;
    struct column *columns;
    size_t column_count, column_capacity;
    const char *how; /* "linear" or "three-way", for the findings */
};

struct attack *attack_new(const struct published *published, const char *how);
void attack_free(struct attack *attack);

/* Reports that the target lies within low..high. */
void attack_report(const struct target *target, const char *how, int64_t low, int64_t high,
                   struct findings *findings);
/* Reports something about the groups of a column. */
void attack_report_column(const struct column *column, const char *rule, const char *how,
                          const char *what, const char *category, struct findings *findings);

/* Adds a table and all that must not be known about it; without the latter where quiet. */
struct table *attack_table(struct attack *attack, const struct question *question,
                           const char *item, const struct question *grouping, bool quiet);

/* True where by the whole sample alone all gave the same answer: then a count by group shows
 * only how many of the group answered. */
bool attack_agreed(const struct attack *attack, const struct table *table);

/* Bounds by linear programming. What is found is reported and settled; the rest stays open. */
void attack_linear(struct attack *attack, struct findings *findings);

/* Searches whole-number tables that fulfil all figures, also the non-linear ones, of an attack
 * on one table. Says what is known, or how many targets it could not settle with that many
 * steps. */
void attack_integer(struct attack *attack, struct findings *findings, size_t steps);

#endif
