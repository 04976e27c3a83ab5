/* Words in a cell that say that there is no answer: those of form systems and data bases, and
 * what the questionnaire declares as missing. They give way to the question's own answers,
 * which the caller looks up first. The owner frees marks with missing_marks_free; the
 * questionnaire outlives it. */
#ifndef INGEST_MISSING_MARKS_H
#define INGEST_MISSING_MARKS_H

#include "survey/cell.h"
#include "survey/questionnaire.h"

struct missing_marks;

enum missing_mark {
    MISSING_MARK_NONE,    /* something is there */
    MISSING_MARK_SKIPPED, /* nothing, NA, or a word of [ingest] missing */
    MISSING_MARK_NOT_SHOWN
};

struct missing_marks *missing_marks_new(const struct questionnaire *questionnaire);
void missing_marks_free(struct missing_marks *marks);
/* What a trimmed cell says, whatever the question and its type. */
enum missing_mark missing_marks_read(const struct missing_marks *marks,
                                     const struct cell *cell);
/* True where it is a word of [ingest] missing. */
bool missing_marks_declared(const struct missing_marks *marks, const struct cell *cell);

#endif
