/* Items in words: names, shares, who leads, what is not shown. Strings live as those of a
 * teller. */
#ifndef WORDING_ITEM_WORDS_H
#define WORDING_ITEM_WORDS_H

#include "findings/items.h"
#include "wording/teller.h"

/* The label of an answer, option or row in the teller's language. */
const char *item_label(const struct teller *teller, const struct item *item);

/* "jeweils 7 von 27 (26 %)", "alle 27" for the items first..end, or one figure each, without
 * per cent, where they differ. */
const char *items_shares(const struct teller *teller, const struct items *items, size_t first,
                         size_t end);

/* The labels of items first..end, quoted, in a list of at most five and "und weitere". */
const char *items_names(const struct teller *teller, const struct items *items, size_t first,
                        size_t end);

/* Sentences, a paragraph each, that name the hidden items with the rule, and those without any
 * answer; *count gets how many. */
const char *const *items_notes(const struct teller *teller, const struct items *items,
                               size_t *count);

#endif
