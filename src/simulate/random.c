#include "simulate/random.h"

#include <assert.h>
#include <gsl/gsl_randist.h>

#include "base/die.h"

gsl_rng *random_new(void) {
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    if (generator == NULL)
        die(EXIT_RESOURCE, "out of memory", "der Speicher reicht nicht");
    return generator;
}

/* The finaliser of SplitMix64 (Steele, Lea and Flood 2014): spreads a 64-bit seed over all its
 * bits. */
static uint64_t mix(uint64_t value) {
    value += UINT64_C(0x9e3779b97f4a7c15);
    value = (value ^ (value >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94d049bb133111eb);
    return value ^ (value >> 31);
}

/* The finaliser of MurmurHash3: one to one over 32 bits, so that no two records meet. */
static uint32_t scatter(uint32_t value) {
    value ^= value >> 16;
    value *= UINT32_C(0x85ebca6b);
    value ^= value >> 13;
    value *= UINT32_C(0xc2b2ae35);
    return value ^ (value >> 16);
}

void random_start(gsl_rng *generator, uint64_t seed, uint64_t record) {
    uint64_t key = mix(seed ^ mix(record >> 32));
    uint32_t start = scatter((uint32_t)record ^ (uint32_t)key) ^ (uint32_t)(key >> 32);
    /* GSL takes 0 to mean its own default: that one start gets a number of ours. */
    gsl_rng_set(generator, start != 0 ? start : UINT32_C(0x6c617365));
}

bool random_chance(gsl_rng *generator, double probability) {
    return gsl_rng_uniform(generator) < probability;
}

size_t random_below(gsl_rng *generator, size_t count) {
    assert(count > 0);
    return gsl_rng_uniform_int(generator, count);
}

double random_normal(gsl_rng *generator, double deviation) {
    return gsl_ran_gaussian_ziggurat(generator, deviation);
}

size_t random_weighted(gsl_rng *generator, const double *weights, size_t count) {
    assert(count > 0);
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += weights[i];
    double left = gsl_rng_uniform(generator) * total;
    for (size_t i = 0; i + 1 < count; i++) {
        left -= weights[i];
        if (left < 0)
            return i;
    }
    return count - 1;
}
