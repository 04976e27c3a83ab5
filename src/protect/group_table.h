/* Answers by groups, as stats counted them: one table for each matrix row, each option or the
 * whole of a single question, and each grouping. All tables of a block lie in the arena that
 * made them. */
#ifndef PROTECT_GROUP_TABLE_H
#define PROTECT_GROUP_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "protect/response_rule.h"
#include "protect/result_block.h"
#include "survey/answer_class.h"

/* What the whole-sample rows of a grouping question say about its groups. */
struct grouping_facts {
    bool listed;        /* its tables have a place at all (P3) */
    bool few;           /* there are too few answers for any figure by it (P3) */
    bool hides_codes;   /* their sizes are not published (P7) */
    bool hides_levels;  /* nor those of its coarser levels */
    bool closes_codes;  /* 1 to min_group - 1 of all accepted are in no code that is large
                           enough to be shown (P2) */
    bool closes_levels; /* or in no coarser level */
    struct level_response response; /* who answered of each level */
};

/* What stats found of the class of answers, by the groups that are large enough. */
struct table_test {
    bool defined;
    double p;
    int64_t n;
};

struct group_table {
    const struct question *question;
    size_t item; /* matrix row or option; 0 */
    enum shape shape;
    const struct grouping *grouping;
    const struct grouping_facts *facts;
    struct answer_class class;  /* that stats decided on; none where it wrote none */
    bool present;               /* stats wrote rows for it */
    bool complete;              /* none is missing, and they add up */
    struct table_test tests[2]; /* by the codes, by the coarser levels */
    size_t coded;               /* groups that are codes of the grouping question */
    size_t groups; /* these, and all others as one more: who skipped it, does not know, or chose
                      a code outside the scale */
    /* Codes inside the scale; of an option ticked and not ticked, of a ranked one first, else
     * within the places, neither; of a number none. */
    size_t answers;
    size_t ticks;    /* of an option's answers, the first ones are ticks (places); else 0 */
    int64_t *counts; /* counts[group * answers + answer] */
    int64_t *bases;  /* valid answers of each group */
    int64_t *totals; /* of all respondents, by answer; -1: not seen */
    int64_t answered, accepted; /* all respondents; -1: not seen */
};

struct group_tables {
    struct group_table *tables; /* [item * groupings + grouping] */
    size_t items, groupings;
    size_t count;
};

/* The tables of a question's block, present or not; none for a score, a gap, and a type of
 * question without a shape. facts: one for each grouping of the questionnaire. */
struct group_tables group_tables_of(struct arena *arena, const struct result_block *block,
                                    const struct questionnaire *questionnaire,
                                    const struct grouping_facts *facts);

/* True where it is that of an option. */
bool group_table_has_options(const struct group_table *table);
/* The id of the matrix row or option; "" for others. */
const char *group_table_item(const struct group_table *table);

/* The coarser level that a group is in, by its position; -1: none. The others are in that of
 * the rest. */
int group_table_level(const struct group_table *table, size_t group);

/* How many of a group ticked (ranked within the places) the option of this table. */
int64_t group_table_ticks(const struct group_table *table, size_t group);

#endif
