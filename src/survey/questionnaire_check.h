/* What a questionnaire may not say: kinds and keys that nobody knows, and answers that no
 * export could distinguish. */
#ifndef SURVEY_QUESTIONNAIRE_CHECK_H
#define SURVEY_QUESTIONNAIRE_CHECK_H

#include "survey/questionnaire_values.h"

/* The codes that a key may name behind its first dot. */
struct key_scope {
    const char *name;       /* first word of the key: "label" */
    const char *const *ids; /* NULL: not known, so not checked */
    size_t count;
    const char *english, *german; /* what they are: "question", "Frage"; NULL: codes */
};

/* Faults of the kinds and names of all sections. */
void build_check_kinds(struct builder *builder);
/* Faults of the keys of one section; type is QUESTION_TYPES where it is no question or its type
 * is not known. */
void build_check_keys(struct builder *builder, const struct ini_section *section,
                      enum question_type type, const struct key_scope *scopes, size_t count);

/* Answers and rows of one question that no export could distinguish. */
void build_check_ambiguity(struct builder *builder);

#endif
