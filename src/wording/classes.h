/* The published classes of a number question's histogram. All lies in the teller's arena. */
#ifndef WORDING_CLASSES_H
#define WORDING_CLASSES_H

#include <stddef.h>

#include "wording/figures.h"
#include "wording/teller.h"

/* Bounds are in units of 10^-decimals of the question. */
struct number_class {
    int64_t low, high;
    bool closed;              /* high belongs to it: the last class */
    bool open_low, open_high; /* without that bound, which is 0 then */
    const char *label; /* "5 bis 9" of whole numbers, of others "2,5 bis unter 5"; of open
                          classes "unter 5", "20 und mehr" */
    struct figure figure;
};

/* The classes in the order of their bounds; *count gets how many. */
struct number_class *classes_of(const struct teller *teller, const struct question *question,
                                size_t *count);

#endif
