#include "protect/number_choice.h"

#include <stdlib.h>

#include "protect/fillings.h"

enum { FEWEST_ON_EITHER_SIDE = 5 }; /* answers beside a quantile */

/* --- what the answers come to --- */

int64_t number_answered(const struct number_answers *answers) {
    int64_t n = 0;
    for (size_t i = 0; i < answers->count; i++)
        n += answers->values[i].count;
    return n;
}

int64_t number_sum(const struct number_answers *answers) {
    int64_t sum = 0;
    for (size_t i = 0; i < answers->count; i++)
        sum += answers->values[i].count * answers->values[i].value;
    return sum;
}

static int64_t answer_at(const struct number_answers *answers, int64_t place) {
    size_t at = 0;
    while (at + 1 < answers->count && place >= answers->values[at].count)
        place -= answers->values[at++].count;
    return answers->values[at].value;
}

int64_t number_fourfold(const struct number_answers *answers, int64_t quartile) {
    int64_t place = (number_answered(answers) - 1) * quartile, quarters = place % 4;
    return (4 - quarters) * answer_at(answers, place / 4) +
           quarters * answer_at(answers, place / 4 + 1);
}

bool number_allows_quartile(int64_t n, int64_t quartile) {
    int64_t quarters = quartile < 4 - quartile ? quartile : 4 - quartile; /* smaller side */
    return n * quarters >= 4 * FEWEST_ON_EITHER_SIDE;
}

/* Judged by size whatever the sign: one more than half, or two more than nine tenths. */
static bool is_dominated(const struct number_answers *answers) {
    int64_t largest = 0, second = 0, all = 0;
    for (size_t i = 0; i < answers->count; i++) {
        int64_t size = llabs(answers->values[i].value), count = answers->values[i].count;
        all += size * count;
        if (size >= largest) {
            second = count > 1 ? size : largest;
            largest = size;
        } else if (size > second) {
            second = size;
        }
    }
    return 2 * largest > all || 10 * (largest + second) > 9 * all;
}

/* --- steps of showing less --- */

struct showing {
    bool sum, median, quartiles;
};

/* What the answers come to in one layout. */
struct totals {
    const struct question *question;
    int64_t min_cell;
    bool layout;                   /* classes are shown */
    struct number_figures figures; /* the quartiles that so many answers allow are shown */
    bool dominated;                /* by one or two answers: then the sum is not shown */
    int64_t sum;
};

static const struct showing steps[] = {
    {true, true, true},   {false, true, true},  {true, true, false},
    {false, true, false}, {true, false, false}, {false, false, false},
};

enum {
    STEPS = sizeof steps / sizeof steps[0],
    NOTHING = STEPS - 1, /* the classes alone */
    FILLINGS_AT_ONCE = 12,
    FEW_NUMBERS = 500,
    MOST_TRIALS = 200, /* other figures that are tried */
    FEWEST_TRIALS = 24,
    SUMS = 3, /* that are tried at either end */
    STARTS = 5
};

static bool shows_quartile(const struct showing *showing, size_t quartile) {
    return quartile == 1 ? showing->median : showing->quartiles;
}

static struct sum_range sum_shown(const struct totals *totals, const struct showing *showing) {
    if (!showing->sum)
        return spread_any_sum();
    return spread_known_sum(&totals->figures, totals->sum);
}

/* --- which figures are shown beside the histogram: one step --- */

static bool is_available(const struct totals *totals, const struct showing *showing) {
    const struct number_figures *figures = &totals->figures;
    if (showing->sum && totals->dominated)
        return false;
    if (showing->median && !figures->quartiles[1].shown)
        return false;
    return !showing->quartiles || (figures->quartiles[0].shown && figures->quartiles[2].shown);
}

static struct number_figures figures_shown(const struct totals *totals,
                                           const struct showing *showing) {
    struct number_figures figures = totals->figures;
    for (size_t i = 0; i < QUARTILES; i++)
        figures.quartiles[i].shown = figures.quartiles[i].shown && shows_quartile(showing, i);
    return figures;
}

/* How the classes may be filled, which depends on the figures where none are shown. */
static struct fillings fillings_for(struct arena *arena, const struct totals *totals,
                                    const struct number_figures *figures) {
    if (totals->layout)
        return totals->figures.fillings;
    return fillings_without_layout(arena, totals->question, figures, totals->min_cell);
}

/* Ways are added until they leave everything open: more of them never leave less open. */
static bool is_safe(const struct totals *totals, const struct showing *showing,
                    int64_t min_cell) {
    struct spreads spreads = {.arena = arena_new()};
    struct number_figures figures = figures_shown(totals, showing);
    struct fillings all = fillings_for(spreads.arena, totals, &figures);
    bool safe = false;
    for (size_t i = 0; i < all.count && !safe; i += FILLINGS_AT_ONCE) {
        size_t left = all.count - i;
        figures.fillings =
            (struct fillings){&all.list[i], left < FILLINGS_AT_ONCE ? left : FILLINGS_AT_ONCE};
        size_t before = spreads.count;
        spreads_add(&spreads, &figures, sum_shown(totals, showing));
        safe = spreads.count > before && !spreads_disclose(&spreads, &figures, min_cell);
    }
    arena_free(spreads.arena);
    return safe;
}

/* The first step that is safe; STEPS: none, not even the classes alone. */
static size_t first_safe(const struct totals *totals, int64_t min_cell) {
    for (size_t i = 0; i < STEPS; i++)
        if (is_available(totals, &steps[i]) && is_safe(totals, &steps[i], min_cell))
            return i;
    return STEPS;
}

/* --- which figures are shown: what the missing ones disclose --- */

/* Other answers, of which the same figures would be shown. */
struct others {
    size_t step;
    int64_t min_cell;
    struct spreads spreads; /* of those that would stop at the same step */
    size_t trials;          /* that are left */
    bool open;              /* they leave it open */
};

static void try_other(struct others *others, const struct totals *other) {
    const struct showing *showing = &steps[others->step];
    struct sum_range sum = {other->sum, other->sum, spread_any_sum().most};
    if (others->open || others->trials == 0)
        return;
    others->trials--;
    if (first_safe(other, others->min_cell) != others->step)
        return;
    if (showing->sum)
        sum = sum_shown(other, showing);
    struct number_figures figures = other->figures;
    figures.fillings = fillings_for(others->spreads.arena, other, &figures);
    spreads_add(&others->spreads, &figures, sum);
    struct number_figures shown = figures_shown(other, showing);
    others->open = !spreads_disclose(&others->spreads, &shown, others->min_cell);
}

/* Those that are hidden are mostly at the ends. */
static void try_sums(struct others *others, struct totals *other) {
    struct spreads all = {.arena = arena_new()};
    int64_t least = INT64_MAX, greatest = INT64_MIN;
    struct number_figures figures = other->figures;
    figures.fillings = fillings_for(all.arena, other, &figures);
    spreads_add(&all, &figures, spread_any_sum());
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

static void try_rest(struct others *others, struct totals *other) {
    if (steps[others->step].sum) {
        try_other(others, other);
        return;
    }
    other->dominated = false;
    try_sums(others, other);
}

/* The least and the greatest number that the answer at that place can have. */
static void reach_of(const struct number_figures *figures, int64_t place, int64_t *low,
                     int64_t *high) {
    const struct histogram_class *class = histogram_class_at(figures->histogram, place);
    *low = class->low;
    *high = class->high;
    for (size_t i = 0; i < QUARTILES; i++) {
        int64_t known = spread_below_quartile(figures, i);
        int64_t at = (figures->n - 1) * (int64_t)(i + 1) / 4;
        if (!figures->quartiles[i].shown)
            continue;
        if (at <= place && known > *low)
            *low = known;
        if (at > place && known < *high)
            *high = known;
    }
}

/* The hidden quartiles lie at the same part of what is possible: 0 to STARTS - 1. */
static void set_quartiles(struct totals *other, const struct showing *showing, int64_t part,
                          int64_t more) {
    struct number_figures *figures = &other->figures;
    struct number_figures shown = figures_shown(other, showing);
    for (size_t i = 0; i < QUARTILES; i++) {
        int64_t place = (figures->n - 1) * (int64_t)(i + 1), low, high;
        if (!figures->quartiles[i].shown || shown.quartiles[i].shown)
            continue;
        reach_of(&shown, place / 4, &low, &high);
        int64_t first = low + (high - low) * part / (STARTS - 1);
        figures->quartiles[i].fourfold = 4 * first + place % 4 * (first < high ? more : 0);
    }
}

static void try_quartiles(struct others *others, struct totals *other) {
    for (int64_t more = 0; more < 2; more++)
        for (int64_t part = 0; part < STARTS; part++) {
            set_quartiles(other, &steps[others->step], part, more);
            try_rest(others, other);
        }
}

/* True where nothing was passed over because it would disclose something, or others leave open
 * what it is. */
static bool leaves_open(const struct totals *totals, size_t step, int64_t min_cell) {
    const struct histogram *histogram = totals->figures.histogram;
    int64_t grid = histogram->classes[histogram->count - 1].high - histogram->classes[0].low;
    struct others others = {.step = step,
                            .min_cell = min_cell,
                            .spreads.arena = arena_new(),
                            .trials = grid <= FEW_NUMBERS ? MOST_TRIALS : FEWEST_TRIALS};
    struct totals other = *totals;
    other.dominated = false;
    bool first = true;
    for (size_t i = 0; i < step; i++)
        first = first && !is_available(&other, &steps[i]);
    if (!first)
        try_quartiles(&others, &other);
    arena_free(others.spreads.arena);
    return first || others.open;
}

/* The step that is shown in this layout; STEPS: none. */
static size_t choose_step(const struct totals *totals, int64_t min_cell) {
    size_t step = first_safe(totals, min_cell);
    if (step < NOTHING && !leaves_open(totals, step, min_cell))
        step = NOTHING;
    if (step == NOTHING && !leaves_open(totals, step, min_cell))
        step = STEPS;
    return step;
}

/* --- which layout --- */

static struct totals totals_of(const struct number_answers *answers) {
    struct totals totals = {.question = answers->question,
                            .min_cell = answers->min_cell,
                            .figures.n = number_answered(answers),
                            .sum = number_sum(answers),
                            .dominated = is_dominated(answers)};
    for (int64_t i = 0; i < QUARTILES; i++) {
        totals.figures.quartiles[i].shown = number_allows_quartile(totals.figures.n, i + 1);
        totals.figures.quartiles[i].fourfold = number_fourfold(answers, i + 1);
    }
    return totals;
}

static size_t step_in_layout(const struct number_answers *answers,
                             const struct class_layout *layout) {
    struct arena *arena = arena_new();
    struct histogram histogram =
        histogram_of_values(arena, layout, answers->values, answers->count);
    struct totals totals = totals_of(answers);
    totals.layout = true;
    totals.figures.histogram = &histogram;
    totals.figures.fillings =
        fillings_of(arena, answers->question, layout, &histogram, answers->min_cell);
    size_t step = choose_step(&totals, answers->min_cell);
    arena_free(arena);
    return step;
}

static size_t step_without_layout(const struct number_answers *answers) {
    struct totals totals = totals_of(answers);
    struct histogram_class all = {answers->question->minimum, answers->question->maximum,
                                  totals.figures.n};
    struct histogram histogram = {&all, 1};
    totals.figures.histogram = &histogram;
    return choose_step(&totals, answers->min_cell);
}

struct number_choice number_choose(const struct number_answers *answers) {
    struct class_layout layout = class_layout_first(answers->question);
    size_t step = STEPS;
    do {
        if (class_layout_allows(&layout, answers->values, answers->count, answers->min_cell))
            step = step_in_layout(answers, &layout);
    } while (step == STEPS && class_layout_next(&layout));
    bool classes = step < STEPS;
    if (!classes)
        step = step_without_layout(answers);
    if (step == STEPS)
        step = NOTHING;
    return (struct number_choice){classes, layout, steps[step].sum, steps[step].median,
                                  steps[step].quartiles};
}
