#include "findings/pairs.h"

/* Where the gate hid how many, it may be all. */
static int64_t count_beside(const struct facts *facts, const struct gap *gap, const char *row) {
    const struct question *question = gap->satisfaction;
    int64_t sum = 0;
    for (size_t i = question->codes->inside; i < question->codes->count; i++) {
        if (gap_is_unmet(gap, i))
            continue;
        const struct result *result = results_find(
            facts->results, question->id, row, question->codes->codes[i].id, STATISTIC_COUNT);
        if (result != NULL && result->flag == FLAG_SUPPRESSED)
            return facts->answers;
        if (result != NULL && result->has_value)
            sum += (int64_t)result->value;
    }
    return sum;
}

/* The least and the largest share of unmet that it can be. */
static struct figure least_of(const struct pair *pair) {
    return figure_of(pair->unmet.count, pair->unmet.base + pair->beside);
}

static struct figure most_of(const struct pair *pair) {
    return figure_of(pair->unmet.count + pair->beside, pair->unmet.base + pair->beside);
}

bool pairs_lead_surely(const struct pairs *pairs) {
    size_t tied = items_tied(&pairs->items, 0);
    for (size_t i = 0; i < pairs->count; i++) {
        const struct pair *pair = &pairs->pair[i];
        struct figure most = most_of(pair);
        if (i < tied && tied > 1 && pair->beside > 0)
            return false;
        for (size_t k = 0; k < tied && i >= tied && pair->beside + pairs->pair[k].beside > 0;
             k++) {
            struct figure least = least_of(&pairs->pair[k]);
            if (figure_compare(&most, &least) >= 0)
                return false;
        }
    }
    return true;
}

bool pairs_end_surely(const struct pairs *pairs) {
    const struct pair *last = &pairs->pair[items_ranked(&pairs->items) - 1];
    struct figure most = most_of(last);
    for (size_t i = 0; i < pairs->count; i++) {
        const struct pair *pair = &pairs->pair[i];
        struct figure least = least_of(pair);
        if (pair != last && pair->beside + last->beside > 0 &&
            figure_compare(&most, &least) >= 0)
            return false;
    }
    return true;
}

static struct pair pair_of(const struct facts *facts, const struct gap *gap,
                           const struct item *item) {
    const char *row = item->id;
    return (struct pair){
        item->label,
        item->id,
        figure_share(facts->results, gap->importance->id, row, "", STATISTIC_TOP2),
        figure_share(facts->results, gap->satisfaction->id, row, "", STATISTIC_TOP2),
        item->figure,
        count_beside(facts, gap, row)};
}

struct pairs pairs_of(const struct facts *facts, const struct gap *gap) {
    struct items unmet = items_of_rows(facts, gap->importance, gap->id, "", STATISTIC_UNMET);
    struct pairs pairs = {
        .pair = arena_allocate(facts->arena, unmet.count + 1, sizeof(struct pair)),
        .items = unmet};
    size_t total = unmet.count + unmet.hidden + unmet.empty;
    items_sort(&unmet);
    pairs.items.item = arena_allocate(facts->arena, total + 1, sizeof *pairs.items.item);
    for (size_t i = 0; i < total; i++) {
        struct pair pair = pair_of(facts, gap, &unmet.item[i]);
        bool shown =
            pair.important.state == FIGURE_SHOWN && pair.satisfied.state == FIGURE_SHOWN;
        if (i >= unmet.count) {
            pairs.items.item[pairs.count + i - unmet.count] = unmet.item[i];
        } else if (shown) {
            pairs.items.item[pairs.count] = unmet.item[i];
            pairs.pair[pairs.count++] = pair;
        }
    }
    pairs.items.count = pairs.count;
    return pairs;
}
