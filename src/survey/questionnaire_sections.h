/* All sections but those of questions, scales and parts of the report, and asked_if. Each adds
 * to the builder's questionnaire what its sections say. */
#ifndef SURVEY_QUESTIONNAIRE_SECTIONS_H
#define SURVEY_QUESTIONNAIRE_SECTIONS_H

#include "survey/questionnaire_values.h"

void build_survey(struct builder *builder);   /* [survey]; first, for the languages */
void build_sections(struct builder *builder); /* [section] */

/* What refers to questions, so behind build_questions. */
void build_rules(struct builder *builder);      /* [privacy], [report] and [ingest] */
void build_conditions(struct builder *builder); /* asked_if of all questions */
void build_groupings(struct builder *builder);
void build_scores(struct builder *builder);
void build_gaps(struct builder *builder);
void build_passages(struct builder *builder);
void build_recodes(struct builder *builder);

#endif
