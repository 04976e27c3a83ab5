/* Random draws over GSL's Mersenne Twister. The generator stays the caller's; nothing is
 * allocated but by random_new. */
#ifndef SIMULATE_RANDOM_H
#define SIMULATE_RANDOM_H

#include <gsl/gsl_rng.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A generator that the caller frees with gsl_rng_free. It must be started by random_start.
 * GSL's environment variables have no say in it. */
gsl_rng *random_new(void);

/* Starts the stream that belongs to this seed and record. The streams of records below 2^32 all
 * begin differently; every seed is as good as any other, 0 included. */
void random_start(gsl_rng *generator, uint64_t seed, uint64_t record);

/* True with this probability, 0 to 1. */
bool random_chance(gsl_rng *generator, double probability);

/* A whole number from 0 to count - 1; count is at least 1. */
size_t random_below(gsl_rng *generator, size_t count);

/* A normal number with mean 0. */
double random_normal(gsl_rng *generator, double deviation);

/* A position, each with a probability in proportion to its weight; weights are positive, count
 * is at least 1. */
size_t random_weighted(gsl_rng *generator, const double *weights, size_t count);

#endif
