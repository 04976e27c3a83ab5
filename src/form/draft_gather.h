/* The guesses about one thing, in one line. */
#ifndef FORM_DRAFT_GATHER_H
#define FORM_DRAFT_GATHER_H

#include "form/draft.h"

/* Who corrects a draft looks at one question after the other: of each question, scale and
 * section all guesses become one, "(1) ... (2) ...", and stand with what is lost in front of
 * it; where one line of the file has no room for them, the rest follow in a second. What is
 * said twice of it is said once. Those about the survey stay apart, each being work of its own.
 * The draft must be settled; only draft_write may follow. */
void draft_gather(struct draft *draft);

#endif
