/* Check: do the forms of a report hold the same numbers, and its languages? */
#ifndef VERIFY_FORMS_H
#define VERIFY_FORMS_H

#include "verify/work.h"

/* Every report.*.txt with its page, its PDF, and with the same report in other languages. */
void forms_check(struct work *work);

#endif
