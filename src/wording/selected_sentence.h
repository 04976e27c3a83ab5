/* The selected group in words (selected_figure.h): its name and how large it is. Strings live
 * as those of a teller. */
#ifndef WORDING_SELECTED_SENTENCE_H
#define WORDING_SELECTED_SENTENCE_H

#include "findings/selected_figure.h"
#include "wording/teller.h"

/* "„Vereine“: 11 von 28", for page one. */
const char *selected_sentence_fact(const struct teller *teller);

/* The name of the group, or of the coarser one, quoted. */
const char *selected_sentence_name(const struct teller *teller, enum selected_state state);

/* True unless it is known that enough are in the group for percentages. */
bool selected_is_small(const struct teller *teller);

#endif
