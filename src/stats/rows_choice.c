/* Rows of the questions that offer codes: single, multi, matrix, ranking. */

#include "stats/layout.h"
#include "stats/rows.h"

static const int64_t *states_of(const struct sheet *sheet, const struct question *question,
                                size_t row) {
    return tally_states(sheet->tally, sheet->tally_level, question, row);
}

static int64_t accepted(const struct sheet *sheet, const struct question *question,
                        size_t row) {
    const int64_t *states = states_of(sheet, question, row);
    int64_t all = 0;
    for (size_t i = 0; i < TALLY_STATES; i++)
        all += states[i];
    return all;
}

static int64_t sum_codes(const int64_t *counts, size_t first, size_t end) {
    int64_t sum = 0;
    for (size_t i = first; i < end; i++)
        sum += counts[i];
    return sum;
}

/* Count and share of each code inside the scale; codes outside it are counted among all, and
 * are in no share. */
static void write_codes(const struct sheet *sheet, const struct question *question, size_t row,
                        const char *item) {
    const struct code_list *codes = question->codes;
    const int64_t *counts = tally_values(sheet->tally, sheet->tally_level, question, row);
    int64_t base = states_of(sheet, question, row)[TALLY_ANSWERED];
    for (size_t i = 0; i < codes->count; i++) {
        struct subject subject = {question->id, item, codes->codes[i].id};
        if (codes->codes[i].outside) {
            figure_total(sheet, &subject, STATISTIC_COUNT, counts[i],
                         accepted(sheet, question, row));
            continue;
        }
        figure_count(sheet, &subject, STATISTIC_COUNT, counts[i], base);
        figure_share(sheet, &subject, STATISTIC_SHARE, counts[i], base);
    }
    figure_class(sheet, question, item, counts);
}

/* Of a question whose respondents gave one code each, a set's count is the sum of its codes
 * inside the scale. */
static void write_sets(const struct sheet *sheet, const struct question *question, size_t row,
                       const char *item) {
    const int64_t *counts = tally_values(sheet->tally, sheet->tally_level, question, row);
    for (size_t i = 0; i < question->set_count; i++) {
        const struct answer_set *set = &question->sets[i];
        int64_t sum = 0;
        for (size_t j = 0; j < set->count; j++)
            if (set->codes[j] < question->codes->inside)
                sum += counts[set->codes[j]];
        struct subject subject = {question->id, item, set->id};
        figure_share(sheet, &subject, STATISTIC_SET, sum,
                     states_of(sheet, question, row)[TALLY_ANSWERED]);
    }
}

/* Code positions 1 to k as numbers. */
static struct frequency_table positions(const struct sheet *sheet,
                                        const struct question *question, size_t row) {
    return (struct frequency_table){
        1, tally_values(sheet->tally, sheet->tally_level, question, row),
        question->codes->inside, 1};
}

/* The figures that would be in places. */
static void write_without_places(const struct sheet *sheet, const struct subject *subject,
                                 int64_t n, bool single) {
    static const enum statistic names[] = {STATISTIC_MEAN, STATISTIC_SD, STATISTIC_MEDIAN,
                                           STATISTIC_Q1, STATISTIC_Q3};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!single || names[i] == STATISTIC_MEDIAN)
            figure_plain(sheet, subject, names[i], (struct estimate){.n = n});
}

/* Mean and quartiles of the places 1 to k. */
static void write_places(const struct sheet *sheet, const struct subject *subject,
                         const struct frequency_table *table, const struct moments *moments) {
    figure_mean(sheet, subject, STATISTIC_MEAN, moments);
    figure_sd(sheet, subject, moments);
    figure_quartile(sheet, subject, table, 2);
    figure_quartile(sheet, subject, table, 1);
    figure_quartile(sheet, subject, table, 3);
}

void rows_single(const struct sheet *sheet, const struct question *question) {
    write_codes(sheet, question, 0, NULL);
    write_sets(sheet, question, 0, NULL);
    if (question->codes->measure != MEASURE_ORDINAL)
        return;
    struct frequency_table table = positions(sheet, question, 0);
    struct subject subject = {.question = question->id};
    if (code_list_has_places(question->codes))
        figure_quartile(sheet, &subject, &table, 2);
    else
        write_without_places(sheet, &subject, moments_count(&table), true);
    size_t codes = question->codes->inside;
    if (codes > 2)
        figure_share(sheet, &subject, STATISTIC_TOP2, sum_codes(table.counts, codes - 2, codes),
                     states_of(sheet, question, 0)[TALLY_ANSWERED]);
}

void rows_multi(const struct sheet *sheet, const struct question *question) {
    const struct code_list *codes = question->codes;
    const int64_t *counts = tally_values(sheet->tally, sheet->tally_level, question, 0);
    int64_t base = states_of(sheet, question, 0)[TALLY_ANSWERED];
    for (size_t i = 0; i < codes->count; i++) {
        struct subject subject = {.question = question->id, .item = codes->codes[i].id};
        figure_count(sheet, &subject, STATISTIC_COUNT, counts[i], base);
        figure_share(sheet, &subject, STATISTIC_SHARE, counts[i], base);
        figure_class(sheet, question, codes->codes[i].id, NULL);
    }
    struct subject whole = {.question = question->id};
    figure_share(sheet, &whole, STATISTIC_ANY,
                 tally_any(sheet->tally, sheet->tally_level, question), base);
}

static void write_scale(const struct sheet *sheet, const struct question *question,
                        size_t row) {
    struct subject subject = {.question = question->id, .item = question->rows[row].id};
    struct frequency_table table = positions(sheet, question, row);
    struct moments moments = moments_of(&table, 1);
    if (code_list_has_places(question->codes))
        write_places(sheet, &subject, &table, &moments);
    else
        write_without_places(sheet, &subject, moments.n, false);
    size_t codes = question->codes->inside;
    if (codes < 2)
        return;
    figure_share(sheet, &subject, STATISTIC_TOP2, sum_codes(table.counts, codes - 2, codes),
                 moments.n);
    figure_share(sheet, &subject, STATISTIC_BOTTOM2, sum_codes(table.counts, 0, 2), moments.n);
}

/* Is the order of the rows more than noise? */
static void write_order(const struct sheet *sheet, const struct question *question) {
    struct subject subject = {.question = question->id};
    struct rank_sums ranks = tally_order(sheet->tally, sheet->tally_level, question);
    struct concordance concordance = concordance_friedman(&ranks);
    figure_test(sheet, &subject, STATISTIC_FRIEDMAN_P, concordance.p, "asymptotic");
    figure_plain(sheet, &subject, STATISTIC_KENDALL_W, concordance.w);
}

void rows_matrix(const struct sheet *sheet, const struct question *question) {
    for (size_t row = 0; row < question->row_count; row++) {
        const char *item = question->rows[row].id;
        rows_states(sheet, question, row);
        write_codes(sheet, question, row, item);
        write_sets(sheet, question, row, item);
        if (question->codes->measure == MEASURE_ORDINAL)
            write_scale(sheet, question, row);
    }
    if (question->codes->measure == MEASURE_ORDINAL)
        write_order(sheet, question);
}

void rows_ranking(const struct sheet *sheet, const struct question *question) {
    size_t options = question->codes->inside;
    size_t allowed = layout_ranks_allowed(question);
    int64_t base = states_of(sheet, question, 0)[TALLY_ANSWERED];
    for (size_t i = 0; i < options; i++) {
        struct subject subject = {.question = question->id,
                                  .item = question->codes->codes[i].id};
        const int64_t *ranks = tally_ranks(sheet->tally, sheet->tally_level, question, i);
        double doubled = (double)tally_rank_sum(sheet->tally, sheet->tally_level, question, i);
        figure_count(sheet, &subject, STATISTIC_COUNT, sum_codes(ranks, 0, options), base);
        figure_share(sheet, &subject, STATISTIC_FIRST, ranks[0], base);
        figure_share(sheet, &subject, STATISTIC_TOP, sum_codes(ranks, 0, allowed), base);
        struct estimate mean = {.defined = base > 0, .n = base};
        struct estimate borda = mean;
        if (base > 0) {
            mean.value = doubled / (2 * (double)base);
            borda.value = (double)base * (double)options - doubled / 2;
        }
        figure_plain(sheet, &subject, STATISTIC_MEAN_RANK, mean);
        figure_plain(sheet, &subject, STATISTIC_BORDA, borda);
        figure_class(sheet, question, subject.item, NULL);
    }
}
