/* What choices.c and choice_cell.c share: a multi or ranking question that is being read. */
#ifndef INGEST_CHOICE_H
#define INGEST_CHOICE_H

#include "ingest/decode.h"

/* What a multi or ranking question was answered with. */
struct choice {
    size_t chosen; /* options, without don't know */
    bool shown;    /* any box or cell was on the form */
    bool dont_know;
    bool invalid;  /* and a fault was told */
    size_t column; /* where faults of the whole question are told */
};

/* Tells the first fault of a question; nothing of it counts then. */
void choice_fail(struct decoder *decoder, const struct question *question,
                 struct choice *choice, enum fault_kind kind, size_t column,
                 const struct cell *cell);
/* Option gets value, 1 or a rank. */
void choice_take(struct decoder *decoder, const struct question *question,
                 struct choice *choice, size_t option, int64_t value);
/* Reads a cell that holds all answers. */
void choice_read_cell(struct decoder *decoder, const struct question *question, size_t column,
                      struct choice *choice);

#endif
