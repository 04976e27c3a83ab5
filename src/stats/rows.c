#include "stats/rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "inference/adjustment.h"
#include "inference/comparison.h"
#include "inference/moments.h"
#include "inference/sign_flip.h"
#include "stats/battery.h"
#include "stats/figure.h"
#include "stats/lead.h"
#include "stats/response.h"
#include "stats/unmet.h"
#include "survey/class_layout.h"
#include "survey/results.h"

/* What rows are together: those of a question, a score or a gap; the others are NULL. */
struct row_block {
    const struct question *question;
    const struct score *score;
    const struct gap *gap;
};

/* --- the accounting of the records --- */

/* Where all came through the form system there is nothing to say. */
static void write_origins(const struct figure_writer *writer) {
    static const struct {
        enum answer_origin origin;
        enum statistic statistic;
    } rows[] = {{ORIGIN_PAPER, STATISTIC_PAPER}, {ORIGIN_PHONE, STATISTIC_PHONE}};
    struct subject whole = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t count = tally_origin(writer->tally, rows[i].origin);
        if (count > 0)
            figure_total(writer, &whole, rows[i].statistic, count,
                         tally_records(writer->tally, STATUS_ACCEPTED));
    }
}

static void write_accounting(const struct figure_writer *writer, struct diag *diag) {
    const struct tally *tally = writer->tally;
    int64_t read = tally_read(tally);
    struct subject whole = {0};
    figure_total(writer, &whole, STATISTIC_ROWS_READ, read, read);
    figure_total(writer, &whole, STATISTIC_ROWS_ACCEPTED, tally_records(tally, STATUS_ACCEPTED),
                 read);
    figure_total(writer, &whole, STATISTIC_ROWS_REJECTED, tally_records(tally, STATUS_REJECTED),
                 read);
    figure_total(writer, &whole, STATISTIC_ROWS_DUPLICATE,
                 tally_records(tally, STATUS_DUPLICATE), read);
    figure_total(writer, &whole, STATISTIC_ROWS_INCOMPLETE,
                 tally_records(tally, STATUS_INCOMPLETE), read);
    figure_total(writer, &whole, STATISTIC_SIMULATED, tally_simulated(tally), read);
    write_origins(writer);
    response_write(writer, diag);
}

/* --- questions that offer codes: single, multi, matrix, ranking --- */

static const int64_t *states_of(const struct figure_writer *writer,
                                const struct question *question, size_t row) {
    return tally_states(writer->tally, writer->tally_level, question, row);
}

static int64_t count_accepted(const struct figure_writer *writer,
                              const struct question *question, size_t row) {
    const int64_t *states = states_of(writer, question, row);
    int64_t all = 0;
    for (size_t i = 0; i < TALLY_STATES; i++)
        all += states[i];
    return all;
}

/* The rows of the states of a question or matrix row. */
static void write_states(const struct figure_writer *writer, const struct question *question,
                         size_t row) {
    static const enum statistic names[TALLY_STATES] = {STATISTIC_ANSWERED,  STATISTIC_SKIPPED,
                                                       STATISTIC_DONT_KNOW, STATISTIC_NOT_SHOWN,
                                                       STATISTIC_INVALID,   STATISTIC_OUTSIDE};
    const int64_t *states = states_of(writer, question, row);
    int64_t all = count_accepted(writer, question, row);
    struct subject subject = {.question = question->id};
    if (question_has_rows(question))
        subject.item = question->rows[row].id;
    for (size_t i = 0; i < TALLY_STATES; i++)
        figure_total(writer, &subject, names[i], states[i], all);
}

/* A share of those who answered inside the scale. Who does not know or answers beside the scale
 * has answered, too. */
static struct share share_of(const struct figure_writer *writer,
                             const struct question *question, size_t row, int64_t count) {
    const int64_t *states = states_of(writer, question, row);
    int64_t n = states[TALLY_ANSWERED];
    return (struct share){count, n, n + states[TALLY_DONT_KNOW] + states[TALLY_OUTSIDE]};
}

static int64_t sum_codes(const int64_t *counts, size_t first, size_t end) {
    int64_t sum = 0;
    for (size_t i = first; i < end; i++)
        sum += counts[i];
    return sum;
}

/* How many gave one of the codes that top2 counts. */
static int64_t count_top(const struct code_list *codes, const int64_t *counts) {
    int64_t sum = 0;
    for (size_t i = 0; i < codes->inside; i++)
        if (code_list_is_top(codes, i))
            sum += counts[i];
    return sum;
}

/* Count and share of each code inside the scale; codes outside it are counted among all, and
 * are in no share. */
static void write_codes(const struct figure_writer *writer, const struct question *question,
                        size_t row, const char *item) {
    const struct code_list *codes = question->codes;
    const int64_t *counts = tally_values(writer->tally, writer->tally_level, question, row);
    int64_t base = states_of(writer, question, row)[TALLY_ANSWERED];
    for (size_t i = 0; i < codes->count; i++) {
        struct subject subject = {question->id, item, codes->codes[i].id};
        if (codes->codes[i].outside) {
            figure_total(writer, &subject, STATISTIC_COUNT, counts[i],
                         count_accepted(writer, question, row));
            continue;
        }
        figure_count(writer, &subject, STATISTIC_COUNT, counts[i], base);
        figure_share(writer, &subject, STATISTIC_SHARE,
                     share_of(writer, question, row, counts[i]));
    }
    figure_class(writer, question, item, counts);
}

/* Of a question whose respondents gave one code each, a set's count is the sum of its codes
 * inside the scale. */
static void write_sets(const struct figure_writer *writer, const struct question *question,
                       size_t row, const char *item) {
    const int64_t *counts = tally_values(writer->tally, writer->tally_level, question, row);
    for (size_t i = 0; i < question->set_count; i++) {
        const struct answer_set *set = &question->sets[i];
        int64_t sum = 0;
        for (size_t j = 0; j < set->count; j++)
            if (set->codes[j] < question->codes->inside)
                sum += counts[set->codes[j]];
        struct subject subject = {question->id, item, set->id};
        figure_share(writer, &subject, STATISTIC_SET, share_of(writer, question, row, sum));
    }
}

/* How often each number of a scale was chosen. */
struct numbers {
    struct frequency_table table;
    int64_t counts[2 * QUESTIONNAIRE_MAX_VALUE + 1]; /* of a scale with values */
};

/* The numbers that the codes stand for; table points into the numbers, or into the tally. */
static void take_numbers(const struct figure_writer *writer, const struct question *question,
                         size_t row, struct numbers *numbers) {
    const struct code_list *codes = question->codes;
    const int64_t *counts = tally_values(writer->tally, writer->tally_level, question, row);
    int64_t low = code_list_number(codes, 0), high = code_list_number(codes, codes->inside - 1);
    numbers->table = (struct frequency_table){low, counts, (size_t)(high - low) + 1, 1};
    if (codes->values == NULL)
        return;
    memset(numbers->counts, 0, numbers->table.size * sizeof *numbers->counts);
    for (size_t i = 0; i < codes->inside; i++)
        numbers->counts[codes->values[i] - low] = counts[i];
    numbers->table.counts = numbers->counts;
}

/* The figures that would be in numbers. */
static void write_without_numbers(const struct figure_writer *writer,
                                  const struct subject *subject, int64_t n, bool all) {
    static const enum statistic names[] = {STATISTIC_MEAN, STATISTIC_SD, STATISTIC_MEDIAN,
                                           STATISTIC_Q1, STATISTIC_Q3};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (all || names[i] == STATISTIC_MEDIAN)
            figure_plain(writer, subject, names[i], (struct estimate){.n = n});
}

/* Mean and quartiles of the numbers of a scale; without `all` the median alone. */
static void write_numbers(const struct figure_writer *writer, const struct question *question,
                          size_t row, const struct subject *subject, bool all) {
    struct numbers numbers;
    take_numbers(writer, question, row, &numbers);
    struct moments moments = moments_of(&numbers.table, 1);
    if (!code_list_has_numbers(question->codes)) {
        write_without_numbers(writer, subject, moments.n, all);
        return;
    }
    if (all) {
        figure_mean(writer, subject, STATISTIC_MEAN, &moments);
        figure_sd(writer, subject, &moments);
    }
    figure_quartile(writer, subject, &numbers.table, 2);
    if (all) {
        figure_quartile(writer, subject, &numbers.table, 1);
        figure_quartile(writer, subject, &numbers.table, 3);
    }
}

static void write_top(const struct figure_writer *writer, const struct question *question,
                      size_t row, const struct subject *subject) {
    const int64_t *counts = tally_values(writer->tally, writer->tally_level, question, row);
    int64_t top = count_top(question->codes, counts);
    figure_share(writer, subject, STATISTIC_TOP2, share_of(writer, question, row, top));
}

static void write_bottom(const struct figure_writer *writer, const struct question *question,
                         size_t row, const struct subject *subject) {
    const int64_t *counts = tally_values(writer->tally, writer->tally_level, question, row);
    int64_t bottom = sum_codes(counts, 0, question->codes->bottom_size);
    figure_share(writer, subject, STATISTIC_BOTTOM2, share_of(writer, question, row, bottom));
}

/* A scale with values has all figures of a row of a matrix; another only its median. */
static void write_single(const struct figure_writer *writer, const struct question *question) {
    write_codes(writer, question, 0, NULL);
    write_sets(writer, question, 0, NULL);
    if (question->codes->measure != MEASURE_ORDINAL)
        return;
    struct subject subject = {.question = question->id};
    bool values = question->codes->values != NULL;
    write_numbers(writer, question, 0, &subject, values);
    if (question->codes->inside > 2)
        write_top(writer, question, 0, &subject);
    if (values)
        write_bottom(writer, question, 0, &subject);
}

static void write_multi(const struct figure_writer *writer, const struct question *question) {
    const struct code_list *codes = question->codes;
    const int64_t *counts = tally_values(writer->tally, writer->tally_level, question, 0);
    int64_t base = states_of(writer, question, 0)[TALLY_ANSWERED];
    for (size_t i = 0; i < codes->count; i++) {
        struct subject subject = {.question = question->id, .item = codes->codes[i].id};
        figure_count(writer, &subject, STATISTIC_COUNT, counts[i], base);
        figure_share(writer, &subject, STATISTIC_SHARE,
                     share_of(writer, question, 0, counts[i]));
        figure_class(writer, question, codes->codes[i].id, NULL);
    }
    struct subject whole = {.question = question->id};
    figure_share(
        writer, &whole, STATISTIC_ANY,
        share_of(writer, question, 0, tally_any(writer->tally, writer->tally_level, question)));
}

static void write_scale(const struct figure_writer *writer, const struct question *question,
                        size_t row) {
    struct subject subject = {.question = question->id, .item = question->rows[row].id};
    write_numbers(writer, question, row, &subject, true);
    if (question->codes->inside < 2)
        return;
    write_top(writer, question, row, &subject);
    write_bottom(writer, question, row, &subject);
}

/* Is the order of the rows more than noise? */
static void write_order(const struct figure_writer *writer, const struct question *question) {
    struct subject subject = {.question = question->id};
    struct rank_sums ranks = tally_order(writer->tally, writer->tally_level, question);
    struct concordance concordance = concordance_friedman(&ranks);
    figure_test(writer, &subject, STATISTIC_FRIEDMAN_P, concordance.p, "asymptotic");
    figure_plain(writer, &subject, STATISTIC_KENDALL_W, concordance.w);
}

static void write_matrix(const struct figure_writer *writer, const struct question *question) {
    for (size_t row = 0; row < question->row_count; row++) {
        const char *item = question->rows[row].id;
        write_states(writer, question, row);
        write_codes(writer, question, row, item);
        write_sets(writer, question, row, item);
        if (question->codes->measure == MEASURE_ORDINAL)
            write_scale(writer, question, row);
    }
    if (question->codes->measure == MEASURE_ORDINAL)
        write_order(writer, question);
}

static void write_ranking(const struct figure_writer *writer, const struct question *question) {
    size_t options = question->codes->inside;
    size_t allowed = tally_ranks_allowed(question);
    int64_t base = states_of(writer, question, 0)[TALLY_ANSWERED];
    for (size_t i = 0; i < options; i++) {
        struct subject subject = {.question = question->id,
                                  .item = question->codes->codes[i].id};
        const int64_t *ranks = tally_ranks(writer->tally, writer->tally_level, question, i);
        double doubled =
            (double)tally_rank_sum(writer->tally, writer->tally_level, question, i);
        figure_count(writer, &subject, STATISTIC_COUNT, sum_codes(ranks, 0, options), base);
        figure_share(writer, &subject, STATISTIC_FIRST,
                     share_of(writer, question, 0, ranks[0]));
        figure_share(writer, &subject, STATISTIC_TOP,
                     share_of(writer, question, 0, sum_codes(ranks, 0, allowed)));
        struct estimate mean = {.defined = base > 0, .n = base};
        struct estimate borda = mean;
        if (base > 0) {
            mean.value = doubled / (2 * (double)base);
            borda.value = (double)base * (double)options - doubled / 2;
        }
        figure_plain(writer, &subject, STATISTIC_MEAN_RANK, mean);
        figure_plain(writer, &subject, STATISTIC_BORDA, borda);
        figure_class(writer, question, subject.item, NULL);
    }
}

/* --- numbers, with the histogram and the internal rows that the privacy gate needs --- */

static struct frequency_table table_of(const struct figure_writer *writer, size_t level,
                                       const struct question *question) {
    return (struct frequency_table){question->minimum,
                                    tally_values(writer->tally, level, question, 0),
                                    (size_t)(question->maximum - question->minimum) + 1,
                                    number_power_of_ten(question->decimals)};
}

/* The numbers that were given, upwards, which the caller frees. */
static struct value_count *list_values(const struct frequency_table *table, size_t *count) {
    size_t given = 0;
    for (size_t i = 0; i < table->size; i++)
        given += table->counts[i] > 0 ? 1 : 0;
    struct value_count *values = memory_allocate(given + 1, sizeof *values);
    *count = 0;
    for (size_t i = 0; i < table->size; i++)
        if (table->counts[i] > 0)
            values[(*count)++] =
                (struct value_count){table->first + (int64_t)i, table->counts[i]};
    return values;
}

static void write_class(const struct figure_writer *writer, const struct question *question,
                        const struct frequency_table *table, const struct class_layout *layout,
                        int64_t position) {
    char category[CLASS_EDGES_SIZE];
    struct class_edges edges = class_layout_edges(layout, position);
    int64_t count = 0, greatest = class_layout_greatest(layout, position);
    for (int64_t value = class_layout_least(layout, position); value <= greatest; value++)
        count += table->counts[value - table->first];
    class_edges_format(category, &edges, question->decimals);
    struct subject subject = {.question = question->id, .category = category};
    figure_count(writer, &subject, STATISTIC_COUNT, count, moments_count(table));
}

/* From the first class with answers to the last, as class_layout.h lays them for everyone;
 * groups get the same, so that they can be compared. */
static void write_histogram(const struct figure_writer *writer, const struct question *question,
                            const struct frequency_table *table) {
    struct frequency_table everyone = table_of(writer, 0, question);
    size_t count;
    struct value_count *values = list_values(&everyone, &count);
    struct class_layout layout =
        class_layout_finest(question, values, count, writer->questionnaire->min_cell);
    if (count > 0) {
        int64_t last = class_layout_position(&layout, values[count - 1].value);
        for (int64_t i = class_layout_position(&layout, values[0].value); i <= last; i++)
            write_class(writer, question, table, &layout, i);
    }
    free(values);
}

/* How many gave each number: the privacy gate lays the classes anew, since it must know what
 * other answers would have led to the same ones. */
static void write_values(const struct figure_writer *writer, const struct question *question,
                         const struct frequency_table *table) {
    char category[NUMBER_SIZE];
    for (size_t i = 0; i < table->size; i++) {
        if (table->counts[i] == 0)
            continue;
        number_format_scaled(category, table->first + (int64_t)i, question->decimals);
        struct subject subject = {.question = question->id, .category = category};
        figure_total(writer, &subject, STATISTIC_VALUE, table->counts[i], moments_count(table));
    }
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
static void write_internal(const struct figure_writer *writer, const struct subject *subject,
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
        figure_plain(writer, subject, rows[i].statistic, estimate);
    }
}

static void write_number(const struct figure_writer *writer, const struct question *question) {
    struct frequency_table table = table_of(writer, writer->tally_level, question);
    struct subject subject = {.question = question->id};
    struct moments moments = moments_of(&table, 1);
    figure_mean(writer, &subject, STATISTIC_MEAN, &moments);
    figure_sd(writer, &subject, &moments);
    for (int quartile = 1; quartile <= 3; quartile++)
        figure_quartile(writer, &subject, &table, quartile);
    struct estimate sum = {.defined = moments.n > 0, .value = moments.sum, .n = moments.n};
    figure_plain(writer, &subject, STATISTIC_SUM, sum);
    write_histogram(writer, question, &table);
    write_internal(writer, &subject, &table);
    if (writer->by[0] == '\0')
        write_values(writer, question, &table);
}

/* --- what is made from several questions or rows: scores and gaps --- */

/* A respondent's score is the mean of the rows answered, so there is one table of sums for each
 * number of rows. */
static void write_score(const struct figure_writer *writer, const struct score *score) {
    struct frequency_table tables[QUESTIONNAIRE_MAX_CODES];
    size_t count = 0;
    for (size_t answered = tally_fewest(score); answered <= score->count; answered++) {
        struct frequency_table *table = &tables[count++];
        table->first = (int64_t)answered * code_list_number(score->question->codes, 0);
        table->divisor = (int64_t)answered;
        table->counts =
            tally_score(writer->tally, writer->tally_level, score, answered, &table->size);
    }
    struct moments moments = moments_of(tables, count);
    struct subject subject = {.question = score->id};
    if (code_list_has_numbers(score->question->codes)) {
        figure_mean(writer, &subject, STATISTIC_MEAN, &moments);
        figure_sd(writer, &subject, &moments);
    } else {
        figure_plain(writer, &subject, STATISTIC_MEAN, (struct estimate){.n = moments.n});
        figure_plain(writer, &subject, STATISTIC_SD, (struct estimate){.n = moments.n});
    }
    struct item_sums items = tally_items(writer->tally, writer->tally_level, score);
    figure_interval(writer, &subject, STATISTIC_ALPHA,
                    reliability_alpha(&items, writer->questionnaire->confidence), "feldt");
}

enum { MOST_DIFFERENCES = 4 * QUESTIONNAIRE_MAX_VALUE + 1 };

/* How often each difference importance - satisfaction of their numbers occurs, from the lowest
 * to the highest that there can be. */
static struct frequency_table take_differences(const struct gap *gap, const int64_t *pairs,
                                               int64_t counts[MOST_DIFFERENCES]) {
    const struct code_list *first = gap->importance->codes, *second = gap->satisfaction->codes;
    int64_t low = code_list_number(first, 0) - code_list_number(second, second->inside - 1);
    int64_t high = code_list_number(first, first->inside - 1) - code_list_number(second, 0);
    size_t size = (size_t)(high - low) + 1;
    memset(counts, 0, size * sizeof *counts);
    for (size_t i = 0; i < first->inside; i++)
        for (size_t j = 0; j < second->inside; j++)
            counts[code_list_number(first, i) - code_list_number(second, j) - low] +=
                pairs[i * second->inside + j];
    return (struct frequency_table){low, counts, size, 1};
}

static void write_gap(const struct figure_writer *writer, const struct gap *gap) {
    int64_t counts[MOST_DIFFERENCES];
    bool numbers = code_list_has_numbers(gap->importance->codes) &&
                   code_list_has_numbers(gap->satisfaction->codes);
    for (size_t row = 0; row < gap->importance->row_count; row++) {
        const int64_t *pairs = tally_pairs(writer->tally, writer->tally_level, gap, row);
        struct frequency_table table = take_differences(gap, pairs, counts);
        struct moments moments = moments_of(&table, 1);
        struct subject subject = {.question = gap->id, .item = gap->importance->rows[row].id};
        struct sign_flip flip = sign_flip_test(&table);
        if (numbers) {
            figure_mean(writer, &subject, STATISTIC_GAP, &moments);
            figure_test(writer, &subject, STATISTIC_GAP_P, flip.p,
                        flip.exact ? "exact" : "asymptotic");
        } else {
            figure_plain(writer, &subject, STATISTIC_GAP, (struct estimate){.n = moments.n});
            figure_plain(writer, &subject, STATISTIC_GAP_P, (struct estimate){.n = moments.n});
        }
        struct unmet unmet = unmet_of(writer->tally, writer->tally_level, gap, row);
        figure_share(
            writer, &subject, STATISTIC_UNMET,
            (struct share){unmet.count, unmet.base,
                           tally_both_known(writer->tally, writer->tally_level, gap, row)});
    }
}

/* --- one part for one level of the tally --- */

static void write_nothing(const struct figure_writer *writer, const struct question *question) {
    (void)writer, (void)question;
}

/* What follows the states of a question. A matrix writes its states row by row itself. */
static const struct {
    bool has_states;
    void (*write)(const struct figure_writer *writer, const struct question *question);
} types[QUESTION_TYPES] = {
    [QUESTION_SINGLE] = {true, write_single},    [QUESTION_MULTI] = {true, write_multi},
    [QUESTION_MATRIX] = {false, write_matrix},   [QUESTION_RANKING] = {true, write_ranking},
    [QUESTION_NUMBER] = {true, write_number},    [QUESTION_TEXT] = {true, write_nothing},
    [QUESTION_CONTACT] = {false, write_nothing},
};

/* All rows of a part for one level of the tally. */
static void write_level(const struct figure_writer *writer, const struct row_block *block) {
    if (block->score != NULL)
        write_score(writer, block->score);
    if (block->gap != NULL)
        write_gap(writer, block->gap);
    if (block->question == NULL)
        return;
    if (types[block->question->type].has_states)
        write_states(writer, block->question, 0);
    types[block->question->type].write(writer, block->question);
}

/* --- of how many people figures are --- */

/* What a part is made of, with NULLs behind. */
static void find_sources(const struct row_block *block, const struct question *sources[2]) {
    sources[0] = block->question;
    sources[1] = NULL;
    if (block->score != NULL)
        sources[0] = block->score->question;
    if (block->gap != NULL) {
        sources[0] = block->gap->importance;
        sources[1] = block->gap->satisfaction;
    }
}

/* How many of those invited a filter question would have been put to nobody knows. */
static bool has_population(const struct row_block *block) {
    const struct question *sources[2];
    find_sources(block, sources);
    for (size_t i = 0; i < 2; i++)
        if (sources[i] != NULL && sources[i]->asked_if.question != NULL)
            return false;
    return true;
}

static bool condition_names(const struct condition *condition, size_t code) {
    for (size_t i = 0; i < condition->count; i++)
        if (condition->codes[i] == code)
            return true;
    return false;
}

/* True where all that the part is made of was put to everybody of that level. */
static bool is_asked_of_level(const struct row_block *block, const struct grouping *grouping,
                              size_t code) {
    const struct question *sources[2];
    find_sources(block, sources);
    for (size_t i = 0; i < 2; i++)
        if (sources[i] != NULL && sources[i]->asked_if.question != NULL &&
            (sources[i]->asked_if.question != grouping->question ||
             !condition_names(&sources[i]->asked_if, code)))
            return false;
    return true;
}

/* --- by group: all figures again for each level, counts and shares for each coarse one --- */

/* All rows of a part for each level of a grouping, then for each coarse one. */
static void write_levels(const struct figure_writer *everyone, const struct row_block *block,
                         size_t number) {
    const struct grouping *grouping = &everyone->questionnaire->groupings[number];
    const struct code_list *codes = grouping->question->codes;
    char coarse[RESULTS_BY_SIZE];
    struct figure_writer writer = *everyone;
    bool all = has_population(block);
    writer.by = grouping->question->id;
    for (size_t i = 0; i < codes->inside; i++) {
        writer.population = all || is_asked_of_level(block, grouping, i)
                                ? response_population(everyone, grouping, i)
                                : 0;
        writer.tally_level = tally_level(writer.tally, number, i);
        writer.level = codes->codes[i].id;
        write_level(&writer, block);
    }
    writer.by = results_by(coarse, grouping->question->id, true);
    writer.counts_only = true;
    for (size_t i = 0; i < grouping->coarse_count; i++) {
        writer.population = all ? response_coarse_population(everyone, grouping, i) : 0;
        writer.tally_level = tally_coarse_level(writer.tally, number, i);
        writer.level = grouping->coarse[i].id;
        write_level(&writer, block);
    }
}

/* --- tests across the levels of a grouping --- */

/* The test of the class of an item, by the codes of the grouping or its coarser levels; nothing
 * where it is not in the family. */
static void write_test(const struct figure_writer *across, const struct subject *subject,
                       const struct group_test *test) {
    static const char *const methods[] = {"exact", "montecarlo", "asymptotic"};
    if (test == NULL)
        return;
    const struct permutation *found = &test->permutation;
    const char *method = methods[found->method];
    struct estimate adjusted = {
        .defined = found->defined, .value = test->adjusted, .n = found->n};
    struct estimate verdict = adjusted;
    verdict.value = adjusted.defined && adjustment_is_significant(test->adjusted);
    figure_test(across, subject, STATISTIC_EXACT_P,
                (struct estimate){found->defined, found->p, found->has_range, found->low,
                                  found->high, found->n},
                method);
    figure_test(across, subject, STATISTIC_P_ADJUSTED, adjusted, method);
    figure_plain(across, subject, STATISTIC_VERDICT, verdict);
}

/* How all answers differ between the groups: no test of what is shown, so its p stays
 * asymptotic, and is for the files of the organisers alone. */
static void write_comparison(const struct figure_writer *across, const struct subject *subject,
                             const struct contingency *table, bool ordered, bool two_groups) {
    struct comparison found =
        ordered ? comparison_kruskal(table) : comparison_chi_square(table);
    struct estimate estimate = {.defined = found.defined, .n = found.n};
    estimate.value = found.statistic;
    figure_plain(across, subject, ordered ? STATISTIC_KRUSKAL_H : STATISTIC_CHI2, estimate);
    estimate.value = (double)found.degrees;
    figure_plain(across, subject, ordered ? STATISTIC_KRUSKAL_DF : STATISTIC_CHI2_DF, estimate);
    estimate.value = found.p;
    figure_test(across, subject, ordered ? STATISTIC_KRUSKAL_P : STATISTIC_CHI2_P, estimate,
                "asymptotic");
    estimate.value = found.effect;
    figure_plain(across, subject, ordered ? STATISTIC_EPSILON2 : STATISTIC_CRAMERS_V, estimate);
    if (ordered && (two_groups || table->columns == 2))
        figure_plain(across, subject, STATISTIC_CLIFFS_DELTA, comparison_cliff(table));
}

static const int64_t *counts_of(const struct figure_writer *writer,
                                const struct question *question, size_t item, size_t grouping,
                                size_t level, int64_t pair[2]) {
    return battery_counts(writer->tally, tally_level(writer->tally, grouping, level), question,
                          item, pair);
}

/* Of an option only the residual of its being chosen: the other is its negative. */
static void write_residuals(const struct figure_writer *across, const struct question *question,
                            size_t item, size_t grouping) {
    const struct code_list *groups = across->questionnaire->groupings[grouping].question->codes;
    size_t answers = battery_answers(question);
    int64_t rows[QUESTIONNAIRE_MAX_CODES] = {0}, columns[QUESTIONNAIRE_MAX_CODES] = {0};
    int64_t pair[2], n = 0;
    for (size_t level = 0; level < groups->inside; level++) {
        const int64_t *counts = counts_of(across, question, item, grouping, level, pair);
        for (size_t answer = 0; answer < answers; answer++) {
            rows[answer] += counts[answer];
            columns[level] += counts[answer];
            n += counts[answer];
        }
    }
    bool is_option = question_has_options(question);
    struct figure_writer writer = *across;
    for (size_t level = 0; level < groups->inside; level++) {
        const int64_t *counts = counts_of(across, question, item, grouping, level, pair);
        writer.level = groups->codes[level].id;
        for (size_t answer = 0; answer < (is_option ? 1 : answers); answer++) {
            struct subject subject = {question->id, battery_item(question, item),
                                      is_option ? "" : question->codes->codes[answer].id};
            figure_plain(&writer, &subject, STATISTIC_RESIDUAL,
                         contingency_residual(counts[answer], rows[answer], columns[level], n));
        }
    }
}

static struct contingency *table_of_item(const struct figure_writer *across,
                                         const struct question *question, size_t item,
                                         size_t grouping) {
    const int64_t *groups[QUESTIONNAIRE_MAX_CODES];
    int64_t pairs[QUESTIONNAIRE_MAX_CODES][2];
    size_t levels = across->questionnaire->groupings[grouping].question->codes->inside;
    for (size_t level = 0; level < levels; level++)
        groups[level] = counts_of(across, question, item, grouping, level, pairs[level]);
    return contingency_new(groups, levels, battery_answers(question));
}

/* An item across the levels of a grouping: all answers, with their residuals, and the class. */
static void write_item(const struct figure_writer *everyone, const struct battery *battery,
                       const struct question *question, size_t item, size_t grouping) {
    struct figure_writer across = *everyone;
    const struct question *groups = everyone->questionnaire->groupings[grouping].question;
    char coarse[RESULTS_BY_SIZE];
    bool ordered = battery_is_ordered(question);
    struct subject subject = {.question = question->id, .item = battery_item(question, item)};
    struct contingency *table = table_of_item(everyone, question, item, grouping);
    across.by = groups->id;
    across.population = 0;
    write_comparison(&across, &subject, table, ordered, groups->codes->inside == 2);
    contingency_free(table);
    if (!ordered)
        write_residuals(&across, question, item, grouping);
    write_test(&across, &subject, battery_test(battery, question, item, grouping, false));
    across.by = results_by(coarse, groups->id, true);
    write_test(&across, &subject, battery_test(battery, question, item, grouping, true));
}

static void write_tests(const struct figure_writer *everyone, const struct battery *battery,
                        const struct question *question, size_t grouping) {
    for (size_t item = 0; item < battery_items(question); item++)
        write_item(everyone, battery, question, item, grouping);
}

/* --- all rows --- */

/* The question that decides whether the part is counted, and by group. */
static const struct question *source_of(const struct row_block *block) {
    return block->gap != NULL     ? block->gap->importance
           : block->score != NULL ? block->score->question
                                  : block->question;
}

/* A question is not broken down by itself, nor is what is apart. */
static void write_part(const struct figure_writer *everyone, const struct battery *battery,
                       const struct row_block *block) {
    const struct questionnaire *questionnaire = everyone->questionnaire;
    struct figure_writer whole = *everyone;
    if (!tally_knows(everyone->tally, source_of(block)))
        return;
    if (!has_population(block))
        whole.population =
            block->question != NULL ? response_asked_population(everyone, block->question) : 0;
    write_level(&whole, block);
    if (block->question != NULL)
        lead_write_question(&whole, block->question);
    if (block->gap != NULL)
        lead_write_gap(&whole, block->gap);
    if (question_is_apart(source_of(block)))
        return;
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        if (questionnaire->groupings[i].question == block->question)
            continue;
        write_levels(everyone, block, i);
        if (block->question != NULL)
            write_tests(everyone, battery, block->question, i);
    }
}

static void write_parts(const struct figure_writer *everyone, const struct battery *battery) {
    const struct questionnaire *questionnaire = everyone->questionnaire;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        write_part(everyone, battery,
                   &(struct row_block){.question = &questionnaire->questions[i]});
    for (size_t i = 0; i < questionnaire->score_count; i++)
        write_part(everyone, battery, &(struct row_block){.score = &questionnaire->scores[i]});
    for (size_t i = 0; i < questionnaire->gap_count; i++)
        write_part(everyone, battery, &(struct row_block){.gap = &questionnaire->gaps[i]});
}

void rows_write(FILE *stream, const struct questionnaire *questionnaire,
                const struct tally *tally, struct diag *diag) {
    int64_t accepted = tally_records(tally, STATUS_ACCEPTED);
    struct figure_writer writer = {
        .stream = stream,
        .questionnaire = questionnaire,
        .tally = tally,
        .by = "",
        .level = "",
        .population = accepted <= questionnaire->invited ? questionnaire->invited : 0};
    for (size_t i = 0; i < QUESTION_TYPES; i++)
        assert(types[i].write != NULL); /* no type without a row */
    struct battery *battery = battery_new(questionnaire, tally);
    results_write_header(stream);
    write_accounting(&writer, diag);
    if (questionnaire->grouping_count > 0)
        figure_total(&writer, &(struct subject){0}, STATISTIC_TESTS, battery_count(battery),
                     battery_count(battery));
    write_parts(&writer, battery);
    battery_free(battery);
}
