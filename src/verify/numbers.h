/* The numbers of a text, to be compared with those of another one. They live in the arena. */
#ifndef VERIFY_NUMBERS_H
#define VERIFY_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct number_at {
    const char *digits;
    size_t line;
};

struct numbers {
    struct number_at *items; /* sorted by digits, then by line */
    size_t count;
};

/* All runs of digits, each as often as it is there; with fractions "10,5" is one number. */
struct numbers numbers_of(struct arena *arena, const char *text, bool fractions);

/* How often it is there. */
size_t numbers_times(const struct numbers *numbers, const char *digits);

#endif
