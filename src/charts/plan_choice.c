#include "charts/plan_choice.h"

#include <string.h>

#include "charts/plan_words.h"
#include "findings/sides.h"
#include "wording/missing.h"
#include "wording/statement_list.h"
#include "wording/terms.h"

/* --- bars --- */

/* Marks the rows that the title names. */
static void mark_leaders(const struct teller *teller, const struct question *question,
                         const struct items *items, struct chart_row *rows) {
    for (size_t i = 0; i < items->count; i++)
        rows[i].leads = items->item[i].figure.count > 0 &&
                        statement_names(teller, question, items->item[i].id);
}

static void add_notes(const struct teller *teller, const struct question *question,
                      const struct items *items, struct chart *chart) {
    plan_note(teller, chart, missing_sentence(teller, question, true, NULL));
    plan_note_items(teller, chart, items);
}

static bool plan_bars(const struct teller *teller, const struct question *question,
                      const struct items *items, struct chart *chart) {
    struct chart_row *rows = plan_rows(teller, question, items, false, chart);
    chart->kind = CHART_BARS;
    mark_leaders(teller, question, items, rows);
    add_notes(teller, question, items, chart);
    return items->count > 0;
}

bool plan_multi(const struct teller *teller, const struct question *question,
                struct chart *chart) {
    struct items items = items_of_options(&teller->facts, question, STATISTIC_SHARE);
    items_sort(&items);
    if (question->max_choices == 0)
        plan_note(teller, chart, statement_ticks(teller, question));
    return plan_bars(teller, question, &items, chart);
}

/* --- rankings --- */

/* How many of each item's count came first; false where that is not known of all. */
static bool set_parts(const struct teller *teller, const struct items *items,
                      struct chart_row *rows) {
    for (size_t i = 0; i < items->count; i++) {
        struct figure first = figure_share(teller->facts.results, items->question,
                                           items->item[i].id, "", STATISTIC_FIRST);
        if (first.state != FIGURE_SHOWN || first.count > items->item[i].figure.count)
            return false;
        rows[i].part = first.count;
    }
    return true;
}

static bool plan_first(const struct teller *teller, const struct question *question,
                       struct chart *chart) {
    struct items items = items_of_options(&teller->facts, question, STATISTIC_FIRST);
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
    struct items items = items_of_options(&teller->facts, question, STATISTIC_TOP);
    items_sort(&items);
    struct chart_row *rows = plan_rows(teller, question, &items, false, chart);
    chart->kind = CHART_RANKING;
    if (set_parts(teller, &items, rows))
        words_places(teller, question, chart->heads);
    else
        chart->kind = CHART_BARS;
    add_notes(teller, question, &items, chart);
    return items.count > 0;
}

/* --- numbers that were ticked: columns --- */

enum { RATING_FEWEST = 6, RATING_MOST_COLUMNS = 21 };

/* The least distance of two numbers of the scale. */
static int64_t step_of(const struct code_list *codes) {
    int64_t step = codes->values[1] - codes->values[0];
    for (size_t i = 1; i + 1 < codes->inside; i++)
        if (codes->values[i + 1] - codes->values[i] < step)
            step = codes->values[i + 1] - codes->values[i];
    return step;
}

static bool is_rating(const struct code_list *codes) {
    return codes->values != NULL && codes->inside >= RATING_FEWEST &&
           (codes->values[codes->inside - 1] - codes->values[0]) / step_of(codes) <
               RATING_MOST_COLUMNS;
}

/* A label that says more than its number stands at the end of the axis. */
static const char *words_beyond(const struct teller *teller, const struct code_list *codes,
                                size_t code) {
    const char *label = teller_code_label(teller, &codes->codes[code].label);
    return strcmp(label, teller_whole(teller, codes->values[code])) == 0 ? NULL : label;
}

static void set_mean(const struct teller *teller, const struct question *question,
                     struct chart *chart) {
    int64_t n;
    struct rounded mean;
    chart->has_line = figure_value(teller->facts.results, question->id, "", STATISTIC_MEAN,
                                   &chart->line, &n) &&
                      rounding_mean(chart->line, n, 0, &mean);
    if (chart->has_line)
        chart->line_words = voice_say(&teller->voice, PHRASE_CHART_MEAN, "value",
                                      voice_rounded(&teller->voice, mean), NULL);
}

static bool plan_rating(const struct teller *teller, const struct question *question,
                        const struct items *items, struct chart *chart) {
    const struct code_list *codes = question->codes;
    struct chart_row *rows = plan_rows(teller, question, items, false, chart);
    double half = (double)step_of(codes) / 2;
    for (size_t i = 0; i < codes->inside; i++) {
        rows[i].label = teller_whole(teller, codes->values[i]);
        rows[i].from = (double)codes->values[i] - half;
        rows[i].to = (double)codes->values[i] + half;
    }
    chart->kind = CHART_COLUMNS;
    chart->heads[0] = words_beyond(teller, codes, 0);
    chart->heads[1] = words_beyond(teller, codes, codes->inside - 1);
    set_mean(teller, question, chart);
    add_notes(teller, question, items, chart);
    return true;
}

/* --- answers in order: one stacked bar --- */

/* "„A“ oder „B“" without the marks, as the words of a total. */
static const char *name_side(const struct teller *teller, const struct question *question,
                             const struct side *side) {
    const char **labels = arena_allocate(teller->voice.arena, side->count, sizeof *labels);
    if (side->kind == SIDE_SET)
        return teller_label(teller, &side->set->label);
    if (side->kind == SIDE_TOP)
        return terms_top_bare(teller, question);
    if (side->kind == SIDE_BOTTOM)
        return terms_bottom_bare(teller, question);
    for (size_t i = 0; i < side->count; i++)
        labels[i] = teller_code_label(teller, &question->codes->codes[side->codes[i]].label);
    return voice_choice(&teller->voice, labels, side->count);
}

/* Puts a side at the end of the bar where it lies; nothing where it is at neither. */
static void set_side(const struct teller *teller, const struct question *question,
                     const struct side *side, struct chart *chart, struct chart_row *row) {
    size_t inside = question->codes->inside;
    if (side->count == 0)
        return;
    bool low = side->codes[0] == 0 && side->codes[side->count - 1] == side->count - 1;
    bool high =
        side->codes[side->count - 1] == inside - 1 && side->codes[0] == inside - side->count;
    if (low == high) /* at neither, or all */
        return;
    *(low ? &chart->left : &chart->right) = side->count;
    row->ends[low ? 0 : 1] = voice_of(&teller->voice, side->figure.count, side->figure.base);
    chart->heads[low ? 0 : 1] = name_side(teller, question, side);
}

static bool plan_whole(const struct teller *teller, const struct question *question,
                       const struct items *items, struct chart *chart) {
    struct arena *arena = teller->voice.arena;
    struct chart_row *row = arena_allocate(arena, 1, sizeof *row);
    int64_t *segments = arena_allocate(arena, items->count + 1, sizeof *segments);
    struct sides sides = sides_of(&teller->facts, question, NULL);
    for (size_t i = 0; i < items->count; i++)
        segments[i] = items->item[i].figure.count;
    *row = (struct chart_row){
        .label = "", .share = {0, items->item[0].figure.base, NULL}, .segments = segments};
    set_side(teller, question, &sides.first, chart, row);
    set_side(teller, question, &sides.second, chart, row);
    if (chart->left + chart->right == 0)
        chart->left = chart->right = question->codes->inside / 2;
    plan_name_classes(teller, question, chart);
    chart->kind = CHART_STACKED;
    chart->ordered = true;
    chart->rows = row;
    chart->row_count = 1;
    add_notes(teller, question, items, chart);
    return true;
}

/* True where the answers are a whole: all are shown, and their sum is who answered. */
static bool are_whole(const struct items *items, const struct code_list *codes) {
    int64_t sum = 0;
    for (size_t i = 0; i < items->count; i++)
        sum += items->item[i].figure.count;
    return items->merged == NULL && items->count == codes->inside &&
           sum == items->item[0].figure.base;
}

bool plan_single(const struct teller *teller, const struct question *question,
                 struct chart *chart) {
    struct items items = items_of_answers(&teller->facts, question);
    if (items.count == 0)
        return false;
    if (!plan_is_ordinal(question)) {
        if (items.merged == NULL)
            items_sort(&items);
    } else if (are_whole(&items, question->codes)) {
        return (is_rating(question->codes) ? plan_rating : plan_whole)(teller, question, &items,
                                                                       chart);
    }
    return plan_bars(teller, question, &items, chart);
}
