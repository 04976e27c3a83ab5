#include "charts/plan_matrix.h"

#include "charts/plan_words.h"
#include "wording/missing.h"
#include "wording/statement_words.h"
#include "wording/terms.h"

/* What is beside the scale: codes outside, then don't know. */
static void name_besides(const struct teller *teller, const struct question *question,
                         struct chart *chart) {
    const struct code_list *codes = question->codes;
    const char **names =
        arena_allocate(teller->voice.arena, codes->count - codes->inside + 1, sizeof *names);
    for (size_t i = codes->inside; i < codes->count; i++)
        names[chart->beside_count++] = words_code_bare(teller, &codes->codes[i]);
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
        counts[i] = figure_whole(teller->facts.results, question->id, row,
                                 codes->codes[codes->inside + i].id, STATISTIC_COUNT);
    if (question->has_dk)
        counts[count] =
            figure_whole(teller->facts.results, question->id, row, "", STATISTIC_DONT_KNOW);
    return counts;
}

/* The counts of a row's answers inside the scale. Absent where nobody gave one, hidden where
 * one of them is; else the sum of all, as the base. */
static struct figure read_segments(const struct teller *teller, const struct question *question,
                                   const char *row, int64_t *segments) {
    const struct code_list *codes = question->codes;
    int64_t sum = 0;
    for (size_t i = 0; i < codes->inside; i++) {
        const struct result *result = results_find(teller->facts.results, question->id, row,
                                                   codes->codes[i].id, STATISTIC_COUNT);
        if (result != NULL && result->flag == FLAG_SUPPRESSED)
            return (struct figure){.state = FIGURE_HIDDEN, .rule = result->method};
        segments[i] = figure_whole(teller->facts.results, question->id, row, codes->codes[i].id,
                                   STATISTIC_COUNT);
        if (segments[i] < 0)
            return (struct figure){.state = FIGURE_ABSENT};
        sum += segments[i];
    }
    return figure_of(0, sum);
}

/* The share that a row is sorted by: of the highest answers, of the first set, or none. */
static struct figure row_figure(const struct teller *teller, const struct question *question,
                                const char *row, const struct figure *base) {
    bool ordinal = plan_is_ordinal(question);
    if (base->state != FIGURE_SHOWN || (!ordinal && question->set_count == 0))
        return *base;
    return figure_share(teller->facts.results, question->id, row,
                        ordinal ? "" : question->sets[0].id,
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
        struct item item = {&row->label, row->id, i,
                            row_figure(teller, question, row->id, &base)};
        items_add(&items, item);
    }
    if (plan_is_ordinal(question) || question->set_count > 0)
        items_sort(&items);
    return items;
}

static int64_t sum_of(const int64_t *segments, size_t first, size_t end) {
    int64_t sum = 0;
    for (size_t i = first; i < end; i++)
        sum += segments[i];
    return sum;
}

/* How many of the lowest answers are counted at the left end: where a short scale's lowest and
 * highest ones share some, all that are not among the highest. */
static size_t low_size(const struct code_list *codes) {
    size_t rest = codes->inside - codes->top_size;
    return codes->bottom_size < rest ? codes->bottom_size : rest;
}

/* What these are called. */
static const char *name_lowest(const struct teller *teller, const struct question *question) {
    const struct code_list *codes = question->codes;
    size_t count = low_size(codes);
    const char **labels = arena_allocate(teller->voice.arena, count + 1, sizeof *labels);
    if (count == codes->bottom_size)
        return terms_bottom_bare(teller, question);
    for (size_t i = 0; i < count; i++)
        labels[i] = teller_code_label(teller, &codes->codes[i].label);
    return voice_choice(&teller->voice, labels, count);
}

/* The totals of both sides of a row, as the heads name them. */
static void set_ends(const struct teller *teller, const struct question *question,
                     const struct item *item, const int64_t *segments, struct chart_row *row) {
    const struct code_list *codes = question->codes;
    int64_t base = sum_of(segments, 0, codes->inside);
    row->share.base = base;
    if (base == 0)
        return;
    row->share.figure = NULL;
    if (plan_is_ordinal(question)) {
        int64_t low = sum_of(segments, 0, low_size(codes));
        int64_t high = sum_of(segments, codes->inside - codes->top_size, codes->inside);
        row->ends[0] = voice_of(&teller->voice, low, base);
        row->ends[1] = voice_of(&teller->voice, high, base);
    } else if (question->set_count > 0) {
        row->ends[1] = voice_of(&teller->voice, item->figure.count, item->figure.base);
    }
}

/* The item of each row, in the order of plan_rows: shown ones, empty ones, hidden ones. */
static const struct item *item_at(const struct items *items, size_t row) {
    if (row < items->count)
        return &items->item[row];
    return row < items->count + items->empty ? &items->item[row + items->hidden]
                                             : &items->item[row - items->empty];
}

static void set_row_details(const struct teller *teller, const struct question *question,
                            const struct items *items, int64_t *const *segments,
                            struct chart *chart, struct chart_row *rows) {
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct item *item = item_at(items, i);
        rows[i].segments = segments[item->position];
        rows[i].beside = read_besides(teller, question, item->id);
        rows[i].share.base = 0;
        if (i < items->count)
            set_ends(teller, question, item, segments[item->position], &rows[i]);
    }
}

static void set_matrix_kind(const struct teller *teller, const struct question *question,
                            struct chart *chart) {
    size_t inside = question->codes->inside;
    bool ordinal = plan_is_ordinal(question);
    chart->kind = ordinal ? CHART_DIVERGING : CHART_STACKED;
    chart->ordered = ordinal;
    chart->narrow = words_narrow(teller);
    if (ordinal) {
        bool parted = low_size(question->codes) + question->codes->top_size == inside;
        chart->left = parted ? low_size(question->codes) : inside / 2;
        chart->right = parted ? question->codes->top_size : inside / 2;
        chart->heads[0] = name_lowest(teller, question);
        chart->heads[1] = terms_top_bare(teller, question);
    } else if (question->set_count > 0) {
        chart->heads[1] = teller_label(teller, &question->sets[0].label);
    }
}

bool plan_matrix(const struct teller *teller, const struct question *question,
                 struct chart *chart) {
    int64_t **segments =
        arena_allocate(teller->voice.arena, question->row_count + 1, sizeof *segments);
    struct items items = read_rows(teller, question, segments);
    if (items.count == 0)
        return false;
    struct chart_row *rows = plan_rows(teller, question, &items, true, chart);
    set_matrix_kind(teller, question, chart);
    plan_name_classes(teller, question, chart);
    name_besides(teller, question, chart);
    set_row_details(teller, question, &items, segments, chart, rows);
    plan_note(teller, chart, missing_sentence(teller, question, false, NULL));
    items.empty = 0;
    plan_note_items(teller, chart, &items);
    return true;
}
