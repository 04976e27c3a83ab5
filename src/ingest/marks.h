/* Words in a cell that say that there is no answer: those of form systems and data bases, and
 * what the questionnaire declares as missing. They give way to the question's own answers,
 * which the caller looks up first. The owner frees marks with marks_free; the questionnaire
 * outlives it. */
#ifndef INGEST_MARKS_H
#define INGEST_MARKS_H

#include "ingest/cell.h"
#include "survey/questionnaire.h"

struct marks;

enum mark {
    MARK_NONE,    /* something stands there */
    MARK_SKIPPED, /* nothing, NA, or a word of [ingest] missing */
    MARK_NOT_SHOWN
};

struct marks *marks_new(const struct questionnaire *questionnaire);
void marks_free(struct marks *marks);
/* What a trimmed cell says, whatever the question and its type. */
enum mark marks_read(const struct marks *marks, const struct cell *cell);
/* True where it is a word of [ingest] missing. */
bool marks_declared(const struct marks *marks, const struct cell *cell);

#endif
