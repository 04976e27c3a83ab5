#include "protect/number_rule.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "protect/spread.h"
#include "protect/state_rule.h"
#include "survey/class_edges.h"
#include "survey/threshold.h"

enum { FEWEST_ON_EITHER_SIDE = 5 }; /* answers beside a quantile */

/* --- the histogram --- */

/* From the left, classes are joined until their count is 0 or reaches min_cell; what is left
 * over at the end joins the last ones. Returns how many there are; 0 where even all together
 * are too few. */
static size_t merge(struct histogram_class *classes, size_t count, int64_t min_cell) {
    size_t used = 0, first = 0;
    int64_t open = 0;
    for (size_t i = 0; i < count; i++) {
        open += classes[i].count;
        if (threshold_hides(open, min_cell))
            continue;
        classes[used++] =
            (struct histogram_class){classes[first].first, classes[i].last, 0, -1, open};
        first = i + 1;
        open = 0;
    }
    if (open == 0)
        return used;
    const struct result *start = classes[first].first, *end = classes[count - 1].last;
    while (open < min_cell && used > 0) {
        start = classes[--used].first;
        open += classes[used].count;
    }
    if (open < min_cell)
        return 0;
    classes[used++] = (struct histogram_class){start, end, 0, -1, open};
    return used;
}

/* The edges of neighbouring classes as one: "[a,b)" and "[b,c)" are "[a,c)". */
static bool read_edges(const struct histogram_class *class, int decimals,
                       struct class_edges *edges) {
    struct class_edges first;
    if (!class_edges_parse(class->first->category, decimals, &first) ||
        !class_edges_parse(class->last->category, decimals, edges))
        return false;
    edges->low = first.low;
    return true;
}

static bool is_class(const struct result_block *block, const struct result *row) {
    return result_block_allows(block, row) &&
           result_block_treatment(block, row) == TREATMENT_CLASSES && row->has_value &&
           strchr(row->category, ',') != NULL;
}

static struct histogram histogram_of(struct arena *arena, const struct result_block *block,
                                     int64_t min_cell) {
    struct histogram histogram = {
        .classes = arena_allocate(arena, block->count, sizeof *histogram.classes)};
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (!is_class(block, row))
            continue;
        histogram.pattern = row;
        histogram.classes[histogram.count++] =
            (struct histogram_class){row, row, 0, -1, (int64_t)row->value};
    }
    histogram.count = merge(histogram.classes, histogram.count, min_cell);
    for (size_t i = 0; i < histogram.count; i++) {
        struct histogram_class *class = &histogram.classes[i];
        struct class_edges edges;
        if (!read_edges(class, block->question->decimals, &edges)) {
            histogram.count = 0; /* not from stats: none of it can be judged */
            break;
        }
        class->low = edges.low;
        class->high = edges.closed ? edges.high : edges.high - 1;
    }
    return histogram;
}

static void write_class(FILE *stream, const struct histogram_class *class, int decimals) {
    char category[CLASS_EDGES_SIZE];
    struct class_edges edges;
    bool read = read_edges(class, decimals, &edges);
    assert(read); /* histogram_of saw to it */
    struct result merged = *class->first;
    merged.category = class_edges_format(category, &edges, decimals);
    merged.value = (double)class->count;
    results_write(stream, &merged);
}

/* Writes the classes; without classes, one suppressed row without category: the edges of
 * classes would say where the answers lie. */
static void write_histogram(FILE *stream, const struct histogram *histogram, int decimals) {
    for (size_t i = 0; i < histogram->count; i++)
        write_class(stream, &histogram->classes[i], decimals);
    if (histogram->count > 0 || histogram->pattern == NULL)
        return;
    struct result hidden = *histogram->pattern;
    hidden.category = "";
    result_block_write_suppressed(stream, &hidden, RULE_P6);
}

/* --- steps of showing less --- */

struct showing {
    bool sum, median, quartiles;
};

struct number_answers {
    struct number_figures figures; /* the quartiles that so many answers allow are shown */
    bool has_sum;                  /* so many answers allow it */
    bool dominated;                /* by one or two answers: then it is not shown */
    int64_t sum;
};

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
    return spread_known_sum(&answers->figures, answers->sum);
}

/* --- which figures are shown beside the histogram: one step --- */

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
    bool safe = !spreads_disclose(&spreads, &figures, min_cell);
    arena_free(spreads.arena);
    return safe;
}

/* The first step that is safe; STEPS: none. What may be one number only is treated as if it
 * were, so that who sees figures learns nothing from their being there. */
static size_t first_safe(const struct number_answers *answers, int64_t min_cell) {
    struct sum_range sum = {answers->sum, answers->sum, spread_any_sum().most};
    if (spread_may_be_uniform(&answers->figures, answers->has_sum ? sum : spread_any_sum()))
        return STEPS;
    for (size_t i = 0; i < STEPS; i++)
        if (is_available(answers, &steps[i]) && is_safe(answers, &steps[i], min_cell))
            return i;
    return STEPS;
}

/* --- which figures are shown: what the missing ones disclose --- */

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
    others->open = !spreads_disclose(&others->spreads, &other->figures, others->min_cell);
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

/* True where nothing was passed over because it would disclose something, or others leave open
 * what it is. */
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

/* The first of: all; median and quartiles; sum and median; median; sum; nothing, that discloses
 * nothing about fewer than min_cell people. Nor may it follow from the figures that are
 * missing: some of those that would have been hidden likewise must leave it open. */
static struct showing decide_showing(const struct number_answers *answers, int64_t min_cell) {
    size_t step = first_safe(answers, min_cell);
    if (step == STEPS || !leaves_open(answers, step, min_cell))
        return (struct showing){false, false, false};
    return steps[step];
}

/* --- reading the figures --- */

static bool value_of(const struct result_block *block, enum statistic statistic,
                     double *value) {
    const struct result *row = result_block_find(block, "", statistic);
    *value = row != NULL && row->has_value ? row->value : 0;
    return row != NULL && row->has_value;
}

static bool is_dominated(const struct result_block *block) {
    double largest, second, all;
    if (!value_of(block, STATISTIC_LARGEST, &largest) ||
        !value_of(block, STATISTIC_SECOND_LARGEST, &second) ||
        !value_of(block, STATISTIC_MAGNITUDE, &all))
        return true;
    return 2 * largest > all || 10 * (largest + second) > 9 * all;
}

/* Which quarter of the answers a quantile cuts off: 1, 2 or 3; 0 for others. */
static int quartile_of(enum statistic statistic) {
    switch (statistic) {
    case STATISTIC_Q1:
        return 1;
    case STATISTIC_MEDIAN:
        return 2;
    case STATISTIC_Q3:
        return 3;
    default:
        return 0;
    }
}

static bool hides_quantile(const struct result *row) {
    int quartile = quartile_of(row->statistic);
    int quarters = quartile < 4 - quartile ? quartile : 4 - quartile; /* on the smaller side */
    return row->n * quarters < 4 * FEWEST_ON_EITHER_SIDE;
}

/* The value times factor, which must be whole. */
static bool read_whole(double value, int64_t factor, int64_t *whole) {
    value *= (double)factor;
    if (!(fabs(value) < 1e15) || fabs(value - round(value)) > 1e-3)
        return false;
    *whole = (int64_t)llround(value);
    return true;
}

static bool read_quartiles(const struct result_block *block, struct number_figures *figures) {
    static const enum statistic names[QUARTILES] = {STATISTIC_Q1, STATISTIC_MEDIAN,
                                                    STATISTIC_Q3};
    for (size_t i = 0; i < QUARTILES; i++) {
        const struct result *row = result_block_find(block, "", names[i]);
        if (row == NULL || !row->has_value || hides_quantile(row))
            continue;
        figures->quartiles[i].shown = true;
        if (row->n != figures->n ||
            !read_whole(row->value, 4 * number_power_of_ten(block->question->decimals),
                        &figures->quartiles[i].fourfold))
            return false;
    }
    return true;
}

/* False where the figures cannot be judged: no classes, or they do not go with the rest. */
static bool read_figures(const struct result_block *block, struct number_figures *figures) {
    const struct histogram *histogram = figures->histogram;
    double answered;
    int64_t counted = 0;
    for (size_t i = 0; i < histogram->count; i++) {
        if (histogram->classes[i].high < histogram->classes[i].low)
            return false;
        counted += histogram->classes[i].count;
    }
    if (!value_of(block, STATISTIC_ANSWERED, &answered) || counted == 0 ||
        (double)counted != answered)
        return false;
    figures->n = counted;
    return read_quartiles(block, figures);
}

static bool read_sum(const struct result_block *block, int64_t *sum) {
    double value;
    return value_of(block, STATISTIC_SUM, &value) &&
           read_whole(value, number_power_of_ten(block->question->decimals), sum);
}

static struct showing decide(const struct result_block *block,
                             const struct histogram *histogram,
                             const struct questionnaire *questionnaire) {
    struct number_answers answers = {.figures.histogram = histogram,
                                     .dominated = is_dominated(block)};
    if (!read_figures(block, &answers.figures))
        return (struct showing){false, false, false};
    answers.has_sum =
        answers.figures.n >= questionnaire->min_report && read_sum(block, &answers.sum);
    return decide_showing(&answers, questionnaire->min_cell);
}

/* --- writing --- */

static bool is_shown(const struct result_block *block, const struct showing *showing,
                     const struct result *row) {
    switch (result_block_treatment(block, row)) {
    case TREATMENT_SUM:
        return showing->sum && row->statistic != STATISTIC_SD;
    case TREATMENT_QUANTILE:
        if (hides_quantile(row))
            return false;
        return quartile_of(row->statistic) == 2 ? showing->median : showing->quartiles;
    case TREATMENT_NONE:
    case TREATMENT_RECORDS:
    case TREATMENT_STATE:
    case TREATMENT_FIGURE:
    case TREATMENT_CLASSES:
    case TREATMENT_LEAD:
        break;
    }
    return false;
}

/* The interval of a mean would disclose the standard deviation. */
static void write_shown(FILE *stream, const struct result *row) {
    struct result shown = *row;
    if (row->has_low || row->has_high) {
        shown.has_low = shown.has_high = false;
        shown.method = "";
    }
    results_write(stream, &shown);
}

/* Rule P18: nothing but how many answered; not even the edges of classes. */
static void write_few(FILE *stream, const struct result_block *block, int64_t min_cell) {
    bool classes_written = false;
    for (size_t i = 0; i < block->count; i++) {
        struct result row = block->rows[i];
        bool class = result_block_treatment(block, &row) == TREATMENT_CLASSES;
        if (!result_block_allows(block, &row) || (class && classes_written))
            continue;
        if (class)
            row.category = "";
        classes_written = classes_written || class;
        if (result_block_treatment(block, &row) == TREATMENT_STATE)
            state_rule_write(stream, block, &row, min_cell);
        else
            result_block_write_suppressed(stream, &row, RULE_P18);
    }
}

void number_rule_write(FILE *stream, const struct result_block *block,
                       const struct questionnaire *questionnaire) {
    int64_t answered = result_block_answered(block, "");
    if (threshold_hides(answered, questionnaire->min_report)) {
        write_few(stream, block, questionnaire->min_cell);
        return;
    }
    struct arena *arena = arena_new();
    struct histogram histogram = histogram_of(arena, block, questionnaire->min_cell);
    struct showing showing = decide(block, &histogram, questionnaire);
    bool histogram_written = false;
    for (size_t i = 0; i < block->count; i++) {
        const struct result *row = &block->rows[i];
        if (!result_block_allows(block, row))
            continue;
        enum treatment treatment = result_block_treatment(block, row);
        if (treatment == TREATMENT_CLASSES) {
            if (!histogram_written)
                write_histogram(stream, &histogram, block->question->decimals);
            histogram_written = true;
        } else if (treatment == TREATMENT_STATE) {
            state_rule_write(stream, block, row, questionnaire->min_cell);
        } else if (row->has_value && !is_shown(block, &showing, row)) {
            result_block_write_suppressed(stream, row, RULE_P6);
        } else {
            write_shown(stream, row);
        }
    }
    arena_free(arena);
}
