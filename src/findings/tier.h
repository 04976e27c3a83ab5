/* Tiers, not ranks: which items of a list can be first (the rows `lead` of the published
 * figures). A list are options, rows with an order of their answers, or
 * the rows of a gap; answers of a single question are none. Strings live as those of facts.
 */
#ifndef WORDING_TIER_H
#define WORDING_TIER_H

#include "findings/items.h"

struct tier {
    bool known;     /* false: not published, so that no item counts as told from the first */
    size_t leaders; /* how many of the sorted items can be first, the first included */
    size_t named; /* how many of these a sentence names: up to three all of them; of more those
                     above the largest step among the first five, two to four. Only what
                     somebody has is named, and ties are not parted. */
    size_t count; /* how many have a place in the order */
};

/* Of the items of a list, sorted; 0 of none. */
struct tier tier_of(const struct facts *facts, const struct items *sorted);

/* True where several can be first, and those that are named are all of them, and level: their
 * order is not open. */
bool tier_is_level(const struct tier *tier, const struct items *sorted);

/* True where the item at that position of a sorted list is known to be told from the first. */
bool tier_is_behind(const struct tier *tier, size_t position);

#endif
