/* What was taken back of a record: its token, id and contact fields are looked up among the
 * withdrawals. Nothing is allocated that stays; no value is kept. */
#ifndef INGEST_REVOCATION_H
#define INGEST_REVOCATION_H

#include <stdio.h>

#include "base/diag.h"
#include "ingest/decoder.h"
#include "survey/withdrawals.h"

/* Bits of enum withdrawal_scope for the decoder's record; 0: nothing. */
unsigned revocation_find(struct withdrawals *withdrawals, const struct decoder *decoder);

/* Writes the numbers of the record's texts, as nachlese-quotes knows them: what was decided
 * about them is to go, too. */
void revocation_write_texts(FILE *stream, const struct decoder *decoder);

/* Says at the end how many records were found, and which withdrawals fit none or several. */
void revocation_report(const struct withdrawals *withdrawals, struct diag *diag);

#endif
