#include "protect/telling.h"

enum { MOST_STEPS = 1000 }; /* a grid of more numbers is first looked at in steps of several */

/* --- one spread --- */

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

/* --- all spreads --- */

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
    bool up, open; /* open: the last answer is not said by classes and quartiles alone */
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
static bool tells_tail(struct look *look, const struct tail *tail, int64_t min_cell) {
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

static bool tells_ends(struct look *look, int64_t min_cell) {
    struct tail upper = {.up = true}, lower = {.up = false};
    for (size_t i = 0; i < look->spreads->count; i++) {
        upper.open = upper.open || look->spreads->list[i].open_high;
        lower.open = lower.open || look->spreads->list[i].open_low;
    }
    return tells_tail(look, &upper, min_cell) || tells_tail(look, &lower, min_cell);
}

/* On a wide grid several numbers are taken at once: what may be empty together may be so each.
 */
static bool tells_number(struct look *look, int64_t min_cell) {
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

/* --- what the gate asks --- */

bool telling(const struct spreads *spreads, const struct number_figures *figures,
             int64_t min_cell) {
    const struct histogram *histogram = figures->histogram;
    struct look look = {.spreads = spreads,
                        .first = histogram->classes[0].low,
                        .last = histogram->classes[histogram->count - 1].high};
    return spreads->count == 0 || tells_ends(&look, min_cell) || tells_number(&look, min_cell);
}

static int64_t magnitude(int64_t number) {
    return number < 0 ? -number : number;
}

/* The sum of all magnitudes is at least this; nine tenths of it, halved, are in no way too much
 * for each of the two largest. */
struct sum_range telling_sum(const struct number_figures *figures, int64_t sum) {
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

bool telling_uniform(const struct number_figures *figures, struct sum_range sum) {
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
