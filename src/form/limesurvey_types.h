/* The types of LimeSurvey's questions: what each becomes, and what of it is lost. */
#ifndef FORM_LIMESURVEY_TYPES_H
#define FORM_LIMESURVEY_TYPES_H

#include "form/limesurvey.h"

/* Puts a question into the draft, at the end: as one question, as several where LimeSurvey asks
 * several in one, or as a remark where it asks nothing that can be counted. Gives the question
 * on which others may depend, NULL where there is none; contact data of one group go together
 * into the contact question at hand, where *contact is one. */
struct draft_question *limesurvey_draft_question(const struct limesurvey *survey,
                                                 const struct limesurvey_question *asked,
                                                 size_t section,
                                                 struct draft_question **contact);

#endif
