/* Words of the report for answers, rows and options: the verbs of say.NAME and the shorter
 * labels of short.CODE. */
#ifndef SURVEY_QUESTIONNAIRE_WORDS_H
#define SURVEY_QUESTIONNAIRE_WORDS_H

#include "survey/questionnaire_check.h"

/* The words of a scale. Returns the first key of a verb without {item}, which no question with
 * rows can use; NULL where all have it. */
const char *build_scale_words(struct builder *builder, const struct ini_section *section,
                              struct code_list *list);

/* The words of a question's rows, sets and answers; list is its own or its copy of a scale, of
 * which it keeps the verbs that the question does not replace. */
void build_question_words(struct builder *builder, const struct ini_section *section,
                          struct question *question, struct code_list *list);

/* What say. may name: the parts of a scale, its codes, and sets of the question. */
struct key_scope build_saying_scope(struct builder *builder, const struct code_list *list);
struct key_scope build_question_saying_scope(struct builder *builder,
                                             const struct ini_section *section,
                                             const struct question *question);

#endif
