/* Columns that are headed by a row or an option alone, because the form asked each as a
 * question of its own. */
#ifndef INGEST_BINDING_ALONE_H
#define INGEST_BINDING_ALONE_H

#include <stddef.h>

#include "ingest/columns.h"

struct alone_column {
    const struct heading *meanings; /* more than one: ambiguous */
    size_t count;                   /* 0: not such a column */
    const struct heading *partly;   /* what it would be, were the others of its question there;
                                       else NULL */
    size_t seen, all;               /* how many of them are, of how many */
    const struct heading *rival;    /* of a column that is bound as a whole question: the row or
                                       option that it may be as well; else NULL */
};

/* One for each column of the binding, whose other columns are bound already; lives as long as
 * the binding. Such a heading says little, so it counts only where all rows or options of a
 * question are there in this way, and none in another. */
const struct alone_column *binding_find_alone(const struct binding *binding,
                                              const struct questionnaire *questionnaire,
                                              const struct headings *headings);

#endif
