#include "findings/sides.h"

#include <string.h>

#include "survey/statistic.h"

/* One ordered answer, and what is published of it. */
struct scale {
    const struct facts *facts;
    const struct question *question;
    const struct code_list *codes;
    const char *item;      /* id of the row; "" */
    const int64_t *counts; /* of each code inside; NULL where one of them is not published */
    int64_t base;
};

static struct figure absent(void) {
    return (struct figure){.state = FIGURE_ABSENT};
}

static struct figure published(const struct scale *scale, const char *category,
                               enum statistic statistic) {
    return figure_share(scale->facts->results, scale->question->id, scale->item, category,
                        statistic);
}

/* All counts inside the scale, of one base; else NULL. */
static const int64_t *counts_of(const struct scale *scale, int64_t *base) {
    const struct code_list *codes = scale->codes;
    int64_t *counts = arena_allocate(scale->facts->arena, codes->inside + 1, sizeof *counts),
            sum = 0;
    for (size_t i = 0; i < codes->inside; i++) {
        struct figure figure = published(scale, codes->codes[i].id, STATISTIC_SHARE);
        if (figure.state != FIGURE_SHOWN || (i > 0 && figure.base != *base))
            return NULL;
        *base = figure.base;
        sum += counts[i] = figure.count;
    }
    return codes->inside >= 2 && sum == *base ? counts : NULL;
}

/* --- sides made of codes --- */

static bool holds(const struct side *side, size_t code) {
    for (size_t i = 0; i < side->count; i++)
        if (side->codes[i] == code)
            return true;
    return false;
}

/* The codes of which a side consists: those first..end, or all but those of another side. */
static struct side side_of_range(const struct scale *scale, size_t first, size_t end) {
    size_t *codes = arena_allocate(scale->facts->arena, end - first + 1, sizeof *codes);
    struct side side = {.kind = SIDE_CODES, .codes = codes, .figure = absent()};
    for (size_t i = first; i < end; i++)
        codes[side.count++] = i;
    return side;
}

static struct side side_of_others(const struct scale *scale, const struct side *other) {
    size_t *codes = arena_allocate(scale->facts->arena, scale->codes->inside, sizeof *codes);
    struct side side = {.kind = SIDE_CODES, .codes = codes, .figure = absent()};
    for (size_t i = 0; i < scale->codes->inside; i++)
        if (!holds(other, i))
            codes[side.count++] = i;
    return side;
}

static struct side side_of_set(const struct scale *scale, const struct answer_set *set) {
    struct side named = {.codes = set->codes, .count = set->count}, side;
    side = side_of_others(scale, &named);
    side = side_of_others(scale, &side); /* the same codes, rising */
    side.kind = SIDE_SET;
    side.set = set;
    side.figure = published(scale, set->id, STATISTIC_SET);
    return side;
}

static struct side side_of_top(const struct scale *scale) {
    size_t inside = scale->codes->inside;
    struct side side = side_of_range(scale, inside - scale->codes->top_size, inside);
    side.kind = SIDE_TOP;
    side.figure = published(scale, "", STATISTIC_TOP2);
    return side;
}

static struct side side_of_bottom(const struct scale *scale) {
    struct side side = side_of_range(scale, 0, scale->codes->bottom_size);
    side.kind = SIDE_BOTTOM;
    side.figure = published(scale, "", STATISTIC_BOTTOM2);
    return side;
}

static bool same_codes(const struct side *a, const struct side *b) {
    return a->count == b->count && memcmp(a->codes, b->codes, a->count * sizeof *a->codes) == 0;
}

/* A sum where all counts are published, whatever the row itself says; else the row. */
static void count_side(const struct scale *scale, struct side *side) {
    if (scale->counts == NULL)
        return;
    int64_t sum = 0;
    for (size_t i = 0; i < side->count; i++)
        sum += scale->counts[side->codes[i]];
    side->figure = figure_of(sum, scale->base);
}

/* What the organiser calls these codes: a set, or an end of the scale that has words. */
static struct side named_side(const struct scale *scale, struct side side) {
    for (size_t i = 0; i < scale->question->set_count; i++) {
        struct side set = side_of_set(scale, &scale->question->sets[i]);
        if (same_codes(&set, &side))
            return set;
    }
    struct side top = side_of_top(scale), bottom = side_of_bottom(scale);
    if (label_present(&scale->codes->top) && same_codes(&top, &side))
        return top;
    return label_present(&scale->codes->bottom) && same_codes(&bottom, &side) ? bottom : side;
}

/* --- which sides --- */

static bool is_majority(const struct side *side) {
    return side->figure.state == FIGURE_SHOWN && 2 * side->figure.count > side->figure.base;
}

/* The larger one first, ties as they are; false where a figure that is needed is not there. */
static bool order(struct sides *sides) {
    const struct figure *first = &sides->first.figure, *second = &sides->second.figure;
    bool both = first->state == FIGURE_SHOWN && second->state == FIGURE_SHOWN &&
                first->base == second->base;
    if (both ? figure_compare(second, first) > 0 : is_majority(&sides->second)) {
        struct side side = sides->first;
        sides->first = sides->second;
        sides->second = side;
    }
    sides->majority = is_majority(&sides->first);
    if (!both && sides->majority)
        sides->second.count = 0;
    return both || sides->majority;
}

/* A set and its complement are counted from one table, or both published. */
static bool part_by_set(const struct scale *scale, const struct answer_set *set,
                        struct sides *sides) {
    sides->origin = SIDES_SET;
    sides->complete = true;
    sides->first = side_of_set(scale, set);
    sides->second = named_side(scale, side_of_others(scale, &sides->first));
    count_side(scale, &sides->first);
    count_side(scale, &sides->second);
    return order(sides);
}

static bool has_words(const struct code_list *codes) {
    return label_present(&codes->top) || label_present(&codes->bottom) ||
           label_present(&codes->say_top.many) || label_present(&codes->say_bottom.many) ||
           codes->values != NULL;
}

static bool part_by_ends(const struct scale *scale, struct sides *sides) {
    const struct code_list *codes = scale->codes;
    if (!has_words(codes) || codes->top_size + codes->bottom_size > codes->inside)
        return false;
    sides->origin = SIDES_ENDS;
    sides->complete = codes->top_size + codes->bottom_size == codes->inside;
    sides->first = side_of_top(scale);
    sides->second = side_of_bottom(scale);
    count_side(scale, &sides->first);
    count_side(scale, &sides->second);
    return order(sides);
}

/* True where `found` is the better cut: a smaller larger side; of equal ones an upper one, and
 * of these the narrowest. Cuts come from below, so that a later upper one is narrower, and a
 * later lower one is wider. */
static bool is_better(const struct cut *found, const struct cut *best) {
    if (found->larger != best->larger)
        return found->larger < best->larger;
    return found->upper;
}

struct cut sides_cut(const int64_t *counts, size_t count) {
    int64_t all = 0, below = 0;
    struct cut best = {0};
    for (size_t i = 0; i < count; i++)
        all += counts[i];
    for (size_t at = 1; at < count; at++) {
        below += counts[at - 1];
        bool upper = 2 * below <= all;
        struct cut found = {at, upper, upper ? all - below : below};
        if (at == 1 || is_better(&found, &best))
            best = found;
    }
    return best;
}

static bool part_by_cut(const struct scale *scale, struct sides *sides) {
    size_t inside = scale->codes->inside;
    if (scale->counts == NULL)
        return false;
    struct cut cut = sides_cut(scale->counts, inside);
    sides->origin = SIDES_CUT;
    sides->complete = true;
    sides->first = side_of_range(scale, cut.at, inside);
    sides->second = side_of_range(scale, 0, cut.at);
    count_side(scale, &sides->first);
    count_side(scale, &sides->second);
    return order(sides);
}

/* Where all gave one answer in the middle, neither end says it. */
static bool is_unanimous(const struct scale *scale, struct sides *sides) {
    for (size_t i = 0; scale->counts != NULL && i < scale->codes->inside; i++) {
        if (scale->counts[i] < scale->base || scale->base < 2)
            continue;
        *sides = (struct sides){.origin = SIDES_ALL,
                                .majority = true,
                                .complete = true,
                                .first = side_of_range(scale, i, i + 1)};
        count_side(scale, &sides->first);
        return true;
    }
    return false;
}

struct sides sides_of(const struct facts *facts, const struct question *question,
                      const struct code *row) {
    struct scale scale = {.facts = facts,
                          .question = question,
                          .codes = question->codes,
                          .item = row != NULL ? row->id : ""};
    struct sides sides = {0};
    scale.counts = counts_of(&scale, &scale.base);
    for (size_t i = 0; i < question->set_count; i++)
        if (part_by_set(&scale, &question->sets[i], &sides))
            return sides;
    if (part_by_ends(&scale, &sides) && sides.majority)
        return sides;
    if (is_unanimous(&scale, &sides) || part_by_ends(&scale, &sides) ||
        part_by_cut(&scale, &sides))
        return sides;
    return (struct sides){.origin = SIDES_NONE};
}

/* --- the same question at several times --- */

/* What is published of each time; counts NULL at one of them: not all is. */
static struct scale *scales_of(const struct facts *facts,
                               const struct question *const *questions, size_t count) {
    struct scale *scales = arena_allocate(facts->arena, count + 1, sizeof *scales);
    for (size_t i = 0; i < count; i++) {
        scales[i] = (struct scale){
            .facts = facts, .question = questions[i], .codes = questions[i]->codes, .item = ""};
        scales[i].counts = counts_of(&scales[i], &scales[i].base);
    }
    return scales;
}

/* True where own cuts would part the times at different answers. */
static bool are_parted_apart(const struct sides *sides, size_t count) {
    bool apart = false;
    for (size_t i = 0; i < count; i++) {
        const struct side *first = &sides[i].first, *second = &sides[i].second;
        if (sides[i].origin != SIDES_CUT && sides[i].origin != SIDES_ALL)
            return false;
        apart |= !same_codes(first, &sides[0].first) && !same_codes(second, &sides[0].first);
    }
    return apart;
}

/* One cut for all times, of what they have together. */
struct common_cut {
    struct cut cut;
    bool steady; /* the same side has the majority at all times */
};

static struct common_cut cut_together(const struct scale *scales, size_t count, size_t at) {
    int64_t below = 0, all = 0;
    size_t low = 0, high = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t under = 0;
        for (size_t k = 0; k < at; k++)
            under += scales[i].counts[k];
        low += 2 * under > scales[i].base;
        high += 2 * under < scales[i].base;
        below += under;
        all += scales[i].base;
    }
    bool upper = 2 * below <= all;
    return (struct common_cut){{at, upper, upper ? all - below : below},
                               low == count || high == count};
}

static struct cut common_cut_of(const struct scale *scales, size_t count) {
    struct common_cut best = cut_together(scales, count, 1);
    for (size_t at = 2; at < scales[0].codes->inside; at++) {
        struct common_cut found = cut_together(scales, count, at);
        if (found.steady != best.steady ? found.steady : is_better(&found.cut, &best.cut))
            best = found;
    }
    return best.cut;
}

void sides_of_times(const struct facts *facts, const struct question *const *questions,
                    size_t count, struct sides *sides) {
    for (size_t i = 0; i < count; i++)
        sides[i] = sides_of(facts, questions[i], NULL);
    if (!are_parted_apart(sides, count))
        return;
    struct scale *scales = scales_of(facts, questions, count);
    struct cut cut = common_cut_of(scales, count);
    for (size_t i = 0; i < count; i++) {
        size_t inside = scales[i].codes->inside;
        struct side upper = side_of_range(&scales[i], cut.at, inside),
                    lower = side_of_range(&scales[i], 0, cut.at);
        sides[i] = (struct sides){.origin = SIDES_CUT, .complete = true};
        sides[i].first = cut.upper ? upper : lower;
        sides[i].second = cut.upper ? lower : upper;
        count_side(&scales[i], &sides[i].first);
        count_side(&scales[i], &sides[i].second);
        sides[i].majority = is_majority(&sides[i].first);
    }
}
