/* Ranks as form systems write them into the cell of an option; columns by rank, whose cells are
 * options, are read by choices.h. */
#ifndef INGEST_RANK_WORD_H
#define INGEST_RANK_WORD_H

#include <stdbool.h>
#include <stdint.h>

#include "survey/cell.h"

/* The one number of a cell such as "1", "1.0", "2. Wahl", "Rang 3", "1st choice" or "1
 * (highest)"; false if there is no number, or two, or any word beside it that belongs to no
 * rank: "3 points" may be the first or the last. Nor is "1 (lowest)" a rank, or "3 (highest)":
 * then the numbers run the other way. */
bool rank_word_read(const struct cell *cell, int64_t *rank);

#endif
