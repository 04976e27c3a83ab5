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
/* Says that no question is called word, and which one is most like it. */
void build_unknown_question(struct builder *builder, const struct ini_section *section,
                            const struct ini_entry *entry, const char *word);

#endif
