/* Tiers, not ranks: which items of a list can be first (the rows `lead` of the published
 * figures), and how that is said. A list are options, rows with an order of their answers, or
 * the rows of a gap; answers of a single question are none. Strings live as those of a teller.
 */
#ifndef WORDING_TIER_H
#define WORDING_TIER_H

#include "wording/items.h"

struct tier {
    bool known;     /* false: not published, so that no item counts as told from the first */
    size_t leaders; /* how many of the sorted items can be first, the first included */
    size_t named; /* how many of these a sentence names: up to three all of them; of more those
                     above the largest step among the first five, two to four. Only what
                     somebody has is named, and ties are not parted. */
    size_t count; /* how many have a place in the order */
};

/* Of the items of a list, sorted; 0 of none. */
struct tier tier_of(const struct teller *teller, const struct items *sorted);

/* True where the item at that position of a sorted list is known to be told from the first. */
bool tier_is_behind(const struct tier *tier, size_t position);

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
