/* The questions and their scales: [scale], [question]. */
#ifndef SURVEY_QUESTIONNAIRE_QUESTIONS_H
#define SURVEY_QUESTIONNAIRE_QUESTIONS_H

#include "survey/questionnaire_values.h"

void build_scales(struct builder *builder);
void build_questions(struct builder *builder);

/* The question of that id, or NULL; the reference says what is wrong with the value of KEY. */
struct question *build_find_question(const struct builder *builder, const char *id);
struct question *build_reference(struct builder *builder, const struct ini_section *section,
                                 const char *key);

/* The set of the section's keys KEY.NAME: the names, in order. */
const char **build_names(struct builder *builder, const struct ini_section *section,
                         const char *key, size_t *count);

#endif
