/* Check: does anything that was not released, or that tells how to reach somebody, stand in a
 * file of public/? */
#ifndef VERIFY_CANARIES_H
#define VERIFY_CANARIES_H

#include "verify/work.h"

/* Looks for the values of internal/contacts.csv, and for the texts of internal/quotes.csv and
 * their longer sentences that are not in internal/released.csv: of six letters or more, where
 * they stand in no text of the questionnaire (public/codebook.csv) and in no catalogue of
 * phrases. No message shows them. */
void canaries_check(struct work *work);

#endif
