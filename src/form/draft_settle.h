/* Makes a questionnaire of what a reader found: names, texts in all languages, scales. */
#ifndef FORM_DRAFT_SETTLE_H
#define FORM_DRAFT_SETTLE_H

#include "form/draft.h"

/* Settles a draft once, after its reader has put in all it knows:
 * - every section, question, code and row gets an id of the form of nachlese-questionnaire(5),
 *   unique where it must be, and no two answers or rows of a question are spelt alike; the
 *   source is an alias where the id does not say it;
 * - a text that is missing in a language is taken from another;
 * - what the dialect refuses is changed or left out: conditions on what is kept apart, more
 *   than a hundred codes, a choice without options, a number without limits;
 * - equal lists of answers become one scale.
 * Whatever was not in the file is a guess, whatever is left out a loss. */
void draft_settle(struct draft *draft);

#endif
