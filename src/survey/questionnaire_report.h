/* The parts of the report: [together], [trend], [glance], [page], and the findings of
 * [report]. */
#ifndef SURVEY_QUESTIONNAIRE_REPORT_H
#define SURVEY_QUESTIONNAIRE_REPORT_H

#include "survey/questionnaire_values.h"

/* Behind build_gaps, since parts refer to questions and gaps. Adds to the builder's
 * questionnaire what these sections say. */
void build_report_parts(struct builder *builder);

#endif
