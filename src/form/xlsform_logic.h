/* Expressions of XLSForms (XPath): who is asked, and what may be answered. The reader of
 * --from knows these forms again. */
#ifndef FORM_XLSFORM_LOGIC_H
#define FORM_XLSFORM_LOGIC_H

#include <stddef.h>

#include "base/text.h"
#include "survey/questionnaire.h"

/* Appends "${q} = 'code'" or, of type multi, "selected(${q}, 'code')". */
void xlsform_add_chosen(struct text *expression, const struct question *question,
                        const char *code);
/* Appends these joined by "or"; nothing where everybody is asked. */
void xlsform_add_condition(struct text *expression, const struct condition *condition);

/* Each appends a constraint, behind " and " where one is there already: at most so many
 * options; an option that excludes all others; a range, and how many decimals. */
void xlsform_add_most(struct text *constraint, size_t most);
void xlsform_add_alone(struct text *constraint, const char *code);
void xlsform_add_range(struct text *constraint, const char *least, const char *most,
                       int decimals);

#endif
