/* What leaves the answers for a file of its own, each with its own consent: open texts and
 * contact data. The owner frees apart with apart_free; questionnaire and streams outlive it. */
#ifndef INGEST_APART_H
#define INGEST_APART_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/diag.h"
#include "ingest/decode.h"
#include "survey/questionnaire.h"

struct apart;

/* A stream may be NULL: that file is not wanted. A file that can only stay empty, for want of a
 * question about consent, is worth a warning. */
struct apart *apart_new(const struct questionnaire *questionnaire, FILE *contacts, FILE *quotes,
                        struct diag *diag);
void apart_free(struct apart *apart);

/* Contact data or open texts with consent are kept at all. */
bool apart_keeps_contacts(const struct apart *apart);
bool apart_keeps_quotes(const struct apart *apart);

/* Takes what that respondent consents to. */
void apart_add(struct apart *apart, const struct decoder *decoder, uint64_t respondent);
/* A later record of that respondent: what it declines is taken back, or everything. True where
 * there may have been anything. */
bool apart_withdraw(struct apart *apart, const struct decoder *decoder, uint64_t respondent,
                    bool everything);

/* Writes both files. */
void apart_write(struct apart *apart);

#endif
