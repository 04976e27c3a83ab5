/* Which items of a list can be first, in words. Strings live as those of a teller. */
#ifndef WORDING_TIER_WORDS_H
#define WORDING_TIER_WORDS_H

#include "findings/tier.h"
#include "wording/teller.h"

/* Who leads. one: phrase with {label} and {share}; the phrase after it, {labels} and {shares},
 * for several that are level; front likewise for several that are not. */
const char *tier_leaders(const struct teller *teller, const struct items *sorted,
                         enum phrase one, enum phrase front);

/* That it is open which of them is first, and how many it can be; "" where one is, or where all
 * that can be are level and named. */
const char *tier_open(const struct teller *teller, const struct items *sorted);
/* The same where so many of the first are shown. */
const char *tier_open_beside(const struct teller *teller, const struct items *sorted,
                             size_t shown);
/* The sentence, and tier_open behind it. */
const char *tier_with_open(const struct teller *teller, const struct items *sorted,
                           const char *sentence);

#endif
