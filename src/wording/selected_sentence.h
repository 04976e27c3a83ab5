/* The sentences about the selected group, beside everybody (selected_figure.h): its figures
 * with those of everybody, without saying that they differ. Strings and arrays live as those of
 * a teller. */
#ifndef WORDING_SELECTED_SENTENCE_H
#define WORDING_SELECTED_SENTENCE_H

#include "findings/selected_figure.h"
#include "wording/sentence.h"
#include "wording/teller.h"

/* The group's figures for what the key sentence of a question speaks of; where they are not
 * published, those of the class of answers that is published. None where nothing of it is. */
struct sentences selected_sentences(const struct teller *teller,
                                    const struct question *question);
struct sentences selected_sentences_of_gap(const struct teller *teller, const struct gap *gap);

/* The same in short, to be placed right behind the key sentence. Only of the group itself: a
 * coarser one would need an explanation. */
struct sentences selected_sentences_behind(const struct teller *teller,
                                           const struct question *question);
struct sentences selected_sentences_behind_gap(const struct teller *teller,
                                               const struct gap *gap);

/* "„Vereine“: 11 von 28", for page one. */
const char *selected_sentence_fact(const struct teller *teller);
/* "Zur Gruppe „Vereine“ gehören 11 von 28.", or how many are counted together with others, or
 * why it is not shown; "" where nothing is published of it. */
const char *selected_sentence_size(const struct teller *teller);

/* That some figures are those of the coarser group, and who else is counted there. */
const char *selected_sentence_together(const struct teller *teller);

/* The name of the group, or of the coarser one, quoted. */
const char *selected_sentence_name(const struct teller *teller, enum selected_state state);

/* True unless it is known that enough are in the group for percentages. */
bool selected_is_small(const struct teller *teller);

#endif
