/* Lists of answers that are parts of another question's list: the same scale, of which fewer
 * answers were given. */
#ifndef FORM_EXPORT_ALIKE_H
#define FORM_EXPORT_ALIKE_H

#include "form/draft.h"

/* Completes each list of single, matrix and multi questions by the longest one that has all of
 * its answers, at least two; each time with a remark. */
void export_alike_complete(struct draft *draft);

#endif
