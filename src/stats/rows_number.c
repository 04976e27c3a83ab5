/* Rows of number questions, with the histogram and the internal rows that the privacy gate
 * needs. */
#include "stats/rows.h"

#include <stdlib.h>

#include "base/number.h"
#include "inference/moments.h"

enum { MOST_CLASSES = 8 };

static int64_t floor_divide(int64_t dividend, int64_t divisor) {
    int64_t quotient = dividend / divisor;
    return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/* The smallest width 1, 2, 5, 10, 20 ... that needs at most MOST_CLASSES classes for low..high.
 */
static int64_t class_width(int64_t low, int64_t high) {
    static const int64_t steps[] = {1, 2, 5};
    int64_t power = 1;
    for (size_t i = 0;; i++) {
        int64_t width = steps[i % 3] * power;
        if (floor_divide(high, width) - floor_divide(low, width) < MOST_CLASSES)
            return width;
        if (i % 3 == 2)
            power *= 10;
    }
}

static void write_class(const struct sheet *sheet, const struct question *question,
                        const struct frequency_table *table, int64_t from, int64_t to,
                        bool last) {
    char low[NUMBER_SIZE], high[NUMBER_SIZE], category[2 * NUMBER_SIZE + 4];
    int64_t count = 0;
    for (int64_t value = from; value < to + last; value++)
        count += table->counts[value - table->first];
    number_format_scaled(low, from, question->decimals);
    number_format_scaled(high, to, question->decimals);
    snprintf(category, sizeof category, "[%s,%s%c", low, high, last ? ']' : ')');
    struct subject subject = {.question = question->id, .category = category};
    figure_count(sheet, &subject, STATISTIC_COUNT, count, moments_count(table));
}

static struct frequency_table table_of(const struct sheet *sheet, size_t level,
                                       const struct question *question) {
    return (struct frequency_table){question->minimum,
                                    tally_values(sheet->tally, level, question, 0),
                                    (size_t)(question->maximum - question->minimum) + 1,
                                    number_power_of_ten(question->decimals)};
}

/* Classes are laid over the values without the min_cell - 1 smallest and largest, and the outer
 * ones reach to the question's own limits. So neither width nor edges betray a single extreme
 * answer, and the outer classes hold min_cell answers each. Groups get the classes of everyone,
 * so that they can be compared. */
static void write_histogram(const struct sheet *sheet, const struct question *question,
                            const struct frequency_table *table) {
    struct frequency_table everyone = table_of(sheet, 0, question);
    int64_t n = moments_count(&everyone), aside = sheet->questionnaire->min_cell;
    int64_t from = question->minimum;
    if (n >= 2 * aside) {
        int64_t low = moments_ordered(&everyone, aside);
        int64_t high = moments_ordered(&everyone, n + 1 - aside);
        int64_t width = class_width(low, high);
        int64_t last = floor_divide(high, width) * width;
        for (int64_t to = (floor_divide(low, width) + 1) * width; to <= last; to += width) {
            write_class(sheet, question, table, from, to, false);
            from = to;
        }
    }
    write_class(sheet, question, table, from, question->maximum, true);
}

/* What dominates the sum, judged by size whatever the sign. */
struct contributions {
    int64_t largest, second;
    long double all;
};

static struct contributions contributions_of(const struct frequency_table *table) {
    struct contributions found = {0};
    for (size_t i = 0; i < table->size; i++) {
        int64_t size = llabs(table->first + (int64_t)i);
        if (table->counts[i] == 0)
            continue;
        found.all += (long double)size * (long double)table->counts[i];
        if (size >= found.largest) {
            found.second = table->counts[i] > 1 ? size : found.largest;
            found.largest = size;
        } else if (size > found.second) {
            found.second = size;
        }
    }
    return found;
}

/* For the privacy gate alone, which lets none of it through. */
static void write_internal(const struct sheet *sheet, const struct subject *subject,
                           const struct frequency_table *table) {
    int64_t n = moments_count(table);
    struct contributions found = contributions_of(table);
    const struct {
        enum statistic statistic;
        int64_t fewest; /* answers it needs */
        long double value;
    } rows[] = {{STATISTIC_MIN, 1, n > 0 ? (long double)moments_ordered(table, 1) : 0},
                {STATISTIC_MAX, 1, n > 0 ? (long double)moments_ordered(table, n) : 0},
                {STATISTIC_LARGEST, 1, (long double)found.largest},
                {STATISTIC_SECOND_LARGEST, 2, (long double)found.second},
                {STATISTIC_MAGNITUDE, 1, found.all}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct estimate estimate = {.defined = n >= rows[i].fewest, .n = n};
        if (estimate.defined)
            estimate.value = (double)(rows[i].value / (long double)table->divisor);
        figure_plain(sheet, subject, rows[i].statistic, estimate);
    }
}

void rows_number(const struct sheet *sheet, const struct question *question) {
    struct frequency_table table = table_of(sheet, sheet->tally_level, question);
    struct subject subject = {.question = question->id};
    struct moments moments = moments_of(&table, 1);
    figure_mean(sheet, &subject, STATISTIC_MEAN, &moments);
    figure_sd(sheet, &subject, &moments);
    for (int quartile = 1; quartile <= 3; quartile++)
        figure_quartile(sheet, &subject, &table, quartile);
    struct estimate sum = {.defined = moments.n > 0, .value = moments.sum, .n = moments.n};
    figure_plain(sheet, &subject, STATISTIC_SUM, sum);
    write_histogram(sheet, question, &table);
    write_internal(sheet, &subject, &table);
}
