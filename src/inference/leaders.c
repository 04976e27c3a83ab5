#include "inference/leaders.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

#include "inference/log_factorial.h"

double leaders_level(size_t items) {
    assert(items > 0);
    return fmin(0.025, 0.17 / (double)items);
}

struct estimate leaders_paired_p(int64_t more, int64_t fewer) {
    assert(more >= 0 && fewer >= 0);
    int64_t n = more + fewer, least = more < fewer ? more : fewer;
    struct estimate p = {.defined = true, .value = 1, .n = n};
    if (more == fewer)
        return p;
    /* From the largest chance of the tail down, each by its ratio to the one before. */
    long double chance = expl(log_factorial(n) - log_factorial(least) -
                              log_factorial(n - least) - (long double)n * logl(2));
    long double tail = 0;
    for (int64_t k = least; k >= 0 && tail + chance > tail; k--) {
        tail += chance;
        chance *= (long double)k / (long double)(n - k + 1);
    }
    p.value = (double)fminl(1, 2 * tail);
    return p;
}

/* True where the share of item a is the larger one, exactly: both products are below 2^63. */
static bool has_more(const struct paired_list *list, size_t a, size_t b) {
    long double left = (long double)list->having[a] * (long double)list->bases[b],
                right = (long double)list->having[b] * (long double)list->bases[a];
    return left > right;
}

/* The one that is directly below the item at in the order, or the first where at is count;
 * count where there is none. */
static size_t next_below(const struct paired_list *list, const enum lead *leads, size_t at) {
    size_t found = list->count;
    for (size_t i = 0; i < list->count; i++) {
        if (leads[i] == LEAD_NONE || i == at)
            continue;
        bool below =
            at == list->count || has_more(list, at, i) || (i > at && !has_more(list, i, at));
        if (below && (found == list->count || has_more(list, i, found)))
            found = i;
    }
    return found;
}

static bool has_place(const struct paired_list *list, size_t item, int64_t least) {
    return list->bases[item] >= 1 && list->bases[item] >= least;
}

static bool is_told(const struct paired_list *list, size_t first, size_t item, double level) {
    int64_t more = list->only[first * list->count + item],
            fewer = list->only[item * list->count + first];
    return has_more(list, first, item) && more > fewer &&
           leaders_paired_p(more, fewer).value <= level;
}

void leaders_find_at(const struct paired_list *list, int64_t least, double level,
                     enum lead *leads) {
    for (size_t i = 0; i < list->count; i++)
        leads[i] = has_place(list, i, least) ? LEAD_NO : LEAD_NONE;
    size_t first = next_below(list, leads, list->count), last = first;
    for (size_t i = first; i < list->count; i = next_below(list, leads, i))
        if (!is_told(list, first, i, level))
            last = i;
    for (size_t i = first; i < list->count; i = next_below(list, leads, i)) {
        leads[i] = LEAD_YES;
        if (i == last)
            break;
    }
}

void leaders_find(const struct paired_list *list, int64_t least, enum lead *leads) {
    size_t items = 0;
    for (size_t i = 0; i < list->count; i++)
        items += has_place(list, i, least);
    leaders_find_at(list, least, leaders_level(items > 0 ? items : 1), leads);
}
