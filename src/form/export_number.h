/* The limits of a number question that was drafted from an export: rounded outwards, so that
 * nobody's number is in them. */
#ifndef FORM_EXPORT_NUMBER_H
#define FORM_EXPORT_NUMBER_H

#include "form/column_look.h"
#include "form/draft.h"

void export_number_limits(struct draft *draft, struct draft_question *question,
                          const struct column_look *look);

#endif
