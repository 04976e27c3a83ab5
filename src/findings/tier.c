#include "findings/tier.h"

#include <math.h>

enum { MOST_NAMED = 3, LEAST_CUT = 2, MOST_CUT = 4 };

/* 1, 0, or -1 where it is not published, or not defined. */
static int64_t lead_of(const struct facts *facts, const struct items *items, size_t at) {
    return figure_whole(facts->results, items->question, items->item[at].id,
                        statistic_name(items->statistic), STATISTIC_LEAD);
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static long double share_at(const struct items *sorted, size_t at) {
    const struct figure *figure = &sorted->item[at].figure;
    return (long double)figure->count / (long double)figure->base;
}

/* Where more lead than are named: up to the largest step, the first of equal ones; where there
 * is none, all that are level with the second. */
static size_t cut_of(const struct items *sorted, size_t leaders) {
    size_t best = 0;
    long double largest = 1e-12L; /* shares that differ in less are equal */
    for (size_t cut = LEAST_CUT; cut <= MOST_CUT && cut < leaders; cut++) {
        long double step = share_at(sorted, cut - 1) - share_at(sorted, cut);
        if (step > largest + 1e-12L) {
            largest = step;
            best = cut;
        }
    }
    return best > 0 ? best : smaller(leaders, 1 + items_tied(sorted, 1));
}

static size_t count_named(const struct items *sorted, size_t leaders) {
    size_t named = leaders <= MOST_NAMED ? leaders : cut_of(sorted, leaders);
    while (named > 1 && sorted->item[named - 1].figure.count == 0)
        named--;
    return named;
}

struct tier tier_of(const struct facts *facts, const struct items *sorted) {
    struct tier tier = {.known = true};
    if (sorted->count == 0)
        return tier;
    tier.count = items_ranked(sorted);
    /* Leaders are the first items, without gaps: what is not so was made from other figures. */
    for (size_t i = 0; i < tier.count; i++) {
        int64_t least = i == 0 ? 1 : 0, most = i == 0 ? 1 : lead_of(facts, sorted, i - 1);
        int64_t lead = lead_of(facts, sorted, i);
        tier.known = tier.known && lead >= least && lead <= most;
    }
    if (!tier.known)
        tier.leaders = tier.count;
    while (tier.leaders < tier.count && lead_of(facts, sorted, tier.leaders) == 1)
        tier.leaders++;
    tier.named = count_named(sorted, tier.leaders);
    return tier;
}

bool tier_is_behind(const struct tier *tier, size_t position) {
    return tier->known && position >= tier->leaders && position < tier->count;
}

bool tier_is_level(const struct tier *tier, const struct items *sorted) {
    return tier->leaders > 1 && tier->named == tier->leaders &&
           items_tied(sorted, 0) >= tier->named;
}
