/* What an export seems to have asked: its columns gathered into questions, each with its type
 * and the reason for it. Pure: nothing is read or written. */
#ifndef FORM_INFER_H
#define FORM_INFER_H

#include <stddef.h>

#include "form/column_look.h"
#include "form/export_table.h"
#include "form/joined.h"
#include "form/stems.h"

enum inferred_kind {
    INFERRED_SINGLE,
    INFERRED_SINGLE_BOXES, /* a column an option, of which everybody ticked one */
    INFERRED_MULTI_BOXES,  /* a column an option */
    INFERRED_MULTI_CELL,   /* all ticks in one cell */
    INFERRED_MATRIX,
    INFERRED_RANK_ITEMS,  /* a column an option, whose cells are ranks */
    INFERRED_RANK_PLACES, /* a column a rank, whose cells are options */
    INFERRED_RANK_CELL,   /* all of them in one cell, in order */
    INFERRED_NUMBER,
    INFERRED_TEXT,
    INFERRED_CONTACT, /* one field of contact data */
    INFERRED_LEFT_OUT
};

/* Why a column is no question. */
enum left_out_reason {
    LEFT_OUT_EMPTY,
    LEFT_OUT_DATE,
    LEFT_OUT_ID,
    LEFT_OUT_FORMULA, /* the form's own arithmetic */
    LEFT_OUT_HELPER,  /* "_place_latitude": the system's own beside a question */
    LEFT_OUT_SUMMARY, /* all ticks, beside a column for each option */
    LEFT_OUT_COMMENT, /* beside an option or a question that has no room for it */
    LEFT_OUT_REASONS
};

enum { NO_COLUMN = -1 };

struct inferred_question {
    enum inferred_kind kind;
    enum left_out_reason reason;    /* INFERRED_LEFT_OUT */
    const struct stem_group *group; /* STEM_ALONE where it says nothing of the question */
    size_t *columns;                /* options, rows, ranks; the one column, or its branches */
    size_t count;
    int other;             /* column of the text beside "other", or NO_COLUMN */
    struct joined *joined; /* of INFERRED_..._CELL; owned */
};

struct inferred {
    struct column_look *looks; /* of each column of the table */
    size_t column_count;
    struct stems *stems;
    struct inferred_question *questions; /* in the order of the file */
    size_t count;
    void *memory;
};

struct inferred *infer(const struct export_table *table);
/* NULL is fine. */
void inferred_free(struct inferred *inferred);

#endif
