#include "protect/spread.h"

#include <string.h>

/* Ways around one quartile that are tried, by how many numbers the grid has. */
enum {
    NARROW_GRID = 200,
    NARROW_WAYS = 12,
    MIDDLE_GRID = 1000,
    MIDDLE_WAYS = 6,
    WIDE_WAYS = 4
};

enum { MOST_STEPS = 1000 }; /* a grid of more numbers is first looked at in steps of several */

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

const struct histogram_class *histogram_class_at(const struct histogram *histogram,
                                                 int64_t place) {
    for (size_t i = 0; i < histogram->count; i++) {
        if (place < histogram->classes[i].count)
            return &histogram->classes[i];
        place -= histogram->classes[i].count;
    }
    return NULL;
}

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

/* --- the spreads --- */

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

/* --- what one spread leaves open --- */

static bool fits(const struct spread *spread, int64_t least, int64_t greatest) {
    return least <= spread->sum_high && greatest >= spread->sum_low;
}

/* Some answers of a span below first, the others above last; the fewer below, the greater the
 * sum. least and greatest are about all other spans. */
static bool divides(const struct spread *spread, const struct span *span, int64_t first,
                    int64_t last, int64_t least, int64_t greatest) {
    int64_t over = least + span->count * (last + 1) - spread->sum_high;
    int64_t step = last + 1 - span->low;
    int64_t below = over > 0 ? (over + step - 1) / step : 0;
    return below <= span->count &&
           greatest + below * (first - 1) + (span->count - below) * span->high >=
               spread->sum_low;
}

/* True where nobody need have given a number from first to last. */
static bool may_be_empty(const struct spread *spread, int64_t first, int64_t last) {
    int64_t least = spread->least, greatest = spread->greatest;
    const struct span *divided = NULL;
    for (size_t i = 0; i < spread->count; i++) {
        const struct span *span = &spread->spans[i];
        if (span->high < first || span->low > last)
            continue;
        if (span->low >= first && span->high <= last)
            return false;
        if (span->low < first && span->high > last) {
            divided = span;
            least -= span->count * span->low;
            greatest -= span->count * span->high;
        } else if (span->low < first) {
            greatest -= span->count * (span->high - (first - 1));
        } else {
            least += span->count * (last + 1 - span->low);
        }
    }
    if (divided != NULL)
        return divides(spread, divided, first, last, least, greatest);
    return fits(spread, least, greatest);
}

/* Moves count answers of a span into first..last. */
static void draw_in(const struct span *span, int64_t count, int64_t first, int64_t last,
                    int64_t *least, int64_t *greatest) {
    if (span->low < first)
        *least += count * (first - span->low);
    if (span->high > last)
        *greatest -= count * (span->high - last);
}

/* True where as many as count may have given a number from first to last. A span reaches over
 * either end of these at most once. */
static bool may_hold(const struct spread *spread, int64_t first, int64_t last, int64_t count) {
    static const struct span none = {0};
    const struct span *over[2] = {&none, &none};
    size_t found = 0;
    for (size_t i = 0; i < spread->count; i++) {
        const struct span *span = &spread->spans[i];
        if (span->high < first || span->low > last)
            continue;
        if (span->low >= first && span->high <= last)
            count -= span->count;
        else
            over[found++] = span;
    }
    if (count <= 0)
        return true;
    for (int64_t one = 0; one <= count && one <= over[0]->count; one++) {
        int64_t least = spread->least, greatest = spread->greatest;
        if (count - one > over[1]->count)
            continue;
        draw_in(over[0], one, first, last, &least, &greatest);
        draw_in(over[1], count - one, first, last, &least, &greatest);
        if (fits(spread, least, greatest))
            return true;
    }
    return false;
}

/* --- what all spreads leave open --- */

struct look {
    const struct spreads *spreads;
    int64_t first, last; /* numbers of the grid */
    size_t hint;         /* the spread that answered last */
};

static bool any_is_empty(struct look *look, int64_t first, int64_t last) {
    for (size_t i = 0; i < look->spreads->count; i++) {
        size_t at = (look->hint + i) % look->spreads->count;
        if (!may_be_empty(&look->spreads->list[at], first, last))
            continue;
        look->hint = at;
        return true;
    }
    return false;
}

static bool any_holds(struct look *look, int64_t first, int64_t last, int64_t count) {
    for (size_t i = 0; i < look->spreads->count; i++) {
        size_t at = (look->hint + i) % look->spreads->count;
        if (!may_hold(&look->spreads->list[at], first, last, count))
            continue;
        look->hint = at;
        return true;
    }
    return false;
}

/* The numbers from one on upwards, or from one on downwards. */
struct tail {
    bool up, open; /* open: the last answer is not fixed by classes and quartiles alone */
};

static bool tail_is_empty(struct look *look, const struct tail *tail, int64_t length) {
    return tail->up ? any_is_empty(look, look->last - length + 1, look->last)
                    : any_is_empty(look, look->first, look->first + length - 1);
}

static bool tail_holds(struct look *look, const struct tail *tail, int64_t length,
                       int64_t count) {
    return tail->up ? any_holds(look, look->last - length + 1, look->last, count)
                    : any_holds(look, look->first, look->first + length - 1, count);
}

/* The longest tail that may be empty: by halves, since then all shorter ones may be. One number
 * longer, and there is an answer for certain: it must be possible that there are min_cell, and
 * that the last answer lies further out. */
static bool tail_discloses(struct look *look, const struct tail *tail, int64_t min_cell) {
    int64_t empty = 0, most = look->last - look->first;
    while (empty < most) {
        int64_t middle = most - (most - empty) / 2;
        if (tail_is_empty(look, tail, middle))
            empty = middle;
        else
            most = middle - 1;
    }
    if (!tail_holds(look, tail, empty + 1, min_cell))
        return true;
    return tail->open && (empty == 0 || !tail_holds(look, tail, empty, 1));
}

static bool ends_disclose(struct look *look, int64_t min_cell) {
    struct tail upper = {.up = true}, lower = {.up = false};
    for (size_t i = 0; i < look->spreads->count; i++) {
        upper.open = upper.open || look->spreads->list[i].open_high;
        lower.open = lower.open || look->spreads->list[i].open_low;
    }
    return tail_discloses(look, &upper, min_cell) || tail_discloses(look, &lower, min_cell);
}

/* On a wide grid several numbers are taken at once: what may be empty together may be so each.
 */
static bool number_discloses(struct look *look, int64_t min_cell) {
    int64_t step = (look->last - look->first) / MOST_STEPS + 1;
    for (int64_t from = look->first; from <= look->last; from += step) {
        if (any_is_empty(look, from, from + step - 1))
            continue;
        for (int64_t number = from; number < from + step && number <= look->last; number++)
            if (!any_is_empty(look, number, number) &&
                !any_holds(look, number, number, min_cell))
                return true;
    }
    return false;
}

/* --- what they disclose --- */

bool spreads_disclose(const struct spreads *spreads, const struct number_figures *figures,
                      int64_t min_cell) {
    const struct histogram *histogram = figures->histogram;
    struct look look = {.spreads = spreads,
                        .first = histogram->classes[0].low,
                        .last = histogram->classes[histogram->count - 1].high};
    return spreads->count == 0 || ends_disclose(&look, min_cell) ||
           number_discloses(&look, min_cell);
}

static int64_t magnitude(int64_t number) {
    return number < 0 ? -number : number;
}

/* The sum of all magnitudes is at least this; nine tenths of it, halved, are in no way too much
 * for each of the two largest. */
struct sum_range spread_known_sum(const struct number_figures *figures, int64_t sum) {
    int64_t all = 0;
    for (size_t i = 0; i < figures->histogram->count; i++) {
        const struct histogram_class *class = &figures->histogram->classes[i];
        int64_t low = magnitude(class->low), high = magnitude(class->high);
        if (class->low > 0 || class->high < 0)
            all += class->count * (low < high ? low : high);
    }
    all = magnitude(sum) > all ? magnitude(sum) : all;
    return (struct sum_range){sum, sum, 9 * all / 20};
}

bool spread_may_be_uniform(const struct number_figures *figures, struct sum_range sum) {
    const struct histogram_class *only = NULL;
    for (size_t i = 0; i < figures->histogram->count; i++) {
        if (figures->histogram->classes[i].count == 0)
            continue;
        if (only != NULL)
            return false;
        only = &figures->histogram->classes[i];
    }
    for (int64_t value = only != NULL ? only->low : 1; only != NULL && value <= only->high;
         value++) {
        bool possible = figures->n * value >= sum.low && figures->n * value <= sum.high;
        for (size_t i = 0; i < QUARTILES; i++)
            possible = possible && (!figures->quartiles[i].shown ||
                                    figures->quartiles[i].fourfold == 4 * value);
        if (possible)
            return true;
    }
    return only == NULL;
}
