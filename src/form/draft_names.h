/* Names for all that a draft holds. */
#ifndef FORM_DRAFT_NAMES_H
#define FORM_DRAFT_NAMES_H

#include "form/draft.h"

/* Gives the survey, its sections, questions, answers and rows their ids, from what the form
 * system calls them where that tells something ("money"), else from their words ("Geld"). All
 * texts must be there in all languages. Labels that two answers or two rows share are told
 * apart, aliases that would fit two are left out; each is a guess. What the system calls it
 * becomes an alias where the id does not say it. */
void draft_name_all(struct draft *draft);

#endif
