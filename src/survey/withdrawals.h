/* withdrawals.csv: who took what back, as keyed digests, so that a later reading of the same
 * export obeys it. Withdrawals own their memory and are freed by withdrawals_free.
 *
 * kind,scope,day,digest
 * key,,,KEY                          by which the others are digested
 * email,contact quotes,DAY,DIGEST    of an e-mail address; receipt: of the token or id of a
 *                                    record. Scopes: contact, quotes, answers
 * seal,,,DIGEST                      keyed, of all above: the last line
 */
#ifndef SURVEY_WITHDRAWALS_H
#define SURVEY_WITHDRAWALS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/digest.h"

/* Bits: what is taken back. Who takes answers back takes back all. */
enum withdrawal_scope { WITHDRAW_CONTACT = 1, WITHDRAW_QUOTES = 2, WITHDRAW_ANSWERS = 4 };
enum { WITHDRAW_ALL = WITHDRAW_CONTACT | WITHDRAW_QUOTES | WITHDRAW_ANSWERS };

enum withdrawal_kind { WITHDRAWAL_EMAIL, WITHDRAWAL_RECEIPT, WITHDRAWAL_KINDS };

struct withdrawal {
    enum withdrawal_kind kind;
    unsigned scope;
    char day[CLOCK_DAY_SIZE];
    char digest[DIGEST_SIZE];
    size_t found; /* records that it fitted; counted by withdrawals_find */
};

struct withdrawals {
    char key[DIGEST_SIZE];
    struct withdrawal *rows;
    size_t count, capacity;
};

/* None, with a new key. */
struct withdrawals *withdrawals_new(void);
void withdrawals_free(struct withdrawals *withdrawals);
/* A missing file holds none. NULL after reporting to diag that it is damaged: who is in it
 * would come back. */
struct withdrawals *withdrawals_read(const char *path, struct diag *diag);
/* Replaces path as a whole, mode 0600. */
void withdrawals_write(const struct withdrawals *withdrawals, const char *path);

/* Adds one of today, or widens the scope of the one that is there. */
void withdrawals_add(struct withdrawals *withdrawals, enum withdrawal_kind kind,
                     const char *value, unsigned scope);
/* What was taken back by that address or receipt, as bits; 0: nothing. Spelling in capitals and
 * blanks around it do not matter. */
unsigned withdrawals_find(struct withdrawals *withdrawals, enum withdrawal_kind kind,
                          const char *bytes, size_t length);

#endif
