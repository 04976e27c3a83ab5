#include "inference/adjustment.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

struct ranked {
    double p;
    size_t place;
};

static int compare(const void *left, const void *right) {
    const struct ranked *a = left, *b = right;
    if (a->p != b->p)
        return a->p < b->p ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

void adjustment_benjamini_hochberg(const double *p, size_t count, double *adjusted) {
    struct ranked *ranked = memory_allocate(count, sizeof *ranked);
    for (size_t i = 0; i < count; i++)
        ranked[i] = (struct ranked){p[i], i};
    if (count > 0)
        qsort(ranked, count, sizeof *ranked, compare);
    double least = 1;
    for (size_t i = count; i-- > 0;) {
        least = fmin(least, ranked[i].p * ((double)count / (double)(i + 1)));
        adjusted[ranked[i].place] = least;
    }
    free(ranked);
}

bool adjustment_is_significant(double adjusted) {
    return adjusted < 0.05;
}
