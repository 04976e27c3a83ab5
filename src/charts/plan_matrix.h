/* Pictures of matrices, and of questions on one scale at several times (plan_parts.h). */
#ifndef CHARTS_PLAN_MATRIX_H
#define CHARTS_PLAN_MATRIX_H

#include "charts/plan_parts.h"

/* A row is all who answered it, split by answer; in the order of the highest answers, or of the
 * first set. */
bool plan_matrix(const struct teller *teller, const struct question *question,
                 struct chart *chart);

#endif
