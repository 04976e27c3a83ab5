/* Who has answered before: by token, else by id. A value that means nothing is nobody's,
 * and a column whose values do not distinguish people makes the file an error, because all but
 * one of those who share a value would be left out. The owner frees respondents with
 * respondents_free; what is handed over outlives them. */
#ifndef INGEST_RESPONDENTS_H
#define INGEST_RESPONDENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "ingest/decoder.h"
#include "survey/questionnaire.h"

struct respondents;

struct respondents *respondents_new(const struct questionnaire *questionnaire,
                                    struct diag *diag);
void respondents_free(struct respondents *respondents);
/* Another file begins. */
void respondents_start(struct respondents *respondents, const char *file);

/* Takes the token or id of the decoder's record; false where it has neither. *first becomes the
 * respondent that was accepted with it before, or 0. */
bool respondents_find(struct respondents *respondents, const struct decoder *decoder,
                      uint64_t *first);
/* The record that was last found is a duplicate of the one before. */
void respondents_repeat(struct respondents *respondents, const struct decoder *decoder);
/* The record that was last found is accepted as that respondent. */
void respondents_accept(struct respondents *respondents, const struct decoder *decoder,
                        uint64_t respondent);

/* At the end of a file: false after reporting to diag where its ids distinguish nobody. Where
 * the questionnaire names the column, only what a spreadsheet has spoilt is an error. */
bool respondents_check(const struct respondents *respondents, const struct binding *binding);

#endif
