/* The strongest test that classes by group allow. */
#include <string.h>

#include "base/memory.h"

#include "numbers.h"

enum { MOST_GROUPS = 5 }; /* 120 orders; with more groups the verdict is not used */

struct ordering {
    const struct grid *grid;
    struct grid people; /* one row per person, as if all numbers were different */
    size_t order[MOST_GROUPS];
    double best;
};

/* Within each class the groups are in the order given, one behind the other. H is convex in the
 * rank sums, so its maximum over all numbers within the classes is reached by one order that is
 * the same in each class. */
static void arrange(struct ordering *ordering) {
    const struct grid *grid = ordering->grid;
    size_t person = 0;
    memset(ordering->people.counts, 0,
           ordering->people.rows * ordering->people.columns * sizeof(int64_t));
    for (size_t r = 0; r < grid->rows; r++)
        for (size_t i = 0; i < grid->columns; i++) {
            size_t group = ordering->order[i];
            for (int64_t k = grid->counts[r * grid->columns + group]; k > 0; k--)
                ordering->people.counts[person++ * grid->columns + group] = 1;
        }
    double statistic = grid_statistic(&ordering->people);
    if (statistic > ordering->best)
        ordering->best = statistic;
}

static void permute(struct ordering *ordering, size_t at) {
    if (at == ordering->grid->columns) {
        arrange(ordering);
        return;
    }
    for (size_t i = at; i < ordering->grid->columns; i++) {
        size_t first = ordering->order[at];
        ordering->order[at] = ordering->order[i];
        ordering->order[i] = first;
        permute(ordering, at + 1);
        ordering->order[i] = ordering->order[at];
        ordering->order[at] = first;
    }
}

double ordering_strongest(const struct grid *grid, struct grid *people) {
    *people = (struct grid){.columns = grid->columns, .ordered = true};
    for (size_t i = 0; i < grid->rows * grid->columns; i++)
        people->rows += (size_t)grid->counts[i];
    people->counts = memory_allocate(people->rows * people->columns, sizeof(int64_t));
    if (grid->columns > MOST_GROUPS)
        return -1;
    struct ordering ordering = {.grid = grid, .people = *people};
    for (size_t i = 0; i < grid->columns; i++)
        ordering.order[i] = i;
    permute(&ordering, 0);
    return ordering.best;
}
