/* The side files: what leaves the answers: open texts and contact data, each with its own
 * consent, and, for counting only, what would tell whose answers are whose (exchange.csv). The
 * owner frees side files with side_files_free; questionnaire and streams outlive it.
 */
#ifndef INGEST_SIDE_FILES_H
#define INGEST_SIDE_FILES_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/diag.h"
#include "ingest/decoder.h"
#include "survey/questionnaire.h"
#include "survey/withdrawals.h"

struct side_files;

/* NULL: that file is not wanted. */
struct side_streams {
    FILE *contacts, *quotes, *exchange;
};

/* A file that can only stay empty, for want of a question about consent, is worth a warning;
 * that answers to count are in no file, a note. */
struct side_files *side_files_new(const struct questionnaire *questionnaire,
                                  const struct side_streams *streams, struct diag *diag);
void side_files_free(struct side_files *side_files);

/* Contact data or open texts with consent are kept at all. */
bool side_files_keeps_contacts(const struct side_files *side_files);
bool side_files_keeps_quotes(const struct side_files *side_files);

/* The columns of the next file; they live until its end. */
void side_files_start(struct side_files *side_files, const struct binding *binding);

/* Takes what that accepted respondent consents to, but for what was taken back (withdrawals.h),
 * and what is counted; and, consented or not, the names that no open text may give away
 * (known_names.h). */
void side_files_add(struct side_files *side_files, const struct decoder *decoder,
                    uint64_t respondent, unsigned withdrawn);
/* The same of a record that holds nothing but contact data: nothing of it is counted or quoted.
 */
void side_files_add_contact(struct side_files *side_files, const struct decoder *decoder,
                            uint64_t respondent, unsigned withdrawn);
/* The same of a record of a form of its own for what is kept apart: its offers and the like are
 * counted, too. */
void side_files_add_apart(struct side_files *side_files, const struct decoder *decoder,
                          uint64_t respondent, unsigned withdrawn);
/* For a record whose form did not ask what is kept apart: that it answered nothing of it is
 * counted by side_files_add_unasked, unless it did so in a form of its own. */
void side_files_add_answers(struct side_files *side_files, const struct decoder *decoder,
                            uint64_t respondent, unsigned withdrawn);
/* As many records answered nothing of what is kept apart; these are the answers of one. */
void side_files_add_unasked(struct side_files *side_files, const struct answer *answers,
                            size_t count);
/* A later record of that respondent: what it declines is taken back, or everything. True where
 * there may have been anything. */
bool side_files_withdraw(struct side_files *side_files, const struct decoder *decoder,
                         uint64_t respondent, bool everything);

/* Writes all files. */
void side_files_write(struct side_files *side_files);

#endif
