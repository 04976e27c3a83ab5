/* What the made-up respondents have in common: how popular each row and option is, and how the
 * levels of every grouping differ. A world is freed by world_free; the questionnaire must
 * outlive it. */
#ifndef SIMULATE_WORLD_H
#define SIMULATE_WORLD_H

#include <stddef.h>
#include <stdint.h>

#include "survey/questionnaire.h"

struct world;

/* The same questionnaire and seed make the same world. */
struct world *world_new(const struct questionnaire *questionnaire, uint64_t seed);
void world_free(struct world *world);

/* The tendency of a variable for somebody of these levels, around 0, mostly between -2 and 2:
 * the more, the higher the answer, or the likelier the tick. levels holds a code position for
 * every grouping of the questionnaire. */
double world_tendency(const struct world *world, size_t variable, const size_t *levels);

/* The weights of a code variable's answers before any tendency, one for each code inside the
 * scale. */
const double *world_weights(const struct world *world, size_t variable);

#endif
