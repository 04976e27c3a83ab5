/* What all sets of answers that fit the published figures of a number question have in common.
 * Answers are placed upwards, number by number; ways that have placed as many, with the same
 * sum and squares, go on alike, so each such state is looked at once. */
#include "numbers.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#include "visited.h"

enum {
    CLASSES = 64,
    QUARTILES = 3,
    MOST_NUMBERS = 1000,
    FEWEST_CLASSES = 3, /* and most, from the first with answers to the last */
    MOST_CLASSES = 15,
    JOINS_MAX = 5,    /* from this width on max is no class of its own */
    MOST_WIDTHS = 12, /* smaller ones */
    MOST_HELD = 7,    /* answers in a class that are told apart */
    BEYOND = 20       /* so many numbers of an open class are tried, unless the sum is known */
};

struct class {
    int64_t first, last; /* numbers that it holds, in units */
    int64_t count;
    bool open, closed; /* without an edge; holds its upper edge */
};

/* What is possible of a number: each is false until some set of answers shows it. */
struct chances {
    bool not_few, not_few_below, not_few_above; /* gave it, it or less, it or more */
    bool smallest, greatest;
};

struct numbers {
    struct class classes[CLASSES]; /* upwards; one of all numbers where none are shown */
    size_t class_count;
    int64_t unit; /* 1, 10, 100 or 1000 to 1 */
    int64_t n, min_cell;
    bool has_sum, has_squares;
    double sum, squares;
    double quartiles[QUARTILES];
    bool has_quartile[QUARTILES];
    int64_t widths[MOST_WIDTHS]; /* smaller ones, which divide the width, that were not taken */
    size_t width_count;
    int64_t begin, end; /* numbers between the open classes */
    bool ends_at_max;
    struct chances *chances; /* by number, from the first one of the first class */
    struct visited visited;
    size_t steps;
    bool gave_up;
};

/* The finest unit that a figure shows: 0.25 needs hundredths. */
static int64_t unit_of(double value, int64_t unit) {
    while (unit < 1000 && fabs(value * (double)unit - round(value * (double)unit)) > 1e-6)
        unit *= 10;
    return unit;
}

static int compare_classes(const void *a, const void *b) {
    const struct class *left = a, *right = b;
    return (left->first > right->first) - (left->first < right->first);
}

/* Reads "[a,b)", "[a,b]", "(,b)" or "[a,)"; an edge that is not there is NAN. */
static bool read_class(const char *name, double *first, double *last, bool *closed) {
    char end = 0;
    *first = *last = NAN;
    if (sscanf(name, "[%lf,%lf%c", first, last, &end) != 3 &&
        sscanf(name, "(,%lf%c", last, &end) != 2 && sscanf(name, "[%lf,%c", first, &end) != 2)
        return false;
    *closed = end == ']';
    return true;
}

/* Numbers of a class; of an open one some. */
static struct class class_of_edges(const struct numbers *numbers, double first, double last,
                                   bool closed, int64_t count) {
    double unit = (double)numbers->unit;
    double beyond = numbers->has_sum ? fabs(numbers->sum) + BEYOND : BEYOND;
    struct class class = {.count = count, .closed = closed};
    class.open = isnan(first) || isnan(last);
    class.first = llround((isnan(first) ? last - beyond : first) * unit);
    class.last = llround((isnan(last) ? first + beyond : last) * unit) - !closed;
    return class;
}

static void read_figure(struct numbers *numbers, const struct result *row, double *mean,
                        double *sd) {
    static const enum statistic quartiles[] = {STATISTIC_Q1, STATISTIC_MEDIAN, STATISTIC_Q3};
    for (size_t i = 0; i < 3; i++)
        if (row->statistic == quartiles[i]) {
            numbers->quartiles[i] = row->value;
            numbers->has_quartile[i] = true;
        }
    if (row->statistic == STATISTIC_ANSWERED)
        numbers->n = llround(row->value);
    if (row->statistic == STATISTIC_SUM) {
        numbers->sum = row->value;
        numbers->has_sum = true;
        numbers->unit = unit_of(row->value, numbers->unit);
    }
    if (row->statistic == STATISTIC_MEAN)
        *mean = row->value;
    if (row->statistic == STATISTIC_SD)
        *sd = row->value;
}

static void read_classes(struct numbers *numbers, const struct published *published,
                         const struct question *question) {
    for (int pass = 0; pass < 2; pass++) {
        numbers->class_count = 0;
        for (size_t i = 0; i < published->results->count; i++) {
            const struct result *row = &published->results->rows[i];
            double first, last;
            bool closed;
            if (strcmp(row->question, question->id) != 0 || *row->by != '\0' ||
                row->statistic != STATISTIC_COUNT || !row->has_value ||
                numbers->class_count == CLASSES ||
                !read_class(row->category, &first, &last, &closed))
                continue;
            /* First the unit, which all edges decide, then the classes in that unit. */
            if (!isnan(first))
                numbers->unit = unit_of(first, numbers->unit);
            if (!isnan(last))
                numbers->unit = unit_of(last, numbers->unit);
            numbers->classes[numbers->class_count++] =
                class_of_edges(numbers, first, last, closed, llround(row->value));
        }
    }
    if (numbers->class_count > 0)
        qsort(numbers->classes, numbers->class_count, sizeof *numbers->classes,
              compare_classes);
}

/* The figures in units of the grid. False where too little is shown to begin. */
static bool read_numbers(struct numbers *numbers, const struct published *published,
                         const struct question *question) {
    double mean = NAN, sd = NAN;
    numbers->unit = 1;
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *row = &published->results->rows[i];
        if (strcmp(row->question, question->id) == 0 && *row->by == '\0' && row->has_value)
            read_figure(numbers, row, &mean, &sd);
    }
    double n = (double)numbers->n;
    if (!numbers->has_sum && !isnan(mean))
        numbers->sum = mean * n;
    numbers->has_sum |= !isnan(mean);
    read_classes(numbers, published, question);
    double unit = (double)numbers->unit;
    numbers->sum = round(numbers->sum * unit);
    numbers->has_squares = numbers->has_sum && !isnan(sd);
    if (numbers->has_squares)
        numbers->squares =
            round(sd * sd * unit * unit * (n - 1) + numbers->sum * numbers->sum / n);
    int64_t counted = 0;
    for (size_t i = 0; i < numbers->class_count; i++)
        counted += numbers->classes[i].count;
    return numbers->class_count > 0 && counted == numbers->n && numbers->n > 0;
}

/* --- widths --- */

/* Of the classes that end before the last. */
static int64_t width_of(const struct numbers *numbers) {
    int64_t width = 0;
    for (size_t i = 0; i + 1 < numbers->class_count; i++) {
        const struct class *class = &numbers->classes[i];
        if (!class->open && class->last - class->first + 1 > width)
            width = class->last - class->first + 1;
    }
    return width;
}

/* True where the classes are as nachlese-protect(1) says: one width, but for open classes and
 * the one before an end. */
static bool is_of_one_width(const struct numbers *numbers, int64_t width) {
    bool fits = numbers->class_count >= FEWEST_CLASSES && numbers->class_count <= MOST_CLASSES;
    for (size_t i = 0; i < numbers->class_count; i++) {
        const struct class *class = &numbers->classes[i];
        int64_t here = class->last - class->first + 1;
        bool last = i + 1 == numbers->class_count || class[1].open;
        if (i > 0)
            fits = fits && class->first == class[-1].last + 1;
        if (class->open)
            fits = fits && (i == 0 || i + 1 == numbers->class_count);
        else if (last)
            fits = fits && here <= width + (class->closed ? 1 : 0);
        else
            fits = fits && here == width;
    }
    return fits;
}

/* 1, 2, 5, 10, 20 ...: of those that divide the width all edges are known. Where there might be
 * too many classes, that a width was not taken tells nothing. */
static void list_widths(struct numbers *numbers, int64_t width) {
    static const int64_t steps[] = {1, 2, 5};
    const struct class *first = &numbers->classes[0];
    const struct class *last = &numbers->classes[numbers->class_count - 1];
    numbers->begin = first->open ? first->last + 1 : first->first;
    numbers->end = last->open ? last->first - 1 : last->last;
    numbers->ends_at_max = last->closed;
    int64_t power = 1;
    for (size_t i = 0; numbers->width_count < MOST_WIDTHS; i++) {
        int64_t smaller = steps[i % 3] * power;
        if (smaller >= width)
            return;
        if (width % smaller == 0 &&
            (numbers->end - numbers->begin) / smaller + 1 + first->open + last->open <=
                MOST_CLASSES)
            numbers->widths[numbers->width_count++] = smaller;
        if (i % 3 == 2)
            power *= 10;
    }
}

/* The class of a number by a smaller width; before all others and behind them where it is in an
 * open one. */
static int64_t smaller_class(const struct numbers *numbers, size_t width, int64_t number) {
    int64_t by = numbers->widths[width], from = number - numbers->begin;
    if (from < 0)
        return -1;
    if (number > numbers->end)
        return INT64_MAX;
    bool joins = numbers->ends_at_max && by >= JOINS_MAX && number == numbers->end &&
                 from > 0 && from % by == 0;
    return from / by - joins;
}

/* What is known of the widths once count answers are the number, and none others up to next.
 * For each width there are four bits: what the present class holds, as far as it matters, and
 * whether one was too small. */
static uint64_t after_number(const struct numbers *numbers, const struct state *state,
                             int64_t count, int64_t next) {
    uint64_t widths = state->widths;
    for (size_t i = 0; i < numbers->width_count; i++) {
        int64_t held = (int64_t)(widths >> (4 * i) & 7) + count;
        int64_t class = smaller_class(numbers, i, state->number);
        bool refused = (widths >> (4 * i) & 8) != 0;
        held = held > numbers->min_cell ? numbers->min_cell : held;
        if (class != smaller_class(numbers, i, next)) {
            refused |= class >= 0 && class != INT64_MAX && held > 0 && held < numbers->min_cell;
            held = 0;
        }
        widths &= ~((uint64_t)15 << (4 * i));
        widths |= (uint64_t)(held | (refused ? 8 : 0)) << (4 * i);
    }
    return widths;
}

static bool all_refused(const struct numbers *numbers, uint64_t widths) {
    for (size_t i = 0; i < numbers->width_count; i++)
        if ((widths >> (4 * i) & 8) == 0)
            return false;
    return true;
}

/* --- one step --- */

/* The class of a number, and how many answers lie below it and up to its end. */
static const struct class *class_of(const struct numbers *numbers, int64_t number,
                                    int64_t *begin, int64_t *end) {
    *end = 0;
    for (size_t i = 0; i < numbers->class_count; i++) {
        *begin = *end;
        *end += numbers->classes[i].count;
        if (number <= numbers->classes[i].last)
            return &numbers->classes[i];
    }
    *begin = *end;
    return NULL;
}

/* False where what is left cannot be reached by answers from that number on. */
static bool can_go_on(const struct numbers *numbers, const struct state *state) {
    int64_t end = 0, least = 0, most = 0, left = numbers->n - state->placed;
    for (size_t i = 0; i < numbers->class_count && numbers->has_sum; i++) {
        const struct class *class = &numbers->classes[i];
        end += class->count;
        int64_t open = end - state->placed < class->count ? end - state->placed : class->count;
        if (open <= 0)
            continue;
        least += open * (class->first > state->number ? class->first : state->number);
        most += open * class->last;
    }
    if (numbers->has_sum && (state->sum < least || state->sum > most))
        return false;
    return !numbers->has_squares || left == 0 ||
           (double)state->sum * (double)state->sum / (double)left <=
               (double)state->squares + 0.5;
}

/* Whether the quartiles allow the next count answers to be this number. Where one lies between
 * the last of them and the one that follows, *next gets which number that is. */
static bool quartiles_allow(const struct numbers *numbers, const struct state *state,
                            int64_t count, int64_t *next) {
    *next = -1;
    for (int64_t i = 0; i < QUARTILES; i++) {
        int64_t place = (numbers->n - 1) * (i + 1) / 4,
                quarters = (numbers->n - 1) * (i + 1) % 4;
        if (!numbers->has_quartile[i] || place < state->placed ||
            place >= state->placed + count)
            continue;
        double fourfold = 4 * numbers->quartiles[i] * (double)numbers->unit;
        double rest = fourfold - (double)((4 - quarters) * state->number);
        if (quarters == 0 || place + 1 < state->placed + count) {
            if (fabs(rest - (double)(quarters * state->number)) > 1e-3)
                return false;
            continue;
        }
        double number = rest / (double)quarters;
        if (fabs(number - round(number)) > 1e-3 || number < (double)state->number + 0.5 ||
            (*next >= 0 && *next != llround(number)))
            return false;
        *next = llround(number);
    }
    return true;
}

static struct chances *chances_of(const struct numbers *numbers, int64_t number) {
    return &numbers->chances[number - numbers->classes[0].first];
}

static bool is_few(const struct numbers *numbers, int64_t count) {
    return count > 0 && count < numbers->min_cell;
}

/* A set of answers exists in which count gave the number of the state and nobody one between
 * that and next. */
static void take(struct numbers *numbers, const struct state *state, int64_t count,
                 int64_t next) {
    int64_t last = numbers->classes[numbers->class_count - 1].last;
    for (int64_t number = state->number; number < next && number <= last; number++) {
        struct chances *chances = chances_of(numbers, number);
        int64_t here = number == state->number ? count : 0;
        int64_t below = state->placed + count, above = numbers->n - below + here;
        chances->not_few |= !is_few(numbers, here);
        chances->not_few_below |= !is_few(numbers, below);
        chances->not_few_above |= !is_few(numbers, above);
        chances->smallest |= here > 0 && state->placed == 0;
        chances->greatest |= here > 0 && below == numbers->n;
    }
}

static bool place(struct numbers *numbers, const struct state *state);

/* count answers more are the number of the state. */
static bool place_count(struct numbers *numbers, const struct state *state, int64_t count) {
    int64_t next, begin, end;
    if (!quartiles_allow(numbers, state, count, &next))
        return false;
    struct state after = {next >= 0 ? next : state->number + 1,
                          state->placed + count,
                          state->sum,
                          state->squares,
                          next >= 0,
                          0};
    after.widths = after_number(numbers, state, count, after.number);
    if (numbers->has_sum)
        after.sum -= count * state->number;
    if (numbers->has_squares)
        after.squares -= count * state->number * state->number;
    if (class_of(numbers, after.number, &begin, &end) == NULL && next >= 0)
        return false;
    if (after.placed < begin || !place(numbers, &after))
        return false;
    take(numbers, state, count, after.number);
    return true;
}

/* Places all answers from the number of the state on, in every way; false: there is no way. */
static bool place(struct numbers *numbers, const struct state *state) {
    int64_t begin, end;
    const struct class *class = class_of(numbers, state->number, &begin, &end);
    if (class == NULL)
        return state->placed == numbers->n && (!numbers->has_sum || state->sum == 0) &&
               (!numbers->has_squares || state->squares == 0) &&
               all_refused(numbers, state->widths);
    if (numbers->gave_up || !can_go_on(numbers, state))
        return false;
    bool fits = false;
    if (visited_has(&numbers->visited, state, &fits))
        return fits;
    for (int64_t count = state->must; count <= end - state->placed; count++) {
        numbers->gave_up |= numbers->steps == 0;
        if (numbers->gave_up)
            return false;
        numbers->steps--;
        fits |= place_count(numbers, state, count);
    }
    visited_add(&numbers->visited, state, fits);
    return fits;
}

/* --- what follows --- */

static void report(const struct question *question, const char *what,
                   struct findings *findings) {
    findings_add(findings, &(struct finding){.rule = "P6",
                                             .how = "integer",
                                             .what = what,
                                             .question = question->id,
                                             .item = "",
                                             .by = "",
                                             .level = "",
                                             .category = "",
                                             .low = -1,
                                             .high = -1});
}

static void report_few(const struct numbers *numbers, const struct question *question,
                       struct findings *findings) {
    const struct chances *first = numbers->chances;
    const struct chances *last =
        chances_of(numbers, numbers->classes[numbers->class_count - 1].last);
    bool few = false, few_below = false, few_above = false;
    for (const struct chances *at = first; at <= last; at++) {
        few |= !at->not_few;
        few_below |= !at->not_few_below;
        few_above |= !at->not_few_above;
    }
    if (few)
        report(question, "that few gave some number follows from the figures", findings);
    if (few_below)
        report(question, "that few gave some number or less follows from the figures",
               findings);
    if (few_above)
        report(question, "that few gave some number or more follows from the figures",
               findings);
}

/* The first or last number that the classes allow is no secret where most gave it. */
static void report_ends(const struct numbers *numbers, const struct question *question,
                        struct findings *findings) {
    int64_t first = numbers->classes[0].first,
            last = numbers->classes[numbers->class_count - 1].last;
    size_t smallest = 0, greatest = 0;
    for (int64_t number = first; number <= last; number++) {
        smallest += chances_of(numbers, number)->smallest;
        greatest += chances_of(numbers, number)->greatest;
    }
    if (smallest == 1 && !chances_of(numbers, first)->smallest)
        report(question, "the smallest answer follows from the figures", findings);
    if (greatest == 1 && !chances_of(numbers, last)->greatest)
        report(question, "the greatest answer follows from the figures", findings);
}

void numbers_attack(const struct published *published, const struct question *question,
                    struct findings *findings, size_t steps) {
    struct numbers numbers = {.steps = steps, .min_cell = published->min_cell};
    if (!read_numbers(&numbers, published, question))
        return;
    int64_t width = width_of(&numbers), first = numbers.classes[0].first;
    if (!is_of_one_width(&numbers, width))
        report(question, "the classes have not one width, or are too few or many", findings);
    else if (numbers.min_cell <= MOST_HELD)
        list_widths(&numbers, width);
    int64_t range = numbers.classes[numbers.class_count - 1].last - first + 1;
    if (range > MOST_NUMBERS) {
        findings->undecided++;
        return;
    }
    numbers.chances = memory_allocate((size_t)range, sizeof *numbers.chances);
    struct state start = {first,
                          0,
                          numbers.has_sum ? llround(numbers.sum) : 0,
                          numbers.has_squares ? llround(numbers.squares) : 0,
                          false,
                          0};
    bool fits = place(&numbers, &start);
    if (numbers.gave_up) {
        findings->undecided++;
    } else if (!fits) {
        findings->contradictions++;
    } else {
        report_few(&numbers, question, findings);
        report_ends(&numbers, question, findings);
    }
    free(numbers.chances);
    visited_free(&numbers.visited);
}
