/* Pictures of single choice, multiple choice and rankings. */

#include "charts/plan_parts.h"
#include "charts/plan_words.h"
#include "wording/missing.h"
#include "wording/sentence.h"

/* Marks the rows that the title names. */
static void mark_leaders(const struct teller *teller, const struct question *question,
                         const struct items *items, struct chart_row *rows) {
    for (size_t i = 0; i < items->count; i++)
        rows[i].leads = items->item[i].figure.count > 0 &&
                        sentence_names(teller, question, items->item[i].id);
}

/* Intervals of the items' shares. True where there is one. */
static bool set_intervals(const struct teller *teller, const struct question *question,
                          const struct items *items, struct chart_row *rows) {
    bool any = false;
    for (size_t i = 0; i < items->count; i++) {
        struct item_key key = items_key(question, items->item[i].id);
        const struct result *result = results_find(teller->results, items->question, key.item,
                                                   key.category, items->statistic);
        if (result == NULL || !result->has_low || !result->has_high)
            continue;
        rows[i].has_interval = true;
        rows[i].low = result->low;
        rows[i].high = result->high;
        any = true;
    }
    return any;
}

static bool plan_bars(const struct teller *teller, const struct question *question,
                      const struct items *items, struct chart *chart) {
    struct chart_row *rows = plan_rows(teller, items, chart);
    chart->kind = CHART_BARS;
    mark_leaders(teller, question, items, rows);
    if (set_intervals(teller, question, items, rows))
        plan_note(teller, chart, words_interval(teller));
    plan_note(teller, chart, missing_sentence(teller, question, true, NULL));
    plan_note_items(teller, chart, items);
    return items->count > 0;
}

bool plan_single(const struct teller *teller, const struct question *question,
                 struct chart *chart) {
    struct items items = items_of_answers(teller, question);
    if (question->codes->measure == MEASURE_NOMINAL && items.merged == NULL)
        items_sort(&items);
    return plan_bars(teller, question, &items, chart);
}

bool plan_multi(const struct teller *teller, const struct question *question,
                struct chart *chart) {
    struct items items = items_of_options(teller, question, STATISTIC_SHARE);
    items_sort(&items);
    if (question->max_choices == 0)
        plan_note(teller, chart, sentence_ticks(teller, question));
    return plan_bars(teller, question, &items, chart);
}

/* How many of each item's count came first; false where that is not known of all. */
static bool set_parts(const struct teller *teller, const struct items *items,
                      struct chart_row *rows) {
    for (size_t i = 0; i < items->count; i++) {
        struct figure first = figure_share(teller->results, items->question, items->item[i].id,
                                           "", STATISTIC_FIRST);
        if (first.state != FIGURE_SHOWN || first.count > items->item[i].figure.count)
            return false;
        rows[i].part = first.count;
    }
    return true;
}

/* Where only one place is allowed or all are, first places are what distinguishes options. */
static bool plan_first(const struct teller *teller, const struct question *question,
                       struct chart *chart) {
    struct items items = items_of_options(teller, question, STATISTIC_FIRST);
    const char *heads[2];
    items_sort(&items);
    words_places(teller, question, heads);
    chart->heads[0] = heads[0];
    return plan_bars(teller, question, &items, chart);
}

bool plan_ranking(const struct teller *teller, const struct question *question,
                  struct chart *chart) {
    if (items_statistic(question) == STATISTIC_FIRST)
        return plan_first(teller, question, chart);
    struct items items = items_of_options(teller, question, STATISTIC_TOP);
    items_sort(&items);
    struct chart_row *rows = plan_rows(teller, &items, chart);
    chart->kind = CHART_RANKING;
    if (set_parts(teller, &items, rows))
        words_places(teller, question, chart->heads);
    else
        chart->kind = CHART_BARS;
    plan_note(teller, chart, missing_sentence(teller, question, true, NULL));
    plan_note_items(teller, chart, &items);
    return items.count > 0;
}
