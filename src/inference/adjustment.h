/* Many tests at once. */
#ifndef INFERENCE_ADJUSTMENT_H
#define INFERENCE_ADJUSTMENT_H

#include <stdbool.h>
#include <stddef.h>

/* The p-values adjusted so that calling all below a level significant makes on average at most
 * that share of false calls (Benjamini and Hochberg 1995, JRSS B 57:289; R: p.adjust(method =
 * "BH")). p and adjusted have count values and may be the same array. */
void adjustment_benjamini_hochberg(const double *p, size_t count, double *adjusted);

/* True for an adjusted p below 0.05. */
bool adjustment_is_significant(double adjusted);

#endif
