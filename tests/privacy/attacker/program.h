/* Linear programming over a model, by GLPK: what values a count can take as far as linear facts
 * go. A program refers to its model, which must outlive it, and is freed by program_free. */
#ifndef ATTACK_PROGRAM_H
#define ATTACK_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model.h"

struct program;

/* Without the facts by group where grouped is false. */
struct program *program_new(const struct model *model, bool grouped);
void program_free(struct program *program);

/* Lets the variable lie within low..high from now on; the whole range is 0..model->most. */
void program_restrict(struct program *program, size_t variable, int64_t low, int64_t high);
/* A corner of what is possible where the sum of weights[i] * variable i is greatest; values get
 * one number a variable. False where nothing is possible. */
bool program_greatest(struct program *program, const double *weights, double *values);
/* The bounds of one variable, rounded inwards to whole numbers; values (may be NULL) is the
 * corner where it is greatest. False where nothing is possible. */
bool program_bounds(struct program *program, size_t variable, int64_t *low, int64_t *high);

#endif
