/* The answers of a question with options, each of which is ticked or placed: from a column per
 * option, or from one that holds several of them. */
#ifndef INGEST_CHOICES_H
#define INGEST_CHOICES_H

#include "ingest/decoder.h"

void choices_decode_multi(struct decoder *decoder, const struct question *question,
                          const struct question_columns *columns);
void choices_decode_ranking(struct decoder *decoder, const struct question *question,
                            const struct question_columns *columns);

#endif
