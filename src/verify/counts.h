/* Check: does the page of tables show every count of published.csv in the part of its question?
 */
#ifndef VERIFY_COUNTS_H
#define VERIFY_COUNTS_H

#include "verify/work.h"

/* Counts over all respondents, and how many answered; a question without a part is passed over.
 */
void counts_check(struct work *work);

#endif
