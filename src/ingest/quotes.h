/* quotes.csv: rows are kept until they can be sorted. The owner frees quotes with quotes_free.
 */
#ifndef INGEST_QUOTES_H
#define INGEST_QUOTES_H

#include <stdio.h>

#include "ingest/decode.h"

struct quotes;

struct quotes *quotes_new(void);
void quotes_free(struct quotes *quotes);
void quotes_add(struct quotes *quotes, const struct open_text *text, uint64_t respondent);
/* Nothing of that respondent will be written. */
void quotes_withdraw(struct quotes *quotes, uint64_t respondent);
void quotes_write(struct quotes *quotes, FILE *stream);

#endif
