/* The published classes of a number question's histogram. All lies in the facts' arena. */
#ifndef WORDING_CLASSES_H
#define WORDING_CLASSES_H

#include <stddef.h>

#include "findings/facts.h"
#include "findings/figures.h"

/* Bounds are in units of 10^-decimals of the question. */
struct number_class {
    int64_t low, high;
    bool closed;              /* high belongs to it: the last class */
    bool open_low, open_high; /* without that bound, which is 0 then */
    const char *category;     /* of its row in the results */
    struct figure figure;
};

/* The classes in the order of their bounds; *count gets how many. */
struct number_class *classes_of(const struct facts *facts, const struct question *question,
                                size_t *count);

#endif
