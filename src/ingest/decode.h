/* From the cells of a record to its answers. */
#ifndef INGEST_DECODE_H
#define INGEST_DECODE_H

#include "ingest/decoder.h"

/* Fills answers, faults and texts from a record of the right width in valid UTF-8. */
void decoder_decode(struct decoder *decoder, const struct csv_record *record);
/* The number of 10^-decimals that a cell holds; false where it is no number, or may be read in
 * two ways. */
bool decode_number_of(const struct decoder *decoder, const struct cell *cell, int decimals,
                      int64_t *value);

#endif
