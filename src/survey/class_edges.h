/* A class of numbers, as the column category names it: "[5,10)", or "[10,15]" for one that
 * holds its upper edge; without a lower edge "(,5)", without an upper one "[20,)". Made and
 * read here alone. */
#ifndef SURVEY_CLASS_EDGES_H
#define SURVEY_CLASS_EDGES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/number.h"

enum { CLASS_EDGES_SIZE = 2 * NUMBER_SIZE + 4 };

/* In units of 10^-decimals of the question. */
struct class_edges {
    int64_t low, high;
    bool closed;              /* holds high, too */
    bool open_low, open_high; /* without that edge, which is 0 then; never both */
};

/* Writes the name into buffer, which it returns. */
const char *class_edges_format(char buffer[CLASS_EDGES_SIZE], const struct class_edges *edges,
                               int decimals);
/* False where the category names no class, or one without numbers. */
bool class_edges_parse(const char *category, int decimals, struct class_edges *edges);

#endif
