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

/* Positions in codes of the words of KEY; unknown and repeated words are errors. */
const size_t *build_positions(struct builder *builder, const struct ini_section *section,
                              const char *key, const struct code *codes, size_t code_count,
                              size_t *count);
/* The ids of codes, with "dk" behind them where dk is true. */
const char **build_ids(struct builder *builder, const struct code *codes, size_t count,
                       bool dk);
/* The set of the section's keys KEY.NAME: the names, in order. */
const char **build_names(struct builder *builder, const struct ini_section *section,
                         const char *key, size_t *count);

#endif
