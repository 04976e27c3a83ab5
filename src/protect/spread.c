#include "protect/spread.h"

#include <string.h>

#include "base/memory.h"

/* Ways around one quartile that are tried, by how many numbers the grid has. */
enum {
    NARROW_GRID = 200,
    NARROW_WAYS = 12,
    MIDDLE_GRID = 1000,
    MIDDLE_WAYS = 6,
    WIDE_WAYS = 4
};

/* An answer that is known: the one at that place, from 0. */
struct fixed {
    int64_t place, value;
};

/* The answers around one quartile: one, or two neighbours that it lies between. */
struct around {
    struct fixed first, second;
    bool both;
};

struct arounds {
    struct around *list;
    size_t count;
};

struct sum_range spread_any_sum(void) {
    return (struct sum_range){INT64_MIN / 4, INT64_MAX / 4, INT64_MAX / 4};
}

/* --- around a quartile --- */

static bool holds(const struct histogram *histogram, struct fixed fixed) {
    const struct histogram_class *class = histogram_class_at(histogram, fixed.place);
    return class != NULL && fixed.value >= class->low && fixed.value <= class->high;
}

/* The answer at `place` is `value`, and the next one makes up the quartile. */
static bool around_of(const struct number_figures *figures, int64_t fourfold, int64_t quarters,
                      struct fixed first, struct around *around) {
    int64_t rest = fourfold - (4 - quarters) * first.value;
    *around = (struct around){.first = first, .both = quarters > 0};
    if (!holds(figures->histogram, first))
        return false;
    if (quarters == 0)
        return rest == 0;
    around->second = (struct fixed){first.place + 1, rest / quarters};
    return rest % quarters == 0 && around->second.value >= first.value &&
           holds(figures->histogram, around->second);
}

static size_t most_ways(const struct histogram *histogram) {
    int64_t grid = histogram->classes[histogram->count - 1].high - histogram->classes[0].low;
    if (grid <= NARROW_GRID)
        return NARROW_WAYS;
    return grid <= MIDDLE_GRID ? MIDDLE_WAYS : WIDE_WAYS;
}

/* Keeps some of many, evenly, the first and the last among them. */
static void thin(struct arounds *arounds, size_t most) {
    if (arounds->count <= most)
        return;
    for (size_t i = 0; i < most; i++)
        arounds->list[i] = arounds->list[i * (arounds->count - 1) / (most - 1)];
    arounds->count = most;
}

/* From two equal answers to the widest apart. A quartile that is not shown has one way, without
 * known answers. */
static struct arounds arounds_of(struct arena *arena, const struct number_figures *figures,
                                 size_t quartile) {
    int64_t place = (figures->n - 1) * (int64_t)(quartile + 1);
    int64_t fourfold = figures->quartiles[quartile].fourfold, quarters = place % 4;
    const struct histogram_class *class = histogram_class_at(figures->histogram, place / 4);
    struct arounds arounds = {0};
    if (!figures->quartiles[quartile].shown || class == NULL) {
        arounds.list = arena_allocate(arena, 1, sizeof *arounds.list);
        arounds.list[0].first.place = -1;
        arounds.count = 1;
        return arounds;
    }
    arounds.list =
        arena_allocate(arena, (size_t)(class->high - class->low) + 1, sizeof *arounds.list);
    for (int64_t value = class->high; value >= class->low; value--)
        if (around_of(figures, fourfold, quarters, (struct fixed){place / 4, value},
                      &arounds.list[arounds.count]))
            arounds.count++;
    thin(&arounds, most_ways(figures->histogram));
    return arounds;
}

/* --- spans --- */

struct placing {
    struct span *spans;
    size_t count;
    int64_t most;
    bool fits;
};

static void add_span(struct placing *placing, int64_t count, int64_t low, int64_t high) {
    if (count == 0)
        return;
    low = low < -placing->most ? -placing->most : low;
    high = high > placing->most ? placing->most : high;
    placing->fits = placing->fits && low <= high;
    placing->spans[placing->count++] = (struct span){low, high, count};
}

/* Known answers divide a class. They go upwards; the last one is followed by one at n. */
static void place_class(struct placing *placing, const struct histogram_class *class,
                        int64_t begin, const struct fixed **fixed) {
    int64_t low = class->low, end = begin + class->count;
    for (; (*fixed)->place < end; ++*fixed) {
        if ((*fixed)->value < low || (*fixed)->place < begin) {
            placing->fits = false;
            return;
        }
        add_span(placing, (*fixed)->place - begin, low, (*fixed)->value);
        low = (*fixed)->value;
        add_span(placing, 1, low, low);
        begin = (*fixed)->place + 1;
    }
    add_span(placing, end - begin, low, class->high);
}

static void place_all(struct placing *placing, const struct number_figures *figures,
                      const struct fixed *fixed) {
    const struct histogram *histogram = figures->histogram;
    int64_t begin = 0;
    placing->count = 0;
    placing->fits = true;
    for (size_t i = 0; i < histogram->count && placing->fits; i++) {
        place_class(placing, &histogram->classes[i], begin, &fixed);
        begin += histogram->classes[i].count;
    }
    placing->fits = placing->fits && placing->count > 0;
}

/* --- spreads --- */

static void add(struct spreads *spreads, const struct spread *spread) {
    if (spreads->count == spreads->capacity) {
        size_t capacity = 2 * spreads->capacity + 16;
        struct spread *list = arena_allocate(spreads->arena, capacity, sizeof *list);
        if (spreads->count > 0)
            memcpy(list, spreads->list, spreads->count * sizeof *list);
        spreads->list = list;
        spreads->capacity = capacity;
    }
    spreads->list[spreads->count++] = *spread;
}

static bool is_open(const struct placing *placing, size_t at) {
    return placing->spans[at].high > placing->spans[at].low;
}

static size_t list_fixed(const struct around *const arounds[QUARTILES], struct fixed *fixed) {
    size_t count = 0;
    for (size_t i = 0; i < QUARTILES; i++) {
        if (arounds[i]->first.place < 0)
            continue;
        fixed[count++] = arounds[i]->first;
        if (arounds[i]->both)
            fixed[count++] = arounds[i]->second;
    }
    return count;
}

static void add_way(struct spreads *spreads, const struct number_figures *figures,
                    struct sum_range sum, const struct around *const arounds[QUARTILES]) {
    struct fixed fixed[2 * QUARTILES + 1];
    fixed[list_fixed(arounds, fixed)] = (struct fixed){figures->n, 0};
    size_t most = figures->histogram->count + 4 * QUARTILES;
    struct placing placing = {.spans =
                                  arena_allocate(spreads->arena, most, sizeof *placing.spans),
                              .most = spread_any_sum().most};
    place_all(&placing, figures, fixed);
    if (!placing.fits)
        return;
    struct spread spread = {.spans = placing.spans,
                            .sum_low = sum.low,
                            .sum_high = sum.high,
                            .open_low = is_open(&placing, 0),
                            .open_high = is_open(&placing, placing.count - 1)};
    placing.most = sum.most;
    place_all(&placing, figures, fixed);
    spread.count = placing.count;
    for (size_t i = 0; i < placing.count; i++) {
        spread.least += placing.spans[i].count * placing.spans[i].low;
        spread.greatest += placing.spans[i].count * placing.spans[i].high;
    }
    if (placing.fits && spread.least <= sum.high && spread.greatest >= sum.low)
        add(spreads, &spread);
}

void spreads_add(struct spreads *spreads, const struct number_figures *figures,
                 struct sum_range sum) {
    struct arounds arounds[QUARTILES];
    for (size_t i = 0; i < QUARTILES; i++)
        arounds[i] = arounds_of(spreads->arena, figures, i);
    for (size_t i = 0; i < arounds[0].count; i++)
        for (size_t j = 0; j < arounds[1].count; j++)
            for (size_t k = 0; k < arounds[2].count; k++)
                add_way(spreads, figures, sum,
                        (const struct around *const[QUARTILES]){
                            &arounds[0].list[i], &arounds[1].list[j], &arounds[2].list[k]});
}
