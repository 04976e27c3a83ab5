/* Rows of what is made from several questions or rows: scores and gaps. */
#include "stats/rows.h"

#include "inference/moments.h"
#include "inference/sign_flip.h"
#include "stats/layout.h"

/* A respondent's score is the mean of the rows answered, so there is one table of sums for each
 * number of rows. */
void rows_score(const struct sheet *sheet, const struct score *score) {
    struct frequency_table tables[QUESTIONNAIRE_MAX_CODES];
    size_t count = 0;
    for (size_t answered = layout_fewest(score); answered <= score->count; answered++) {
        struct frequency_table *table = &tables[count++];
        table->first = table->divisor = (int64_t)answered;
        table->counts =
            tally_score(sheet->tally, sheet->tally_level, score, answered, &table->size);
    }
    struct moments moments = moments_of(tables, count);
    struct subject subject = {.question = score->id};
    if (code_list_has_places(score->question->codes)) {
        figure_mean(sheet, &subject, STATISTIC_MEAN, &moments);
        figure_sd(sheet, &subject, &moments);
    } else {
        figure_plain(sheet, &subject, STATISTIC_MEAN, (struct estimate){.n = moments.n});
        figure_plain(sheet, &subject, STATISTIC_SD, (struct estimate){.n = moments.n});
    }
    struct item_sums items = tally_items(sheet->tally, sheet->tally_level, score);
    figure_interval(sheet, &subject, STATISTIC_ALPHA,
                    reliability_alpha(&items, sheet->questionnaire->confidence), "feldt");
}

/* How often each difference importance - satisfaction occurs, from 1 - satisfactions to
 * importances - 1. */
static size_t count_differences(const struct gap *gap, const int64_t *pairs,
                                int64_t counts[2 * QUESTIONNAIRE_MAX_CODES]) {
    size_t importances = gap->importance->codes->inside;
    size_t satisfactions = gap->satisfaction->codes->inside;
    size_t size = importances + satisfactions - 1;
    for (size_t i = 0; i < size; i++)
        counts[i] = 0;
    for (size_t i = 0; i < importances; i++)
        for (size_t j = 0; j < satisfactions; j++)
            counts[satisfactions - 1 + i - j] += pairs[i * satisfactions + j];
    return size;
}

/* Important is one of the two highest codes; satisfied likewise. Who gets nothing of it is not
 * satisfied with it. */
static int64_t count_unmet(const struct gap *gap, const int64_t *pairs,
                           const int64_t *without) {
    size_t importances = gap->importance->codes->inside;
    size_t satisfactions = gap->satisfaction->codes->inside;
    int64_t unmet = 0;
    for (size_t i = 0; i < importances; i++)
        for (size_t j = 0; j < satisfactions; j++)
            if (i + 2 >= importances && j + 2 < satisfactions)
                unmet += pairs[i * satisfactions + j];
    for (size_t i = importances > 2 ? importances - 2 : 0; i < importances; i++)
        unmet += without[i];
    return unmet;
}

static int64_t count_without(const struct gap *gap, const int64_t *without) {
    int64_t sum = 0;
    for (size_t i = 0; i < gap->importance->codes->inside; i++)
        sum += without[i];
    return sum;
}

void rows_gap(const struct sheet *sheet, const struct gap *gap) {
    int64_t counts[2 * QUESTIONNAIRE_MAX_CODES];
    bool places = code_list_has_places(gap->importance->codes) &&
                  code_list_has_places(gap->satisfaction->codes);
    for (size_t row = 0; row < gap->importance->row_count; row++) {
        const int64_t *pairs = tally_pairs(sheet->tally, sheet->tally_level, gap, row);
        const int64_t *without = tally_unmet_codes(sheet->tally, sheet->tally_level, gap, row);
        struct frequency_table table = {1 - (int64_t)gap->satisfaction->codes->inside, counts,
                                        0, 1};
        table.size = count_differences(gap, pairs, counts);
        struct moments moments = moments_of(&table, 1);
        struct subject subject = {.question = gap->id, .item = gap->importance->rows[row].id};
        struct sign_flip flip = sign_flip_test(&table);
        if (places) {
            figure_mean(sheet, &subject, STATISTIC_GAP, &moments);
            figure_test(sheet, &subject, STATISTIC_GAP_P, flip.p,
                        flip.exact ? "exact" : "asymptotic");
        } else {
            figure_plain(sheet, &subject, STATISTIC_GAP, (struct estimate){.n = moments.n});
            figure_plain(sheet, &subject, STATISTIC_GAP_P, (struct estimate){.n = moments.n});
        }
        figure_share(sheet, &subject, STATISTIC_UNMET, count_unmet(gap, pairs, without),
                     moments.n + count_without(gap, without));
    }
}
