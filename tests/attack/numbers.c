/* All answers of a number question from its published figures: few answers on a coarse grid are
 * fixed by sum and standard deviation. */
#include "numbers.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CLASSES = 64, MOST_ANSWERS = 16 };

struct class {
    int64_t first, last; /* numbers that it holds, in units */
    int64_t count;
};

struct numbers {
    struct class classes[CLASSES]; /* upwards; one of all numbers where none are shown */
    size_t class_count;
    int64_t unit; /* 1, 10, 100 or 1000 to 1 */
    int64_t n;
    bool has_sum, has_squares;
    double sum, squares;
    double quartiles[3];
    bool has_quartile[3];
    int64_t answers[MOST_ANSWERS];
    int64_t least[2], most[2]; /* range of the smallest and of the greatest answer */
    size_t solutions, steps;
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
    static const char *const quartiles[] = {"q1", "median", "q3"};
    for (size_t i = 0; i < 3; i++)
        if (strcmp(row->statistic, quartiles[i]) == 0) {
            numbers->quartiles[i] = row->value;
            numbers->has_quartile[i] = true;
        }
    if (strcmp(row->statistic, "answered") == 0)
        numbers->n = llround(row->value);
    if (strcmp(row->statistic, "sum") == 0) {
        numbers->sum = row->value;
        numbers->has_sum = true;
        numbers->unit = unit_of(row->value, numbers->unit);
    }
    if (strcmp(row->statistic, "mean") == 0)
        *mean = row->value;
    if (strcmp(row->statistic, "sd") == 0)
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
                strcmp(row->statistic, "count") != 0 || !row->has_value ||
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
    return numbers->class_count > 0 && counted == numbers->n && numbers->n > 0 &&
           numbers->n <= MOST_ANSWERS;
}

static bool quartiles_fit(const struct numbers *numbers) {
    for (size_t i = 0; i < 3; i++) {
        double place = (double)(numbers->n - 1) * (double)(i + 1) / 4;
        size_t k = (size_t)place;
        double first = (double)numbers->answers[k];
        double next = (double)numbers->answers[k + (k + 1 < (size_t)numbers->n)];
        double value = (first + (place - (double)k) * (next - first)) / (double)numbers->unit;
        if (numbers->has_quartile[i] && fabs(value - numbers->quartiles[i]) > 1e-6)
            return false;
    }
    return true;
}

static void take(struct numbers *numbers) {
    int64_t ends[] = {numbers->answers[0], numbers->answers[numbers->n - 1]};
    for (size_t i = 0; i < 2; i++) {
        if (numbers->solutions == 0 || ends[i] < numbers->least[i])
            numbers->least[i] = ends[i];
        if (numbers->solutions == 0 || ends[i] > numbers->most[i])
            numbers->most[i] = ends[i];
    }
    numbers->solutions++;
}

/* Whether the answers that follow, all at least x, can have that sum and those squares: least
 * where all are equal, most where one of them takes all that is over. */
static bool can_follow(const struct numbers *numbers, double left, double x, double sum,
                       double squares) {
    if (!numbers->has_sum)
        return true;
    double over = sum - (left - 1) * x;
    if (over < x - 0.5)
        return false;
    return !numbers->has_squares || (sum * sum / left <= squares + 0.5 &&
                                     (left - 1) * x * x + over * over >= squares - 0.5);
}

/* Whether the smallest (0) or greatest (1) answer may be one of several numbers, or the first
 * or last that the classes allow: that is no secret where most gave it. */
static bool is_open(const struct numbers *numbers, size_t end) {
    int64_t edge =
        end == 0 ? numbers->classes[0].first : numbers->classes[numbers->class_count - 1].last;
    return numbers->least[end] < numbers->most[end] || numbers->least[end] == edge;
}

static bool settled(const struct numbers *numbers) {
    return numbers->solutions > 0 && is_open(numbers, 0) && is_open(numbers, 1);
}

/* Places the answers upwards. sum and squares are what is left of both. False: gave up. */
static bool place(struct numbers *numbers, size_t at_class, int64_t in_class, size_t at,
                  double sum, double squares) {
    while (at_class < numbers->class_count && in_class == numbers->classes[at_class].count) {
        at_class++;
        in_class = 0;
    }
    if (at == (size_t)numbers->n) {
        if ((!numbers->has_sum || fabs(sum) < 0.5) &&
            (!numbers->has_squares || fabs(squares) < 0.5) && quartiles_fit(numbers))
            take(numbers);
        return true;
    }
    int64_t first = numbers->classes[at_class].first;
    if (at > 0 && numbers->answers[at - 1] > first)
        first = numbers->answers[at - 1];
    double left = (double)numbers->n - (double)at;
    for (int64_t value = first; value <= numbers->classes[at_class].last; value++) {
        double x = (double)value;
        if (settled(numbers))
            return true;
        if (numbers->steps == 0)
            return false;
        numbers->steps--;
        /* The greater the first of those that follow, the less room there is. */
        if (!can_follow(numbers, left, x, sum, squares))
            break;
        numbers->answers[at] = value;
        if (!place(numbers, at_class, in_class + 1, at + 1, sum - x, squares - x * x))
            return false;
    }
    return true;
}

static void tell(const struct question *question, const char *what, struct findings *findings) {
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

void numbers_attack(const struct published *published, const struct question *question,
                    struct findings *findings, size_t steps) {
    struct numbers numbers = {.steps = steps};
    if (!read_numbers(&numbers, published, question))
        return;
    if (!place(&numbers, 0, 0, 0, numbers.sum, numbers.squares)) {
        findings->undecided++;
        return;
    }
    findings->contradictions += numbers.solutions == 0;
    if (numbers.solutions == 0)
        return;
    if (!is_open(&numbers, 0))
        tell(question, "the smallest answer follows from the figures", findings);
    if (!is_open(&numbers, 1))
        tell(question, "the greatest answer follows from the figures", findings);
}
