/* Which items of a list can be first, in words. Strings live as those of a teller. */
#ifndef WORDING_TIER_WORDS_H
#define WORDING_TIER_WORDS_H

#include "findings/tier.h"
#include "wording/teller.h"

/* What is said where it is open which item is first, in one place of the report. */
struct tier_phrases {
    enum phrase named; /* all that can be first are shown */
    enum phrase all;   /* all of the list can be: {leaders} of {count}, which are the same */
    enum phrase some;  /* some of it: {leaders} of {count} */
};

/* That it is open which of the items is first, and how many it can be, where so many of the
 * first are shown; "" where one is, or where all that can be are level and named. Where nothing
 * is known of the order, that it is open alone. */
const char *tier_open_in_words(const struct teller *teller, const struct items *sorted,
                               size_t shown, const struct tier_phrases *phrases);

/* The same where the list stands alone, beside as many as a sentence names. */
const char *tier_open(const struct teller *teller, const struct items *sorted);
const char *tier_open_beside(const struct teller *teller, const struct items *sorted,
                             size_t shown);

#endif
