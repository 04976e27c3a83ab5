#include "charts/plan.h"

#include <string.h>

#include "base/number.h"
#include "charts/plan_words.h"
#include "findings/classes.h"
#include "findings/group_findings.h"
#include "findings/items.h"
#include "findings/pairs.h"
#include "survey/class_layout.h"
#include "wording/class_words.h"
#include "wording/group_sentence.h"
#include "wording/item_words.h"
#include "wording/missing.h"
#include "wording/sentence.h"
#include "wording/sentence_gap.h"
#include "wording/terms.h"

/* --- what the planners share --- */

/* A planner fills in a chart's kind, rows, heads and notes; false where there is nothing to
 * draw. What lies below all planners knows the rest: id, language, title, subtitle, axis, and
 * the notes that all pictures have. */

/* A share with its wording; a dash where nobody answered. */
static struct chart_share plan_share(const struct teller *teller, const struct figure *figure) {
    bool shown = figure->state == FIGURE_SHOWN && figure->base > 0;
    if (!shown)
        return (struct chart_share){0, 0, teller_phrase(teller, PHRASE_TABLE_NOTHING)};
    return (struct chart_share){figure->count, figure->base,
                                voice_of(&teller->voice, figure->count, figure->base)};
}

/* A row for each item shown, in their order. Returns the array, which is the chart's too. */
static struct chart_row *plan_rows(const struct teller *teller, const struct items *items,
                                   struct chart *chart) {
    struct chart_row *rows =
        arena_allocate(teller->voice.arena, items->count + items->empty + 1, sizeof *rows);
    for (size_t i = 0; i < items->count; i++)
        rows[i] = (struct chart_row){.label = item_label(teller, &items->item[i]),
                                     .share = plan_share(teller, &items->item[i].figure)};
    chart->rows = rows;
    chart->row_count = items->count;
    return rows;
}

/* Adds a paragraph under the picture; NULL and "" add nothing. */
static void plan_note(const struct teller *teller, struct chart *chart, const char *note) {
    if (note == NULL || note[0] == '\0')
        return;
    const char **notes =
        arena_allocate(teller->voice.arena, chart->note_count + 1, sizeof *notes);
    for (size_t i = 0; i < chart->note_count; i++)
        notes[i] = chart->notes[i];
    notes[chart->note_count++] = note;
    chart->notes = notes;
}

/* Adds who is hidden, put together or empty. */
static void plan_note_items(const struct teller *teller, struct chart *chart,
                            const struct items *items) {
    size_t count;
    const char *const *notes = items_notes(teller, items, &count);
    for (size_t i = 0; i < count; i++)
        plan_note(teller, chart, notes[i]);
}

/* --- single choice, multiple choice and rankings --- */

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
        const struct result *result = results_find(teller->facts.results, items->question,
                                                   key.item, key.category, items->statistic);
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

static bool plan_single(const struct teller *teller, const struct question *question,
                        struct chart *chart) {
    struct items items = items_of_answers(&teller->facts, question);
    if (question->codes->measure == MEASURE_NOMINAL && items.merged == NULL)
        items_sort(&items);
    return plan_bars(teller, question, &items, chart);
}

static bool plan_multi(const struct teller *teller, const struct question *question,
                       struct chart *chart) {
    struct items items = items_of_options(&teller->facts, question, STATISTIC_SHARE);
    items_sort(&items);
    if (question->max_choices == 0)
        plan_note(teller, chart, sentence_ticks(teller, question));
    return plan_bars(teller, question, &items, chart);
}

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

/* Where only one place is allowed or all are, first places are what distinguishes options. */
static bool plan_first(const struct teller *teller, const struct question *question,
                       struct chart *chart) {
    struct items items = items_of_options(&teller->facts, question, STATISTIC_FIRST);
    const char *heads[2];
    items_sort(&items);
    words_places(teller, question, heads);
    chart->heads[0] = heads[0];
    return plan_bars(teller, question, &items, chart);
}

static bool plan_ranking(const struct teller *teller, const struct question *question,
                         struct chart *chart) {
    if (items_statistic(question) == STATISTIC_FIRST)
        return plan_first(teller, question, chart);
    struct items items = items_of_options(&teller->facts, question, STATISTIC_TOP);
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

/* --- numbers: the published classes --- */

/* Without trailing zeros: 2,5 and 10. */
static const char *bound_of(const struct teller *teller, int64_t value, int decimals) {
    struct rounded bound = {value, decimals};
    while (bound.decimals > 0 && bound.value % 10 == 0) {
        bound.value /= 10;
        bound.decimals--;
    }
    return voice_rounded(&teller->voice, bound);
}

/* All columns have one width, as their classes do: an open class too, and the last one that
 * also holds max. One that ends before it is full is narrower. */
static void set_bounds(struct chart_row *row, const struct number_class *class, int64_t width,
                       int decimals) {
    double units = (double)number_power_of_ten(decimals);
    int64_t low = class->open_low ? class->high - width : class->low;
    int64_t end = class->closed ? class->high + 1 : class->high;
    int64_t high = class->open_high || end - low > width ? low + width : end;
    row->from = (double)low / units;
    row->to = (double)high / units;
}

/* Of the classes that are neither open nor cut off at the end of all numbers. */
static int64_t width_of(const struct number_class *classes, size_t count) {
    int64_t width = 1;
    for (size_t i = 0; i < count; i++) {
        const struct number_class *class = &classes[i];
        if (!class->open_low && !class->open_high && class->high - class->low > width)
            width = class->high - class->low;
    }
    return width;
}

static bool plan_number(const struct teller *teller, const struct question *question,
                        struct chart *chart) {
    size_t count;
    const struct number_class *classes = classes_of(&teller->facts, question, &count);
    struct chart_row *rows = arena_allocate(teller->voice.arena, count + 1, sizeof *rows);
    int64_t width = width_of(classes, count);
    for (size_t i = 0; i < count; i++) {
        const struct number_class *class = &classes[i];
        rows[i].label = class_label(teller, question, class);
        rows[i].edge =
            class->open_low ? rows[i].label : bound_of(teller, class->low, question->decimals);
        rows[i].end = class->open_high ? rows[i].label
                                       : bound_of(teller, class->high, question->decimals);
        rows[i].share = plan_share(teller, &class->figure);
        set_bounds(&rows[i], class, width, question->decimals);
    }
    chart->kind = CHART_HISTOGRAM;
    chart->rows = rows;
    chart->row_count = count;
    plan_note(teller, chart, missing_sentence(teller, question, true, NULL));
    return count >= CLASS_LAYOUT_FEWEST;
}

/* --- matrices, and importance against satisfaction --- */

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
    bool ordinal = is_ordinal(question);
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
            .label = item_label(teller, item), .share = plan_share(teller, &item->figure)};
    }
}

static void set_row_details(const struct teller *teller, const struct question *question,
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

static void set_matrix_kind(const struct teller *teller, const struct question *question,
                            struct chart *chart) {
    size_t inside = question->codes->inside;
    bool ordinal = is_ordinal(question), middle = ordinal && inside % 2 == 1 && inside > 2;
    chart->kind = middle ? CHART_DIVERGING : CHART_STACKED;
    chart->ordered = ordinal;
    chart->narrow = words_narrow(teller);
    if (ordinal)
        chart->heads[0] = terms_top_bare(teller, question);
    else if (question->set_count > 0)
        chart->heads[0] = teller_label(teller, &question->sets[0].label);
}

static bool plan_matrix(const struct teller *teller, const struct question *question,
                        struct chart *chart) {
    int64_t **segments =
        arena_allocate(teller->voice.arena, question->row_count + 1, sizeof *segments);
    struct items items = read_rows(teller, question, segments);
    if (items.count == 0)
        return false;
    struct chart_row *rows = plan_rows(teller, &items, chart);
    set_matrix_kind(teller, question, chart);
    name_classes(teller, question, chart);
    name_besides(teller, question, chart);
    add_empty_rows(teller, &items, chart, rows);
    set_row_details(teller, question, &items, segments, rows, chart->row_count);
    plan_note(teller, chart, missing_sentence(teller, question, false, NULL));
    items.empty = 0;
    plan_note_items(teller, chart, &items);
    return true;
}

static bool plan_gap(const struct teller *teller, const struct gap *gap, struct chart *chart) {
    struct pairs pairs = pairs_of(&teller->facts, gap);
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

/* --- figures by group --- */

/* One bar per group, or a bar a group and item. */

/* More rows than that are read more easily in a table. */
enum { MOST_GROUP_ROWS = 24 };

/* The share that the question's own picture sorts its items by; absent where it keeps the order
 * of the questionnaire. */
static struct figure order_of(const struct teller *teller, const struct group_finding *table) {
    const struct question *question = table->question;
    if (items_have_shares(question))
        return figure_share(teller->facts.results, question->id, table->item, "",
                            items_statistic(question));
    if (question->set_count == 0)
        return (struct figure){.state = FIGURE_ABSENT};
    return figure_share(teller->facts.results, question->id, table->item, question->sets[0].id,
                        STATISTIC_SET);
}

/* The tables that were tested, sorted as the question's own picture: under a title that
 * says of a difference there is nothing that the test was not about. */
static struct group_findings drawn_of(const struct teller *teller,
                                      const struct group_findings *tables) {
    struct arena *arena = teller->voice.arena;
    struct items order = {.item = arena_allocate(arena, tables->count + 1, sizeof *order.item)};
    struct group_findings drawn = *tables;
    drawn.table = arena_allocate(arena, tables->count + 1, sizeof *drawn.table);
    for (size_t i = 0; i < tables->count; i++)
        if (tables->table[i].verdict != GROUP_UNTESTED)
            items_add(&order, (struct item){NULL, "", i, order_of(teller, &tables->table[i])});
    items_sort(&order);
    drawn.count = order.count + order.hidden + order.empty;
    for (size_t i = 0; i < drawn.count; i++)
        drawn.table[i] = tables->table[order.item[i].position];
    return drawn;
}

static size_t count_group_rows(const struct group_findings *drawn) {
    size_t rows = 0;
    for (size_t i = 0; i < drawn->count; i++)
        rows += drawn->table[i].groups.count;
    return rows;
}

static const char *group_label_of(const struct teller *teller,
                                  const struct group_findings *drawn,
                                  const struct group_finding *table, const struct item *group) {
    if (table->item[0] == '\0')
        return item_label(teller, group);
    return voice_say(&teller->voice, PHRASE_CHART_GROUP_ROW, "item",
                     group_sentence_row(teller, drawn, table), "group",
                     item_label(teller, group), NULL);
}

static void add_group_rows(const struct teller *teller, const struct group_findings *drawn,
                           struct chart *chart) {
    struct chart_row *rows =
        arena_allocate(teller->voice.arena, count_group_rows(drawn) + 1, sizeof *rows);
    for (size_t i = 0; i < drawn->count; i++) {
        const struct group_finding *table = &drawn->table[i];
        for (size_t k = 0; k < table->groups.count; k++) {
            const struct item *group = &table->groups.item[k];
            rows[chart->row_count++] =
                (struct chart_row){.label = group_label_of(teller, drawn, table, group),
                                   .share = plan_share(teller, &group->figure)};
        }
    }
    chart->kind = CHART_BARS;
    chart->rows = rows;
}

/* The first sentence about the tests is the title, unless it only says what is not shown; the
 * others are notes. */
static void set_groups_title(const struct teller *teller, const struct group_findings *tables,
                             struct chart *chart) {
    struct sentences verdicts = group_sentence_verdicts(teller, tables);
    size_t used = 0;
    for (size_t i = 0; i < tables->count; i++)
        if (tables->table[i].verdict != GROUP_UNTESTED)
            used = 1;
    const char *lead = group_sentence_lead(teller, &tables->grouping, 1);
    chart->title =
        used > 0 ? arena_format(teller->voice.arena, "%s %s", lead, verdicts.line[0])
                 : voice_say(&teller->voice, PHRASE_GROUPS_COMPARED, "groupings",
                             voice_quote(&teller->voice,
                                         terms_subject(teller, tables->grouping->question)),
                             NULL);
    for (size_t i = used; i < verdicts.count; i++)
        plan_note(teller, chart, verdicts.line[i]);
}

/* The figures of a question by group, where any are published; also sets the title. The
 * subtitle is the question already, and gets which answer is counted. */
static bool plan_groups(const struct teller *teller, const struct question *question,
                        const struct grouping *grouping, struct chart *chart) {
    struct group_findings tables = group_findings_of(&teller->facts, question, grouping);
    struct group_findings drawn = drawn_of(teller, &tables);
    size_t rows = count_group_rows(&drawn);
    if (rows == 0 || rows > MOST_GROUP_ROWS || !group_findings_differ(&tables))
        return false;
    set_groups_title(teller, &tables, chart);
    /* It ends with a colon: the bars are below. */
    const char *counted = group_sentence_class(teller, &drawn);
    if (counted[0] != '\0')
        chart->subtitle = arena_format(teller->voice.arena, "%s %s", chart->subtitle, counted);
    add_group_rows(teller, &drawn, chart);
    struct sentences left_out = group_sentence_hidden(teller, &tables);
    for (size_t i = 0; i < left_out.count; i++)
        plan_note(teller, chart, left_out.line[i]);
    return true;
}

/* --- the whole survey --- */

/* NULL: there is no picture. */
static bool (*const planners[])(const struct teller *teller, const struct question *question,
                                struct chart *chart) = {
    [QUESTION_SINGLE] = plan_single, [QUESTION_MULTI] = plan_multi,
    [QUESTION_MATRIX] = plan_matrix, [QUESTION_RANKING] = plan_ranking,
    [QUESTION_NUMBER] = plan_number, [QUESTION_TEXT] = NULL,
    [QUESTION_CONTACT] = NULL,
};
ASSERT_ROW_FOR_EACH_TYPE(planners);

static struct chart empty_chart(const struct teller *teller, const char *id) {
    const char *simulated = teller_simulated(teller);
    struct chart chart = {.id = id,
                          .language =
                              teller->facts.questionnaire->languages[teller->facts.language],
                          .warning = simulated[0] != '\0' ? simulated : NULL};
    words_axis(teller, &chart);
    return chart;
}

static void keep(struct plan *plan, struct chart *chart) {
    plan_note(plan->teller, chart, words_source(plan->teller));
    plan->charts[plan->count++] = *chart;
}

/* No picture of any grouping may stay from an earlier run; only that of the main one is drawn.
 */
static void add_groups(struct plan *plan, const struct question *question) {
    const struct teller *teller = plan->teller;
    const struct questionnaire *questionnaire = teller->facts.questionnaire;
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct grouping *grouping = &questionnaire->groupings[i];
        const char *id =
            arena_format(teller->voice.arena, "%s.by.%s", question->id, grouping->question->id);
        plan->ids[plan->id_count++] = id;
        struct chart chart = empty_chart(teller, id);
        chart.subtitle = teller_label(teller, &question->text);
        if (grouping == questionnaire_main_grouping(teller->facts.questionnaire) &&
            facts_have_results(&teller->facts) &&
            plan_groups(teller, question, grouping, &chart))
            keep(plan, &chart);
    }
}

static void add_question(struct plan *plan, const struct question *question) {
    const struct teller *teller = plan->teller;
    if (planners[question->type] == NULL || !facts_show(question))
        return;
    plan->ids[plan->id_count++] = question->id;
    struct chart chart = empty_chart(teller, question->id);
    chart.title = sentence_of_question(teller, question);
    chart.subtitle = teller_label(teller, &question->text);
    if (chart.title[0] == '\0')
        chart.title = terms_subject(teller, question);
    if (strcmp(chart.title, chart.subtitle) == 0)
        chart.subtitle = "";
    if (facts_have_results(&teller->facts) &&
        planners[question->type](teller, question, &chart))
        keep(plan, &chart);
    add_groups(plan, question);
}

static void add_gap(struct plan *plan, const struct gap *gap) {
    const struct teller *teller = plan->teller;
    plan->ids[plan->id_count++] = gap->id;
    struct chart chart = empty_chart(teller, gap->id);
    chart.title = sentence_of_gap(teller, gap);
    chart.subtitle = sentence_gap_questions(teller, gap);
    if (facts_have_results(&teller->facts) && plan_gap(teller, gap, &chart))
        keep(plan, &chart);
}

void plan_make(struct plan *plan) {
    const struct questionnaire *questionnaire = plan->teller->facts.questionnaire;
    size_t most = questionnaire->question_count * (1 + questionnaire->grouping_count) +
                  questionnaire->gap_count;
    struct arena *arena = plan->teller->voice.arena;
    plan->charts = arena_allocate(arena, most + 1, sizeof *plan->charts);
    plan->ids = arena_allocate(arena, most + 1, sizeof *plan->ids);
    for (size_t i = 0; i < questionnaire->question_count; i++)
        add_question(plan, &questionnaire->questions[i]);
    for (size_t i = 0; i < questionnaire->gap_count; i++)
        add_gap(plan, &questionnaire->gaps[i]);
}
