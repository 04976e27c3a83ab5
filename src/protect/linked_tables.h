/* What a reader knows of tables that belong together, all options of a question by one
 * grouping, and other counts that say the same: the sums by group and by answer stay
 * (cautiously: also where they are not published), what is shown stays, and options fit
 * together. Linked tables lie in their arena. */
#ifndef PROTECT_LINKED_TABLES_H
#define PROTECT_LINKED_TABLES_H

#include "protect/cut.h"

/* What is published of one table. */
struct published_table {
    const struct group_table *table;
    const struct cut *cut; /* NULL: no counts are shown */
};

struct linked_tables {
    const struct published_table *parts;
    size_t count;
    int64_t **counts;                       /* by part, laid out as its table's */
    struct tick_sums *sums, *original_sums; /* by group */
    int64_t applied;                        /* exchanges since the last reset */
    bool *changed;                          /* by part, since the last reset */
};

/* What the options of one group sum up to. */
struct tick_sums {
    int64_t alone;   /* ticks of exclusive options */
    int64_t others;  /* ticks of all others */
    int64_t first;   /* ranked first */
    int64_t highest; /* the most ticks of one option that is not exclusive; of the tables
                        themselves only */
};

/* In one part, a respondent of group more gives answer to instead of from, and one of group
 * less the other way round. */
struct exchange {
    size_t part, more, less, to, from;
};

/* The parts must live as long. The counts are those of the tables themselves. */
struct linked_tables *linked_tables_new(struct arena *arena,
                                        const struct published_table *parts, size_t count);
void linked_tables_reset(struct linked_tables *linked);

/* True where there are such respondents, and nothing that is shown would change. */
bool linked_tables_allows(const struct linked_tables *linked, const struct exchange *exchange);
void linked_tables_apply(struct linked_tables *linked, const struct exchange *exchange);
void linked_tables_undo(struct linked_tables *linked, const struct exchange *exchange);

/* How far the options of a group are from fitting together, 0 where they do: who answered
 * ticked at least one, at most max_choices, and an exclusive option alone; one option each is
 * ranked first. */
int64_t linked_tables_misfit(const struct linked_tables *linked, size_t group);

#endif
