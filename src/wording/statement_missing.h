/* What those who were invited and did not answer could change. Strings live as those of a
 * teller. */
#ifndef WORDING_STATEMENT_MISSING_H
#define WORDING_STATEMENT_MISSING_H

#include "wording/teller.h"

/* One paragraph for all topics of a page: of which majorities it is sure that they are those of
 * all invited, and how many of the missing would make others one. "" where the number of
 * invited is not known, or there is nothing of either. */
const char *statement_missing_of(const struct teller *teller, const struct topic *const *topics,
                                 size_t count);

#endif
