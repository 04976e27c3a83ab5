/* Words that programs and people write where there is nothing. Nothing is allocated. */
#ifndef INGEST_ABSENT_WORD_H
#define INGEST_ABSENT_WORD_H

#include <stdbool.h>

#include "ingest/missing_marks.h"
#include "survey/cell.h"

/* True where the cell names nobody and no time: blank, of signs only, a word such as NA or
 * anonymous, a spreadsheet's error, a negative number, or one of `missing` in [ingest]. */
bool absent_word_is(const struct missing_marks *marks, const struct cell *cell);

#endif
