#include "protect/showing.h"

#include "protect/telling.h"

static const struct showing steps[] = {
    {true, true, true},   {false, true, true},  {true, true, false},
    {false, true, false}, {true, false, false},
};

enum {
    STEPS = sizeof steps / sizeof steps[0],
    FEW_NUMBERS = 500,
    MOST_TRIALS = 200, /* other figures that are tried */
    FEWEST_TRIALS = 24,
    SUMS = 6, /* that are tried at either end */
    STARTS = 4
};

static bool shows_quartile(const struct showing *showing, size_t quartile) {
    return quartile == 1 ? showing->median : showing->quartiles;
}

static struct sum_range sum_shown(const struct number_answers *answers,
                                  const struct showing *showing) {
    if (!showing->sum)
        return spread_any_sum();
    return telling_sum(&answers->figures, answers->sum);
}

/* --- one step --- */

static bool is_available(const struct number_answers *answers, const struct showing *showing) {
    const struct number_figures *figures = &answers->figures;
    if (showing->sum && (!answers->has_sum || answers->dominated))
        return false;
    if (showing->median && !figures->quartiles[1].shown)
        return false;
    return !showing->quartiles || (figures->quartiles[0].shown && figures->quartiles[2].shown);
}

static struct number_figures figures_shown(const struct number_answers *answers,
                                           const struct showing *showing) {
    struct number_figures figures = answers->figures;
    for (size_t i = 0; i < QUARTILES; i++)
        figures.quartiles[i].shown = figures.quartiles[i].shown && shows_quartile(showing, i);
    return figures;
}

static bool is_safe(const struct number_answers *answers, const struct showing *showing,
                    int64_t min_cell) {
    struct number_figures figures = figures_shown(answers, showing);
    struct spreads spreads = {.arena = arena_new()};
    spreads_add(&spreads, &figures, sum_shown(answers, showing));
    bool safe = !telling(&spreads, &figures, min_cell);
    arena_free(spreads.arena);
    return safe;
}

/* The first step that is safe; STEPS: none. What may be one number only is treated as if it
 * were, so that who sees figures learns nothing from their being there. */
static size_t first_safe(const struct number_answers *answers, int64_t min_cell) {
    struct sum_range sum = {answers->sum, answers->sum, spread_any_sum().most};
    if (telling_uniform(&answers->figures, answers->has_sum ? sum : spread_any_sum()))
        return STEPS;
    for (size_t i = 0; i < STEPS; i++)
        if (is_available(answers, &steps[i]) && is_safe(answers, &steps[i], min_cell))
            return i;
    return STEPS;
}

/* --- what the missing figures tell --- */

/* Other answers, of which the same figures would be shown. */
struct others {
    const struct number_answers *answers;
    size_t step;
    int64_t min_cell;
    struct spreads spreads; /* of those that would stop at the same step */
    size_t trials;          /* that are left */
    bool open;              /* they leave it open */
};

static void try_other(struct others *others, const struct number_answers *other) {
    const struct showing *showing = &steps[others->step];
    struct sum_range sum = {other->sum, other->sum, spread_any_sum().most};
    if (others->open || others->trials == 0)
        return;
    others->trials--;
    if (first_safe(other, others->min_cell) != others->step)
        return;
    if (showing->sum || !other->has_sum)
        sum = sum_shown(other, showing);
    spreads_add(&others->spreads, &other->figures, sum);
    others->open = !telling(&others->spreads, &other->figures, others->min_cell);
}

/* Those that are hidden are mostly at the ends. */
static void try_sums(struct others *others, struct number_answers *other) {
    struct spreads all = {.arena = arena_new()};
    int64_t least = INT64_MAX, greatest = INT64_MIN;
    spreads_add(&all, &other->figures, spread_any_sum());
    for (size_t i = 0; i < all.count; i++) {
        least = all.list[i].least < least ? all.list[i].least : least;
        greatest = all.list[i].greatest > greatest ? all.list[i].greatest : greatest;
    }
    for (int64_t i = 0; all.count > 0 && i < SUMS && least + i <= greatest - i; i++) {
        other->sum = least + i;
        try_other(others, other);
        other->sum = greatest - i;
        if (least + i < greatest - i)
            try_other(others, other);
    }
    arena_free(all.arena);
}

static void try_rest(struct others *others, struct number_answers *other) {
    if (steps[others->step].sum || !other->has_sum) {
        try_other(others, other);
        return;
    }
    other->dominated = false;
    try_sums(others, other);
}

/* The answer at the quartile is at an end of its class, beside it or in the middle, the next
 * one is the nearest possible or one more. */
static void try_quartile(struct others *others, struct number_answers *other, size_t quartile) {
    struct number_figures *figures = &other->figures;
    if (quartile == QUARTILES) {
        try_rest(others, other);
        return;
    }
    if (!figures->quartiles[quartile].shown || shows_quartile(&steps[others->step], quartile)) {
        try_quartile(others, other, quartile + 1);
        return;
    }
    int64_t place = (figures->n - 1) * (int64_t)(quartile + 1), quarters = place % 4;
    const struct histogram_class *class = histogram_class_at(figures->histogram, place / 4);
    const struct histogram_class *next =
        histogram_class_at(figures->histogram, place / 4 + (quarters > 0));
    const int64_t starts[STARTS] = {class->low, class->high, class->low + 1,
                                    class->low + (class->high - class->low) / 2};
    for (size_t i = 0; i < STARTS; i++)
        for (int64_t more = 0; starts[i] <= class->high && more < (quarters > 0 ? 2 : 1);
             more++) {
            int64_t second = (starts[i] > next->low ? starts[i] : next->low) + more;
            if (second > next->high)
                continue;
            figures->quartiles[quartile].fourfold =
                (4 - quarters) * starts[i] + quarters * second;
            try_quartile(others, other, quartile + 1);
        }
}

/* True where nothing was passed over because it would tell, or others leave open what it is. */
static bool leaves_open(const struct number_answers *answers, size_t step, int64_t min_cell) {
    const struct histogram *histogram = answers->figures.histogram;
    int64_t grid = histogram->classes[histogram->count - 1].high - histogram->classes[0].low;
    struct others others = {.answers = answers,
                            .step = step,
                            .min_cell = min_cell,
                            .spreads.arena = arena_new(),
                            .trials = grid <= FEW_NUMBERS ? MOST_TRIALS : FEWEST_TRIALS};
    struct number_answers other = *answers;
    other.dominated = false;
    bool first = true;
    for (size_t i = 0; i < step; i++)
        first = first && !is_available(&other, &steps[i]);
    if (!first)
        try_quartile(&others, &other, 0);
    arena_free(others.spreads.arena);
    return first || others.open;
}

struct showing showing_decide(const struct number_answers *answers, int64_t min_cell) {
    size_t step = first_safe(answers, min_cell);
    if (step == STEPS || !leaves_open(answers, step, min_cell))
        return (struct showing){false, false, false};
    return steps[step];
}
