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

enum { CLASSES = 64, QUARTILES = 3, MOST_NUMBERS = 1000 };

struct class {
    int64_t first, last; /* numbers that it holds, in units */
    int64_t count;
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

/* Reads "[a,b)" or "[a,b]". */
static bool read_class(const char *name, double *first, double *last, bool *closed) {
    char end = 0;
    if (sscanf(name, "[%lf,%lf%c", first, last, &end) != 3)
        return false;
    *closed = end == ']';
    return true;
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
            numbers->unit = unit_of(last, unit_of(first, numbers->unit));
            numbers->classes[numbers->class_count++] =
                (struct class){.first = llround(first * (double)numbers->unit),
                               .last = llround(last * (double)numbers->unit) - !closed,
                               .count = llround(row->value)};
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
    read_classes(numbers, published, question);
    double n = (double)numbers->n, unit = (double)numbers->unit;
    if (!numbers->has_sum && !isnan(mean))
        numbers->sum = mean * n;
    numbers->has_sum |= !isnan(mean);
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
    struct state after = {next >= 0 ? next : state->number + 1, state->placed + count,
                          state->sum, state->squares, next >= 0};
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
               (!numbers->has_squares || state->squares == 0);
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
    int64_t first = numbers.classes[0].first;
    int64_t range = numbers.classes[numbers.class_count - 1].last - first + 1;
    if (range > MOST_NUMBERS) {
        findings->undecided++;
        return;
    }
    numbers.chances = memory_allocate((size_t)range, sizeof *numbers.chances);
    struct state start = {first, 0, numbers.has_sum ? llround(numbers.sum) : 0,
                          numbers.has_squares ? llround(numbers.squares) : 0, false};
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
