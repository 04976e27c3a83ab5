/* Pictures of matrix questions, and of importance against satisfaction. */
#include "charts/plan_parts.h"
#include "charts/plan_words.h"
#include "wording/missing.h"
#include "wording/pairs.h"
#include "wording/sentence.h"
#include "wording/sentence_gap.h"
#include "wording/terms.h"

static bool is_ordinal(const struct question *question) {
    return question->codes->measure == MEASURE_ORDINAL;
}

static void name_classes(const struct teller *teller, const struct question *question,
                         struct chart *chart) {
    const struct code_list *codes = question->codes;
    const char **names = arena_allocate(teller->voice.arena, codes->inside, sizeof *names);
    for (size_t i = 0; i < codes->inside; i++)
        names[i] = teller_code_label(teller, &codes->codes[i].label);
    chart->classes = names;
    chart->class_count = codes->inside;
}

/* What is beside the scale: codes outside, then don't know. */
static void name_besides(const struct teller *teller, const struct question *question,
                         struct chart *chart) {
    const struct code_list *codes = question->codes;
    const char **names =
        arena_allocate(teller->voice.arena, codes->count - codes->inside + 1, sizeof *names);
    for (size_t i = codes->inside; i < codes->count; i++)
        names[chart->beside_count++] = teller_code_label(teller, &codes->codes[i].label);
    if (question->has_dk)
        names[chart->beside_count++] = teller_code_label(teller, &question->dk);
    chart->besides = names;
}

static const int64_t *read_besides(const struct teller *teller, const struct question *question,
                                   const char *row) {
    const struct code_list *codes = question->codes;
    size_t count = codes->count - codes->inside;
    int64_t *counts = arena_allocate(teller->voice.arena, count + 1, sizeof *counts);
    for (size_t i = 0; i < count; i++)
        counts[i] = figure_whole(teller->results, question->id, row,
                                 codes->codes[codes->inside + i].id, STATISTIC_COUNT);
    if (question->has_dk)
        counts[count] =
            figure_whole(teller->results, question->id, row, "", STATISTIC_DONT_KNOW);
    return counts;
}

/* The counts of a row's answers inside the scale. Absent where nobody gave one, hidden where
 * one of them is; else the sum of all, as the base. */
static struct figure read_segments(const struct teller *teller, const struct question *question,
                                   const char *row, int64_t *segments) {
    const struct code_list *codes = question->codes;
    int64_t sum = 0;
    for (size_t i = 0; i < codes->inside; i++) {
        const struct result *result = results_find(teller->results, question->id, row,
                                                   codes->codes[i].id, STATISTIC_COUNT);
        if (result != NULL && result->flag == FLAG_SUPPRESSED)
            return (struct figure){.state = FIGURE_HIDDEN, .rule = result->method};
        segments[i] = figure_whole(teller->results, question->id, row, codes->codes[i].id,
                                   STATISTIC_COUNT);
        if (segments[i] < 0)
            return (struct figure){.state = FIGURE_ABSENT};
        sum += segments[i];
    }
    return figure_of(0, sum);
}

/* The share that a row is sorted by: of the two highest answers, of the first set, or none. */
static struct figure row_figure(const struct teller *teller, const struct question *question,
                                const char *row, const struct figure *base) {
    bool ordinal = is_ordinal(question);
    if (base->state != FIGURE_SHOWN || (!ordinal && question->set_count == 0))
        return *base;
    return figure_share(teller->results, question->id, row, ordinal ? "" : question->sets[0].id,
                        ordinal ? STATISTIC_TOP2 : STATISTIC_SET);
}

/* One item a row, with its segments by position. */
static struct items read_rows(const struct teller *teller, const struct question *question,
                              int64_t **segments) {
    struct arena *arena = teller->voice.arena;
    size_t inside = question->codes->inside;
    struct items items = {
        .question = question->id,
        .item = arena_allocate(arena, question->row_count + 1, sizeof(struct item))};
    for (size_t i = 0; i < question->row_count; i++) {
        const struct code *row = &question->rows[i];
        segments[i] = arena_allocate(arena, inside + 1, sizeof(int64_t));
        struct figure base = read_segments(teller, question, row->id, segments[i]);
        struct item item = {teller_code_label(teller, &row->label), row->id, i,
                            row_figure(teller, question, row->id, &base)};
        items_add(&items, item);
    }
    if (is_ordinal(question) || question->set_count > 0)
        items_sort(&items);
    return items;
}

/* Rows where everyone is beside the scale come last, without a bar. */
static void add_empty_rows(const struct teller *teller, struct items *items,
                           struct chart *chart, struct chart_row *rows) {
    for (size_t i = 0; i < items->empty; i++) {
        const struct item *item = &items->item[items->count + items->hidden + i];
        rows[chart->row_count++] = (struct chart_row){
            .label = item->label, .share = plan_share(teller, &item->figure)};
    }
}

static void set_details(const struct teller *teller, const struct question *question,
                        const struct items *items, int64_t *const *segments,
                        struct chart_row *rows, size_t count) {
    bool figures = is_ordinal(question) || question->set_count > 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = i < items->count ? i : i + items->hidden;
        const struct item *item = &items->item[at];
        rows[i].segments = segments[item->position];
        rows[i].beside = read_besides(teller, question, item->id);
        if (!figures)
            rows[i].share.figure = NULL;
    }
}

static void set_kind(const struct teller *teller, const struct question *question,
                     struct chart *chart) {
    size_t inside = question->codes->inside;
    bool ordinal = is_ordinal(question), middle = ordinal && inside % 2 == 1 && inside > 2;
    chart->kind = middle ? CHART_DIVERGING : CHART_STACKED;
    chart->ordered = ordinal;
    chart->narrow = words_narrow(teller);
    if (ordinal)
        chart->heads[0] = words_top(teller, question);
    else if (question->set_count > 0)
        chart->heads[0] = teller_label(teller, &question->sets[0].label);
}

bool plan_matrix(const struct teller *teller, const struct question *question,
                 struct chart *chart) {
    int64_t **segments =
        arena_allocate(teller->voice.arena, question->row_count + 1, sizeof *segments);
    struct items items = read_rows(teller, question, segments);
    if (items.count == 0)
        return false;
    struct chart_row *rows = plan_rows(teller, &items, chart);
    set_kind(teller, question, chart);
    name_classes(teller, question, chart);
    name_besides(teller, question, chart);
    add_empty_rows(teller, &items, chart, rows);
    set_details(teller, question, &items, segments, rows, chart->row_count);
    plan_note(teller, chart, missing_sentence(teller, question, false, NULL));
    items.empty = 0;
    plan_note_items(teller, chart, &items);
    return true;
}

bool plan_gap(const struct teller *teller, const struct gap *gap, struct chart *chart) {
    struct pairs pairs = pairs_of(teller, gap);
    struct chart_row *rows = plan_rows(teller, &pairs.items, chart);
    for (size_t i = 0; i < pairs.count; i++) {
        rows[i].share = plan_share(teller, &pairs.pair[i].important);
        rows[i].second = plan_share(teller, &pairs.pair[i].satisfied);
    }
    chart->kind = CHART_DUMBBELL;
    chart->heads[0] = teller_phrase(teller, PHRASE_GAP_IMPORTANT);
    chart->heads[1] = teller_phrase(teller, PHRASE_GAP_SATISFIED);
    plan_note(teller, chart, sentence_gap_means(teller, gap));
    plan_note_items(teller, chart, &pairs.items);
    return pairs.count > 0;
}
