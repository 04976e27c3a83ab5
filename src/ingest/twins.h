/* A second column of the same question, as forms with two branches export it: with the same
 * heading, or with one that a program has numbered. Row by row the two are one, where at most
 * one of them is filled. */
#ifndef INGEST_TWINS_H
#define INGEST_TWINS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "ingest/columns.h"
#include "ingest/decoder.h"
#include "ingest/missing_marks.h"
#include "ingest/sample.h"
#include "ingest/tick_cells.h"
#include "survey/headings.h"

/* Takes the column as a second one of what column kept means; set numbers the branches from 1,
 * 0 where that is the next one. */
void twins_add(struct binding *binding, size_t column, size_t kept, size_t set);
/* Where a column without a meaning is headed like a question with ".1", "...3" or, if its cells
 * are options of that question, "2", "_2" or " (2)" behind it: the question's heading, and the
 * set. NULL for all others. */
const struct heading *twins_find(const struct binding *binding, const struct headings *headings,
                                 size_t column, const struct sample *sample, size_t *set);
/* Where the options of a multi have a column each and only "other" has two, one is its tick
 * cell and one its text, as Kobo, REDCap, SoSci and Qualtrics write it: no second branch of a
 * form. */
void twins_settle_others(struct binding *binding, const struct questionnaire *questionnaire);
/* Says which columns are read as one. */
void twins_warn(const struct binding *binding, const char *file, size_t line,
                struct diag *diag);

/* What decides that a branch holds no answer. */
struct twins_reading {
    const struct missing_marks *marks;   /* of [ingest] missing */
    const struct tick_cells *tick_cells; /* what was decided */
};

/* Moves the cells of the branch that is filled to the columns that are read; the record's
 * fields are changed. */
void twins_merge(const struct twins_reading *reading, struct binding *binding,
                 const struct csv_record *record);
/* Makes what both branches answer otherwise not understood, and says of the other faults in
 * which column they are. */
void twins_conclude(const struct binding *binding, struct decoder *decoder);

#endif
