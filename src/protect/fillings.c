#include "protect/fillings.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_LAYOUTS = 64,  /* 18 widths up to QUESTIONNAIRE_MAX_STEPS, with open classes twice */
    MOST_CARRIERS = 3,  /* classes in which the single answer is tried */
    MOST_OF_EACH = 3,   /* ways in each of several; in the only one all are kept */
    PLACES = 3,         /* of the single answer in a block of the next finer layout */
    MOST_FILLINGS = 160 /* of one class */
};

struct histogram histogram_of_values(struct arena *arena, const struct class_layout *layout,
                                     const struct value_count *values, size_t count) {
    int64_t first = class_layout_position(layout, values[0].value);
    int64_t last = class_layout_position(layout, values[count - 1].value);
    struct histogram histogram = {.count = (size_t)(last - first) + 1};
    histogram.classes = arena_allocate(arena, histogram.count, sizeof *histogram.classes);
    for (size_t i = 0; i < histogram.count; i++)
        histogram.classes[i] =
            (struct histogram_class){class_layout_least(layout, first + (int64_t)i),
                                     class_layout_greatest(layout, first + (int64_t)i), 0};
    for (size_t i = 0; i < count; i++)
        histogram.classes[class_layout_position(layout, values[i].value) - first].count +=
            values[i].count;
    return histogram;
}

/* --- the finer layouts --- */

struct finer {
    struct class_layout layouts[MOST_LAYOUTS];
    size_t count;
};

/* True where too many classes would lie between the answers, however they lie in theirs. */
static bool is_refused(const struct class_layout *layout, const struct histogram *histogram) {
    int64_t first = histogram->classes[0].high;
    int64_t last = histogram->classes[histogram->count - 1].low;
    return last > first &&
           class_layout_position(layout, last) - class_layout_position(layout, first) >=
               CLASS_LAYOUT_MOST;
}

static struct finer finer_than(const struct question *question,
                               const struct class_layout *layout,
                               const struct histogram *histogram) {
    struct finer finer = {.count = 0};
    struct class_layout at = class_layout_first(question);
    while (at.width != layout->width || at.has_first != layout->has_first ||
           at.has_last != layout->has_last) {
        assert(finer.count < MOST_LAYOUTS);
        if (!is_refused(&at, histogram))
            finer.layouts[finer.count++] = at;
        bool more = class_layout_next(&at);
        assert(more); /* layout is one of them */
        (void)more;
    }
    return finer;
}

/* --- a single answer that refuses them all --- */

struct carrier {
    struct arena *arena;
    const struct finer *finer;
    const struct histogram *histogram;
    size_t class;
    int64_t min_cell;
    struct histogram *list;
    size_t count;
};

/* The numbers that share a class with that one in a finer layout: nobody else may be there. */
static struct span alone_around(const struct finer *finer, int64_t value) {
    struct span alone = {value, value, 1};
    for (size_t i = 0; i < finer->count; i++) {
        const struct class_layout *layout = &finer->layouts[i];
        int64_t position = class_layout_position(layout, value);
        int64_t least = class_layout_least(layout, position);
        int64_t greatest = class_layout_greatest(layout, position);
        alone.low = least < alone.low ? least : alone.low;
        alone.high = greatest > alone.high ? greatest : alone.high;
    }
    return alone;
}

static bool keeps_from_others(const struct carrier *carrier, const struct span *alone) {
    for (size_t i = 0; i < carrier->histogram->count; i++) {
        const struct histogram_class *class = &carrier->histogram->classes[i];
        if (i != carrier->class && class->count > 0 && class->low <= alone->high &&
            class->high >= alone->low)
            return false;
    }
    return true;
}

static void add_part(struct histogram *filling, int64_t low, int64_t high, int64_t count) {
    if (count > 0)
        filling->classes[filling->count++] = (struct histogram_class){low, high, count};
}

/* The class as: so many below, the one, the others above. */
static void add_filling(struct carrier *carrier, int64_t value, const struct span *alone,
                        int64_t below) {
    const struct histogram *histogram = carrier->histogram;
    struct histogram filling = {.count = 0};
    filling.classes =
        arena_allocate(carrier->arena, histogram->count + 2, sizeof *filling.classes);
    for (size_t i = 0; i < histogram->count; i++) {
        const struct histogram_class *class = &histogram->classes[i];
        if (i != carrier->class) {
            filling.classes[filling.count++] = *class;
            continue;
        }
        add_part(&filling, class->low, alone->low - 1, below);
        add_part(&filling, value, value, 1);
        add_part(&filling, alone->high + 1, class->high, class->count - 1 - below);
    }
    if (carrier->count < MOST_FILLINGS)
        carrier->list[carrier->count++] = filling;
}

static void try_value(struct carrier *carrier, int64_t value) {
    const struct histogram_class *class = &carrier->histogram->classes[carrier->class];
    struct span alone = alone_around(carrier->finer, value);
    bool below = alone.low > class->low, above = alone.high < class->high;
    if (!keeps_from_others(carrier, &alone))
        return;
    if (above)
        add_filling(carrier, value, &alone, 0);
    if (below)
        add_filling(carrier, value, &alone, class->count - 1);
    const int64_t parts[] = {(class->count - 1) / 2, carrier->min_cell,
                             class->count - 1 - carrier->min_cell};
    for (size_t i = 0; below && above && i < sizeof parts / sizeof *parts; i++)
        if (parts[i] > 0 && parts[i] < class->count - 1)
            add_filling(carrier, value, &alone, parts[i]);
}

/* In each class of the next finer layout: at either end, and in the middle. */
static void try_class(struct carrier *carrier) {
    const struct histogram_class *class = &carrier->histogram->classes[carrier->class];
    const struct class_layout *next = &carrier->finer->layouts[carrier->finer->count - 1];
    int64_t first = class_layout_position(next, class->low);
    int64_t last = class_layout_position(next, class->high);
    carrier->list = arena_allocate(carrier->arena, MOST_FILLINGS, sizeof *carrier->list);
    for (int64_t i = first; i <= last && class->count > 0; i++) {
        int64_t low = class_layout_least(next, i), high = class_layout_greatest(next, i);
        low = low < class->low ? class->low : low;
        high = high > class->high ? class->high : high;
        const int64_t places[PLACES] = {low, high, low + (high - low) / 2};
        for (size_t j = 0; j < PLACES; j++)
            if (j == 0 || (places[j] != low && (j == 1 || places[j] != high)))
                try_value(carrier, places[j]);
    }
}

/* --- some of the ways --- */

static int compare_counts(const void *a, const void *b) {
    const struct carrier *left = a, *right = b;
    int64_t first = left->histogram->classes[left->class].count;
    int64_t second = right->histogram->classes[right->class].count;
    if (first != second)
        return first > second ? -1 : 1;
    return (left->class > right->class) - (left->class < right->class);
}

/* Evenly, the first and the last among them. */
static void keep(struct fillings *fillings, const struct carrier *carrier, size_t most) {
    size_t kept = carrier->count < most ? carrier->count : most;
    for (size_t i = 0; i < kept; i++)
        fillings->list[fillings->count++] =
            carrier->list[kept < 2 ? 0 : i * (carrier->count - 1) / (kept - 1)];
}

/* The fullest classes first: they leave most open. */
static struct fillings choose(struct arena *arena, struct carrier *carriers, size_t count) {
    struct fillings fillings = {
        .list = arena_allocate(arena, MOST_FILLINGS, sizeof *fillings.list)};
    if (count == 1)
        keep(&fillings, &carriers[0], MOST_FILLINGS);
    if (count > 1)
        qsort(carriers, count, sizeof *carriers, compare_counts);
    for (size_t i = 0; count > 1 && i < count && i < MOST_CARRIERS; i++)
        keep(&fillings, &carriers[i], MOST_OF_EACH);
    return fillings;
}

struct fillings fillings_of(struct arena *arena, const struct question *question,
                            const struct class_layout *layout,
                            const struct histogram *histogram, int64_t min_cell) {
    struct finer finer = finer_than(question, layout, histogram);
    if (finer.count == 0) {
        struct fillings itself = {.list = arena_allocate(arena, 1, sizeof *itself.list),
                                  .count = 1};
        itself.list[0] = *histogram;
        return itself;
    }
    struct carrier *carriers = arena_allocate(arena, histogram->count, sizeof *carriers);
    size_t count = 0;
    for (size_t i = 0; i < histogram->count; i++) {
        carriers[count] = (struct carrier){.arena = arena,
                                           .finer = &finer,
                                           .histogram = histogram,
                                           .class = i,
                                           .min_cell = min_cell};
        try_class(&carriers[count]);
        if (carriers[count].count > 0)
            count++;
    }
    return choose(arena, carriers, count);
}

/* --- no layout at all --- */

enum {
    ANCHORS = 5,      /* where the answers may lie, where no quartile says it */
    MOST_OF_RANGE = 6 /* ways in one range */
};

/* The layouts that can be a picture at all. */
static struct finer all_layouts(const struct question *question) {
    struct finer finer = {.count = 0};
    struct class_layout at = class_layout_first(question);
    do {
        assert(finer.count < MOST_LAYOUTS);
        if (class_layout_count(&at) >= CLASS_LAYOUT_FEWEST)
            finer.layouts[finer.count++] = at;
    } while (class_layout_next(&at));
    return finer;
}

struct ranges {
    struct arena *arena;
    const struct question *question;
    const struct finer *all;
    int64_t n, min_cell;
    struct fillings fillings;
};

static bool shows_fewer(const struct class_layout *layout, int64_t low, int64_t high) {
    return class_layout_position(layout, high) - class_layout_position(layout, low) + 1 <
           CLASS_LAYOUT_FEWEST;
}

/* All answers from low to high: that refuses the layouts which have too few classes there, a
 * single answer the others. */
static void add_range(struct ranges *ranges, int64_t low, int64_t high) {
    struct finer finer = {.count = 0};
    bool whole = low == ranges->question->minimum && high == ranges->question->maximum;
    struct histogram_class class = {low, high, ranges->n};
    struct histogram histogram = {&class, 1};
    for (size_t i = 0; i < ranges->all->count; i++)
        if (!shows_fewer(&ranges->all->layouts[i], low, high))
            finer.layouts[finer.count++] = ranges->all->layouts[i];
    struct carrier carrier = {.arena = ranges->arena,
                              .finer = &finer,
                              .histogram = &histogram,
                              .min_cell = ranges->min_cell};
    if (finer.count > 0) {
        try_class(&carrier);
        keep(&ranges->fillings, &carrier, whole ? MOST_FILLINGS : MOST_OF_RANGE);
        return;
    }
    struct histogram *free = &ranges->fillings.list[ranges->fillings.count++];
    free->count = 1;
    free->classes = arena_allocate(ranges->arena, 1, sizeof *free->classes);
    free->classes[0] = class;
}

/* The two classes of each layout in which a number lies, and the one above or below. */
static void add_ranges_around(struct ranges *ranges, int64_t value) {
    for (size_t i = ranges->all->count; i-- > 0;) {
        const struct class_layout *layout = &ranges->all->layouts[i];
        int64_t at = class_layout_position(layout, value);
        if (at > 0)
            add_range(ranges, class_layout_least(layout, at - 1),
                      class_layout_greatest(layout, at));
        if (at + 1 < class_layout_count(layout))
            add_range(ranges, class_layout_least(layout, at),
                      class_layout_greatest(layout, at + 1));
    }
}

struct fillings fillings_without_layout(struct arena *arena, const struct question *question,
                                        const struct number_figures *figures,
                                        int64_t min_cell) {
    struct finer all = all_layouts(question);
    struct ranges ranges = {arena, question, &all, figures->n, min_cell, {NULL, 0}};
    size_t most = ANCHORS * 2 * all.count * MOST_FILLINGS + MOST_FILLINGS;
    ranges.fillings.list = arena_allocate(arena, most, sizeof *ranges.fillings.list);
    add_range(&ranges, question->minimum, question->maximum);
    bool known = false;
    for (size_t i = 0; i < QUARTILES; i++) {
        if (!figures->quartiles[i].shown)
            continue;
        add_ranges_around(&ranges, spread_below_quartile(figures, i));
        known = true;
    }
    for (int64_t i = 0; !known && i < ANCHORS; i++)
        add_ranges_around(&ranges, question->minimum + (question->maximum - question->minimum) *
                                                           i / (ANCHORS - 1));
    return ranges.fillings;
}
