/* The numbers of a scale: what each of its codes counts as, and how many of them are its
 * highest and its lowest answers. */
#ifndef SURVEY_QUESTIONNAIRE_SCALE_H
#define SURVEY_QUESTIONNAIRE_SCALE_H

#include "survey/questionnaire_values.h"

/* Fills values, top_size and bottom_size of a list whose codes and measure are known, from
 * `value.CODE`, `top_codes` and `bottom_codes` of the section; faults are reported. */
void build_scale_numbers(struct builder *builder, const struct ini_section *section,
                         struct code_list *list);
/* Reports keys of a question with a scale that belong to the scale. */
void build_check_scale_alone(struct builder *builder, const struct ini_section *section);

#endif
