/* contacts.csv: rows are kept until they can be sorted. The owner frees contacts with
 * contacts_free; the questionnaire outlives them. */
#ifndef INGEST_CONTACTS_H
#define INGEST_CONTACTS_H

#include <stdio.h>

#include "ingest/decode.h"
#include "survey/questionnaire.h"

struct contacts;

struct contacts *contacts_new(const struct questionnaire *questionnaire);
void contacts_free(struct contacts *contacts);
void contacts_add(struct contacts *contacts, const struct decoder *decoder,
                  uint64_t respondent);
/* Nothing of that respondent will be written. */
void contacts_withdraw(struct contacts *contacts, uint64_t respondent);
void contacts_write(struct contacts *contacts, FILE *stream);

#endif
