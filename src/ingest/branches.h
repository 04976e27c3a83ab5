/* Second columns of one question, as forms with two branches export it. Tick cells and ranks of
 * a question belong together: a branch of it is filled or empty as a whole, and branches of one
 * question count from 1 beside the first. What is here lies in the binding. */
#ifndef INGEST_BRANCHES_H
#define INGEST_BRANCHES_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/columns.h"
#include "survey/cell.h"
#include "survey/csv_reader.h"

struct twin {
    size_t column, kept, set; /* the second one, the one that is read, and its branch */
    bool conflict;            /* in the record */
    size_t source;            /* the column whose cell is read now; 0: the kept one's own */
};

/* What both of its columns mean. */
const struct heading *branches_meaning(const struct binding *binding, const struct twin *twin);
/* True where such a column is part of a branch, not a question of its own. */
bool branches_are_of(const struct heading *heading);
/* The trimmed cell of a column of the record. */
struct cell branches_cell(const struct csv_record *record, size_t column);

/* The branches of the question beside its first one. */
size_t branches_count(const struct binding *binding, const struct question *question);
/* True where the first branch of the question is empty. */
bool branches_first_is_blank(const struct binding *binding, const struct question *question,
                             const struct csv_record *record);

/* These change the record's fields. Puts the second column in place of the first; the branch in
 * place of the question's first one, empty where it has no column. */
void branches_use_column(const struct csv_record *record, struct twin *twin);
void branches_use(struct binding *binding, const struct question *question,
                  const struct csv_record *record, size_t set);
/* The same for that branch to see what its tick cells hold; false, and nothing is changed,
 * where it is empty or there is none. */
bool branches_take(struct binding *binding, const struct question *question,
                   const struct csv_record *record, size_t set);
/* Before the next record: no column is read in place of another. */
void branches_forget(struct binding *binding);

#endif
