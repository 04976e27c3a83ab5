/* Rows by group: all figures again for each level, counts and shares for each coarse level, and
 * the tests across the levels. */
#include "stats/battery.h"
#include "stats/rows.h"

static const double significant = 0.05; /* p_adjusted below this is a verdict */

static void write_test_end(const struct sheet *sheet, const struct subject *subject,
                           const struct group_test *test, const char *method) {
    struct estimate adjusted = {.defined = test->permutation.defined,
                                .value = test->adjusted,
                                .n = test->permutation.n};
    struct estimate verdict = adjusted;
    verdict.value = adjusted.defined && test->adjusted < significant;
    figure_test(sheet, subject, STATISTIC_P_ADJUSTED, adjusted, method);
    figure_plain(sheet, subject, STATISTIC_VERDICT, verdict);
}

static void write_test(const struct sheet *sheet, const struct subject *subject,
                       const struct group_test *test) {
    static const char *const methods[] = {"exact", "montecarlo", "asymptotic"};
    const struct comparison *found = &test->comparison;
    const struct permutation *permutation = &test->permutation;
    const char *method = methods[permutation->method];
    struct estimate estimate = {.defined = found->defined, .n = found->n};
    estimate.value = found->statistic;
    figure_plain(sheet, subject, test->ordered ? STATISTIC_KRUSKAL_H : STATISTIC_CHI2,
                 estimate);
    estimate.value = (double)found->degrees;
    figure_plain(sheet, subject, test->ordered ? STATISTIC_KRUSKAL_DF : STATISTIC_CHI2_DF,
                 estimate);
    estimate.value = found->p;
    figure_test(sheet, subject, test->ordered ? STATISTIC_KRUSKAL_P : STATISTIC_CHI2_P,
                estimate, "asymptotic");
    figure_test(sheet, subject, STATISTIC_EXACT_P,
                (struct estimate){permutation->defined, permutation->p, permutation->has_range,
                                  permutation->low, permutation->high, permutation->n},
                method);
    estimate.value = found->effect;
    figure_plain(sheet, subject, test->ordered ? STATISTIC_EPSILON2 : STATISTIC_CRAMERS_V,
                 estimate);
    if (test->has_cliff)
        figure_plain(sheet, subject, STATISTIC_CLIFFS_DELTA, test->cliff);
    write_test_end(sheet, subject, test, method);
}

static const int64_t *counts_of(const struct sheet *sheet, const struct question *question,
                                size_t item, size_t grouping, size_t level, int64_t pair[2]) {
    return battery_counts(sheet->tally, tally_level(sheet->tally, grouping, level), question,
                          item, pair);
}

/* Of an option only the residual of its being chosen: the other is its negative. */
static void write_residuals(const struct sheet *across, const struct question *question,
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
    bool is_option = question->type == QUESTION_MULTI || question->type == QUESTION_RANKING;
    struct sheet sheet = *across;
    for (size_t level = 0; level < groups->inside; level++) {
        const int64_t *counts = counts_of(across, question, item, grouping, level, pair);
        sheet.level = groups->codes[level].id;
        for (size_t answer = 0; answer < (is_option ? 1 : answers); answer++) {
            struct subject subject = {question->id, battery_item(question, item),
                                      is_option ? "" : question->codes->codes[answer].id};
            figure_plain(&sheet, &subject, STATISTIC_RESIDUAL,
                         contingency_residual(counts[answer], rows[answer], columns[level], n));
        }
    }
}

void rows_tests(const struct sheet *everyone, const struct battery *battery,
                const struct question *question, size_t grouping) {
    struct sheet across = *everyone;
    across.by = everyone->questionnaire->groupings[grouping].question->id;
    across.population = 0;
    for (size_t item = 0; item < battery_items(question); item++) {
        struct subject subject = {.question = question->id,
                                  .item = battery_item(question, item)};
        const struct group_test *test = battery_test(battery, question, item, grouping);
        write_test(&across, &subject, test);
        if (!test->ordered)
            write_residuals(&across, question, item, grouping);
    }
}

void rows_levels(const struct sheet *everyone, const struct part *part, size_t number) {
    const struct grouping *grouping = &everyone->questionnaire->groupings[number];
    const struct code_list *codes = grouping->question->codes;
    char coarse[64];
    struct sheet sheet = *everyone;
    sheet.population = 0; /* how many of a group were invited nobody knows */
    sheet.by = grouping->question->id;
    for (size_t i = 0; i < codes->inside; i++) {
        sheet.tally_level = tally_level(sheet.tally, number, i);
        sheet.level = codes->codes[i].id;
        rows_part(&sheet, part);
    }
    snprintf(coarse, sizeof coarse, "%s.coarse", grouping->question->id);
    sheet.by = coarse;
    sheet.counts_only = true;
    for (size_t i = 0; i < grouping->coarse_count; i++) {
        sheet.tally_level = tally_coarse_level(sheet.tally, number, i);
        sheet.level = grouping->coarse[i].id;
        rows_part(&sheet, part);
    }
}
