/* The one table of a topic. All lies in the arena of the teller; strings and tables live as
 * long. */
#ifndef REPORT_TOPIC_TABLE_H
#define REPORT_TOPIC_TABLE_H

#include "report/report.h"
#include "report/table.h"

/* On an inner page: sorted by what the sentences speak of, of ordered answers in their order;
 * at most ten rows of a list, with a note that more are in the tables; hidden ones in one note
 * with a sign. NULL where a table would say no more than the sentences, or nothing is shown. */
struct table *topic_table_of(const struct report *report, const struct topic *topic);

/* On page one, of a gap or a together: the rows that the sentences name, at most most_rows,
 * without bars. NULL of all else, and where it would have one row. *all becomes true where
 * the table names all that can be first. */
struct table *topic_table_brief(const struct report *report, const struct topic *topic,
                                size_t most_rows, bool *all);

/* What the figures of a list count, as the head of their column: "angekreuzt", "auf Platz 1 bis
 * 3", of rows their highest answers. */
const char *topic_table_head(const struct report *report, const struct question *question);

#endif
