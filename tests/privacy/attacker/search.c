#include "search.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "chance.h"

/* The least and the greatest value that each variable can still have. */
struct ranges {
    int64_t *low, *high;
};

struct search {
    const struct model *model;
    const bool *wanted;
    size_t steps;
    uint64_t state; /* of the random order of values */
    search_function *function;
    void *context;
    bool stopped;
};

static int64_t divide_down(int64_t a, int64_t b) {
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* Narrows one variable of a fact; rest_low and rest_high are what the other terms can be. */
static int narrow_term(struct ranges *ranges, const struct term *term, int64_t room_low,
                       int64_t room_high) {
    size_t v = term->variable;
    int64_t low, high;
    if (term->factor > 0) {
        low = -divide_down(-room_low, term->factor);
        high = divide_down(room_high, term->factor);
    } else {
        low = -divide_down(room_high, -term->factor);
        high = divide_down(-room_low, -term->factor);
    }
    int changed = 0;
    if (low > ranges->low[v]) {
        ranges->low[v] = low;
        changed = 1;
    }
    if (high < ranges->high[v]) {
        ranges->high[v] = high;
        changed = 1;
    }
    return ranges->low[v] > ranges->high[v] ? -1 : changed;
}

/* 1 where a range became narrower, -1 where the fact cannot hold. */
static int narrow_fact(const struct model *model, const struct fact *fact,
                       struct ranges *ranges) {
    int64_t low = 0, high = 0;
    const struct term *terms = model->terms + fact->first;
    for (size_t i = 0; i < fact->count; i++) {
        int64_t least = ranges->low[terms[i].variable], most = ranges->high[terms[i].variable];
        low += terms[i].factor * (terms[i].factor > 0 ? least : most);
        high += terms[i].factor * (terms[i].factor > 0 ? most : least);
    }
    if (low > fact->high || high < fact->low)
        return -1;
    if (low >= fact->low && high <= fact->high)
        return 0;
    int changed = 0;
    for (size_t i = 0; i < fact->count; i++) {
        int64_t least = ranges->low[terms[i].variable], most = ranges->high[terms[i].variable];
        if (least == most)
            continue;
        int64_t own_low = terms[i].factor * (terms[i].factor > 0 ? least : most);
        int64_t own_high = terms[i].factor * (terms[i].factor > 0 ? most : least);
        int result = narrow_term(ranges, &terms[i], fact->low - (high - own_high),
                                 fact->high - (low - own_low));
        if (result < 0)
            return -1;
        /* The sums are those from before: too wide, never too narrow. */
        changed |= result;
    }
    return changed;
}

static bool narrow(const struct search *search, struct ranges *ranges) {
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < search->model->fact_count; i++) {
            int result = narrow_fact(search->model, &search->model->facts[i], ranges);
            if (result < 0)
                return false;
            changed |= result > 0;
        }
    }
    return true;
}

/* The wanted variable with the smallest range of more than one value; the count where none is
 * open. */
static size_t choose(const struct search *search, const struct ranges *ranges) {
    size_t best = search->model->variable_count;
    int64_t smallest = INT64_MAX;
    for (size_t i = 0; i < search->model->variable_count; i++) {
        int64_t width = ranges->high[i] - ranges->low[i];
        if (width > 0 && width < smallest && (search->wanted == NULL || search->wanted[i])) {
            smallest = width;
            best = i;
        }
    }
    return best;
}

static struct ranges copy(const struct search *search, const struct ranges *ranges) {
    size_t count = search->model->variable_count;
    struct ranges other = {.low = memory_allocate(count, sizeof(int64_t)),
                           .high = memory_allocate(count, sizeof(int64_t))};
    if (ranges != NULL) {
        memcpy(other.low, ranges->low, count * sizeof(int64_t));
        memcpy(other.high, ranges->high, count * sizeof(int64_t));
    }
    return other;
}

static bool descend(struct search *search, const struct ranges *above) {
    if (search->steps == 0)
        return false;
    search->steps--;
    struct ranges ranges = copy(search, above);
    bool done = true;
    if (narrow(search, &ranges)) {
        size_t variable = choose(search, &ranges);
        if (variable == search->model->variable_count) {
            search->stopped = !search->function(search->context, ranges.low, ranges.high);
        } else {
            int64_t low = ranges.low[variable], high = ranges.high[variable];
            int64_t width = high - low + 1;
            int64_t start = (int64_t)chance_below(&search->state, (size_t)width);
            for (int64_t i = 0; done && !search->stopped && i < width; i++) {
                ranges.low[variable] = ranges.high[variable] = low + (start + i) % width;
                done = descend(search, &ranges);
            }
        }
    }
    free(ranges.low);
    free(ranges.high);
    return done;
}

bool search_all(const struct search_order *order, search_function *function, void *context) {
    size_t bytes = order->model->variable_count * sizeof(int64_t);
    struct search search = {.model = order->model,
                            .wanted = order->wanted,
                            .steps = order->steps,
                            .state = 1,
                            .function = function,
                            .context = context};
    struct ranges ranges = copy(&search, NULL);
    memcpy(ranges.low, order->low, bytes);
    memcpy(ranges.high, order->high, bytes);
    bool done = descend(&search, &ranges);
    free(ranges.low);
    free(ranges.high);
    return done;
}
