/* The answers of a question that was drafted from an export: which, in what order, what lies
 * beside them. A value is named only where at least two records have it. */
#ifndef FORM_EXPORT_ANSWERS_H
#define FORM_EXPORT_ANSWERS_H

#include <stddef.h>

#include "form/draft.h"
#include "form/export_table.h"
#include "form/infer.h"

/* The different values of the question's columns, as answers of single, matrix and ranking. */
void export_answers_of_columns(struct draft *draft, size_t language,
                               struct draft_question *question,
                               const struct export_table *table,
                               const struct inferred_question *inferred);
/* The parts of its cells, as options; the inferred question has joined. */
void export_answers_of_parts(struct draft *draft, size_t language,
                             struct draft_question *question, const struct export_table *table,
                             const struct inferred_question *inferred);
/* Options with columns of their own, which are in the question already: marks those as
 * exclusive that say "none" and were never ticked beside others. */
void export_answers_exclude(struct draft *draft, struct draft_question *question,
                            const struct export_table *table,
                            const struct inferred_question *inferred);

#endif
