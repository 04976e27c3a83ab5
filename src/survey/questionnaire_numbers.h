/* What a question of type number may say: its range, its decimals, whether it is summed or a
 * year, and where the open classes of its histogram are. */
#ifndef SURVEY_QUESTIONNAIRE_NUMBERS_H
#define SURVEY_QUESTIONNAIRE_NUMBERS_H

#include "survey/questionnaire_values.h"

/* Fills decimals, total, minimum, maximum, years, open_to and open_from (with has_open_to and
 * has_open_from) of a question whose don't know is filled already: an alias or label of it that
 * is a number from min to max is a fault too. Bounds are in units of 10^-decimals. Faults are
 * reported; after one of decimals (then -1), min or max what depends on them is left as it was.
 */
void build_number(struct builder *builder, const struct ini_section *section,
                  struct question *question);

#endif
