#include "wording/pairs.h"

static struct pair pair_of(const struct teller *teller, const struct gap *gap,
                           const struct item *item) {
    const char *row = item->id;
    return (struct pair){item->label, item->id,
                         figure_share(teller->results, gap->importance->id, row, "", "top2"),
                         figure_share(teller->results, gap->satisfaction->id, row, "", "top2"),
                         item->figure};
}

struct pairs pairs_of(const struct teller *teller, const struct gap *gap) {
    struct items unmet = items_of_rows(teller, gap->importance, gap->id, "", "unmet");
    struct pairs pairs = {
        .pair = arena_allocate(teller->voice.arena, unmet.count + 1, sizeof(struct pair)),
        .items = unmet};
    size_t total = unmet.count + unmet.hidden + unmet.empty;
    items_sort(&unmet);
    pairs.items.item = arena_allocate(teller->voice.arena, total + 1, sizeof *pairs.items.item);
    for (size_t i = 0; i < total; i++) {
        struct pair pair = pair_of(teller, gap, &unmet.item[i]);
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
