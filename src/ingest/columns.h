/* The columns of a file, and what each of them is. Columns count from 1, 0 is no column. What
 * is here lies in the memory of the binding, which binding.h makes. */
#ifndef INGEST_COLUMNS_H
#define INGEST_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "survey/csv_reader.h"
#include "survey/headings.h"
#include "survey/metadata.h"
#include "survey/questionnaire.h"

struct column {
    enum metadata metadata; /* where heading.question is NULL */
    struct heading heading; /* question NULL: no answer */
    bool ignored;           /* the organiser leaves it out: [ingest] ignore */
    const char *title;      /* as written, title_length bytes */
    size_t title_length;
};

struct question_columns {
    bool found;
    size_t *items; /* options, rows, fields, or the one answer */
    size_t item_count;
    size_t *options; /* single: the tick cells, where each option has one */
    size_t option_count;
    size_t *ranks; /* ranking: the columns that name the option on a rank */
    size_t rank_count;
    size_t whole, other_text, comment, dk;
    size_t other_tick_cell; /* multi: a second column of "other", one is its tick cell and one
                               its text */
};

struct completion_mark;
struct summary_column;
struct twin;

struct binding {
    struct column *columns;
    size_t count;
    size_t metadata[METADATA_DROPPED + 1];
    struct question_columns *questions; /* as in the questionnaire */
    struct completion_mark *marks;      /* completion.h: of whether a record counts */
    size_t mark_count;
    struct twin *twins; /* twins.h: second columns of a question */
    size_t twin_count;
    struct summary_column
        *summaries; /* summary_column.h: all ticks in a cell, beside columns of options */
    size_t summary_count;
    void *memory;
};

/* The column of this meaning, 0 while there is no such column. */
size_t *columns_slot(const struct binding *binding, const struct questionnaire *questionnaire,
                     const struct heading *heading);
/* True where the record, which has as many fields, is the header once more. */
bool columns_are_header(const struct binding *binding, const struct csv_record *record);

#endif
