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

/* The answers at place and behind it that make up the quartile (the next one counts `quarters`
 * times): first from low to high, downwards in steps. */
struct pairs {
    int64_t low, high, step;
};

static int64_t divide_down(int64_t dividend, int64_t divisor) {
    int64_t quotient = dividend / divisor;
    return dividend % divisor < 0 ? quotient - 1 : quotient;
}

int64_t spread_below_quartile(const struct number_figures *figures, size_t quartile) {
    return divide_down(figures->quartiles[quartile].fourfold, 4);
}

/* quarters * second = fourfold - (4 - quarters) * first, and second is not below first. */
static struct pairs pairs_of(const struct histogram_class *class,
                             const struct histogram_class *next, int64_t fourfold,
                             int64_t quarters) {
    struct pairs pairs = {class->low, class->high, 1};
    int64_t weight = 4 - quarters;
    int64_t equal = divide_down(fourfold, 4); /* first cannot be greater */
    int64_t lowest = -divide_down(quarters * next->high - fourfold, weight);
    int64_t highest = divide_down(fourfold - quarters * next->low, weight);
    highest = equal < highest ? equal : highest;
    pairs.low = lowest > pairs.low ? lowest : pairs.low;
    pairs.high = highest < pairs.high ? highest : pairs.high;
    if (quarters == 3)
        pairs.step = 3;
    for (int64_t i = 0; i < quarters && (fourfold - weight * pairs.high) % quarters != 0; i++)
        pairs.high--;
    if ((fourfold - weight * pairs.high) % (quarters > 0 ? quarters : 1) != 0)
        pairs.high = pairs.low - 1;
    return pairs;
}

static size_t most_ways(const struct number_figures *figures) {
    const struct histogram *histogram = figures->histogram;
    int64_t grid = histogram->classes[histogram->count - 1].high - histogram->classes[0].low;
    if (grid <= NARROW_GRID && figures->fillings.count == 1)
        return NARROW_WAYS;
    return grid <= MIDDLE_GRID ? MIDDLE_WAYS : WIDE_WAYS;
}

/* From two equal answers to the widest apart; of many some, evenly, the first and the last
 * among them. */
static struct arounds list_pairs(struct arena *arena, const struct pairs *pairs, int64_t place,
                                 int64_t fourfold, int64_t quarters, size_t most) {
    struct arounds arounds = {.list = arena_allocate(arena, most, sizeof *arounds.list)};
    if (pairs->high < pairs->low)
        return arounds;
    size_t all = (size_t)((pairs->high - pairs->low) / pairs->step) + 1;
    arounds.count = all < most ? all : most;
    for (size_t i = 0; i < arounds.count; i++) {
        size_t at = all <= most ? i : i * (all - 1) / (most - 1);
        struct around *around = &arounds.list[i];
        around->first = (struct fixed){place, pairs->high - (int64_t)at * pairs->step};
        around->both = quarters > 0;
        if (quarters > 0)
            around->second = (struct fixed){
                place + 1, (fourfold - (4 - quarters) * around->first.value) / quarters};
    }
    return arounds;
}

/* A quartile that is not shown has one way, without known answers. */
static struct arounds arounds_of(struct arena *arena, const struct number_figures *figures,
                                 const struct histogram *filling, size_t quartile) {
    int64_t place = (figures->n - 1) * (int64_t)(quartile + 1), quarters = place % 4;
    int64_t fourfold = figures->quartiles[quartile].fourfold;
    const struct histogram_class *class = histogram_class_at(filling, place / 4);
    const struct histogram_class *next =
        histogram_class_at(filling, place / 4 + (quarters > 0 ? 1 : 0));
    if (!figures->quartiles[quartile].shown || class == NULL || next == NULL) {
        struct arounds any = {.list = arena_allocate(arena, 1, sizeof *any.list), .count = 1};
        any.list[0].first.place = -1;
        return any;
    }
    struct pairs pairs = pairs_of(class, next, fourfold, quarters);
    return list_pairs(arena, &pairs, place / 4, fourfold, quarters, most_ways(figures));
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

static void place_all(struct placing *placing, const struct histogram *histogram,
                      const struct fixed *fixed) {
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
                    const struct histogram *filling, struct sum_range sum,
                    const struct around *const arounds[QUARTILES]) {
    struct fixed fixed[2 * QUARTILES + 1];
    fixed[list_fixed(arounds, fixed)] = (struct fixed){figures->n, 0};
    size_t most = filling->count + 4 * QUARTILES;
    struct placing placing = {.spans =
                                  arena_allocate(spreads->arena, most, sizeof *placing.spans),
                              .most = spread_any_sum().most};
    place_all(&placing, filling, fixed);
    if (!placing.fits)
        return;
    struct spread spread = {.spans = placing.spans, .sum_low = sum.low, .sum_high = sum.high};
    placing.most = sum.most;
    place_all(&placing, filling, fixed);
    spread.count = placing.count;
    for (size_t i = 0; i < placing.count; i++) {
        spread.least += placing.spans[i].count * placing.spans[i].low;
        spread.greatest += placing.spans[i].count * placing.spans[i].high;
    }
    if (placing.fits && spread.least <= sum.high && spread.greatest >= sum.low)
        add(spreads, &spread);
}

static void add_ways(struct spreads *spreads, const struct number_figures *figures,
                     const struct histogram *filling, struct sum_range sum) {
    struct arounds arounds[QUARTILES];
    for (size_t i = 0; i < QUARTILES; i++)
        arounds[i] = arounds_of(spreads->arena, figures, filling, i);
    for (size_t i = 0; i < arounds[0].count; i++)
        for (size_t j = 0; j < arounds[1].count; j++)
            for (size_t k = 0; k < arounds[2].count; k++)
                add_way(spreads, figures, filling, sum,
                        (const struct around *const[QUARTILES]){
                            &arounds[0].list[i], &arounds[1].list[j], &arounds[2].list[k]});
}

void spreads_add(struct spreads *spreads, const struct number_figures *figures,
                 struct sum_range sum) {
    for (size_t i = 0; i < figures->fillings.count; i++)
        add_ways(spreads, figures, &figures->fillings.list[i], sum);
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

/* A quartile that lies at an end of the classes says that a quarter of the answers does. */
static bool shows_end(const struct number_figures *figures, int64_t end) {
    for (size_t i = 0; i < QUARTILES; i++)
        if (figures->quartiles[i].shown && figures->quartiles[i].fourfold == 4 * end)
            return true;
    return false;
}

static bool ends_disclose(struct look *look, const struct number_figures *figures,
                          int64_t min_cell) {
    const struct histogram_class *first = &figures->histogram->classes[0];
    const struct histogram_class *last = first + figures->histogram->count - 1;
    struct tail upper = {true, last->low < last->high && !shows_end(figures, last->high)};
    struct tail lower = {false, first->low < first->high && !shows_end(figures, first->low)};
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
    return spreads->count == 0 || ends_disclose(&look, figures, min_cell) ||
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
