/* The lists of answers that several questions of a draft have. */
#ifndef FORM_DRAFT_SCALES_H
#define FORM_DRAFT_SCALES_H

#include "form/draft.h"

/* Where questions of type single or matrix have the same answers, by id, words, aliases and
 * order, their list becomes a scale, and the questions name it. The remarks about the list
 * stand at the scale, once. All questions must have been named. */
void draft_join_scales(struct draft *draft);

#endif
