#include "report/topic_table.h"

#include <string.h>

#include "findings/classes.h"
#include "findings/pairs.h"
#include "findings/selected_figure.h"
#include "findings/tier.h"
#include "wording/class_words.h"
#include "wording/item_words.h"
#include "wording/statement_gap.h"
#include "wording/statement_list.h"
#include "wording/statement_words.h"
#include "wording/terms.h"

enum { MOST_ROWS = 10, LEAST_BRIEF_ROWS = 2 };

static const char *phrase(const struct report *report, enum phrase which) {
    return teller_phrase(&report->teller, which);
}

/* --- cells --- */

static void add_figure(struct table *table, const struct report *report,
                       const struct figure *figure) {
    const char *sign = phrase(report, figure->state == FIGURE_HIDDEN ? PHRASE_TOPIC_SIGN
                                                                     : PHRASE_TABLE_NOTHING);
    table_cell(table, figure->state == FIGURE_SHOWN
                          ? voice_of(&report->teller.voice, figure->count, figure->base)
                          : sign);
}

static void add_bar(struct table *table, const struct report *report,
                    const struct figure *figure) {
    bool shown = figure->state == FIGURE_SHOWN;
    table_bar(table, shown ? figure->count : 0, shown ? figure->base : 0);
    add_figure(table, report, figure);
}

/* A count of which the base is beside; below 0 it is not published. */
static void add_count(struct table *table, const struct report *report, int64_t count) {
    table_cell(table, count < 0 ? phrase(report, PHRASE_TOPIC_SIGN)
                                : teller_whole(&report->teller, count));
}

/* --- the selected group --- */

/* The question that makes the groups has no figures by them. */
static bool has_group(const struct report *report, const struct question *question) {
    const struct selected_group *selected = report->teller.facts.selected;
    return selected != NULL && selected->grouping->question != question;
}

/* Page one says which group it is. */
static void add_group_head(struct table *table, const struct report *report,
                           const struct question *question) {
    if (has_group(report, question))
        table_add_figures(table, phrase(report, PHRASE_OWN_COLUMN));
}

static void add_group(struct table *table, const struct report *report,
                      const struct question *question, const char *item, const char *category,
                      enum statistic statistic) {
    const struct facts *facts = &report->teller.facts;
    if (!has_group(report, question))
        return;
    struct selected_figure found = selected_share(facts, question, item, category, statistic);
    struct figure figure = found.figure;
    if (found.state != SELECTED_SHOWN)
        figure.state = found.state == SELECTED_NONE ? FIGURE_ABSENT : FIGURE_HIDDEN;
    add_figure(table, report, &figure);
}

/* --- notes --- */

static void note_hidden(struct table *table, const struct report *report,
                        const struct items *items) {
    size_t end = items->count + items->hidden;
    if (items->hidden > 0)
        table_note(table, phrase(report, PHRASE_TOPIC_SIGN),
                   voice_say(&report->teller.voice, PHRASE_TOPIC_HIDDEN, "labels",
                             items_names(&report->teller, items, items->count, end), NULL));
}

static void note_more(struct table *table, const struct report *report, size_t all,
                      size_t shown) {
    int64_t more = (int64_t)(all - shown);
    if (more > 0)
        table_note(table, "",
                   voice_say(&report->teller.voice,
                             voice_plural(&report->teller.voice, PHRASE_TOPIC_MORE_ONE, more),
                             "count", teller_whole(&report->teller, more), NULL));
}

static size_t rows_of(size_t count) {
    return count <= MOST_ROWS ? count : MOST_ROWS;
}

/* --- lists: options, ranked options, ordered rows --- */

const char *topic_table_head(const struct report *report, const struct question *question) {
    const struct teller *teller = &report->teller;
    if (question_has_rows(question))
        return terms_top_bare(teller, question);
    if (question_answer(question) != ANSWER_PLACE)
        return phrase(report, PHRASE_TOPIC_TICKED);
    if (items_statistic(question) == STATISTIC_FIRST)
        return phrase(report, PHRASE_TOPIC_FIRST);
    return voice_say(&teller->voice, PHRASE_TOPIC_PLACES, "places",
                     teller_whole(teller, (int64_t)question->max_choices), NULL);
}

/* What a list has beside the figure that orders it. */
struct extras {
    bool first;                            /* of a ranking: in first place */
    bool bottom;                           /* of rows: the lowest answers */
    bool mean;                             /* of rows with numbers */
    bool dont_know;                        /* a fifth or more in some row */
    bool outside[QUESTIONNAIRE_MAX_CODES]; /* likewise of the answers beside the scale */
};

static int64_t outside_of(const struct report *report, const struct question *question,
                          const struct item *item, size_t code) {
    return figure_whole(report->teller.facts.results, question->id, item->id,
                        question->codes->codes[code].id, STATISTIC_COUNT);
}

static struct figure bottom_of(const struct report *report, const struct question *question,
                               const struct item *item) {
    return figure_share(report->teller.facts.results, question->id, item->id, "",
                        STATISTIC_BOTTOM2);
}

/* True where no answer is both among the highest and the lowest: of three answers the middle
 * one would be counted in two columns of one row. */
static bool ends_apart(const struct code_list *codes) {
    return codes->top_size + codes->bottom_size <= codes->inside;
}

static struct extras extras_of(const struct report *report, const struct question *question,
                               const struct items *list) {
    bool rows = question_has_rows(question);
    struct extras extras = {.first = items_statistic(question) == STATISTIC_TOP,
                            .mean = rows && question->codes->values != NULL};
    for (size_t i = 0; i < list->count && rows; i++) {
        const struct code *row = &question->rows[list->item[i].position];
        extras.bottom = extras.bottom ||
                        (ends_apart(question->codes) &&
                         bottom_of(report, question, &list->item[i]).state == FIGURE_SHOWN);
        extras.dont_know =
            extras.dont_know || words_is_fifth(words_dont_know(&report->teller, question, row),
                                               list->item[i].figure.base);
        for (size_t code = question->codes->inside; code < question->codes->count; code++)
            extras.outside[code] =
                extras.outside[code] ||
                words_is_fifth(outside_of(report, question, &list->item[i], code),
                               list->item[i].figure.base);
    }
    return extras;
}

static void add_mean(struct table *table, const struct report *report,
                     const struct question *question, const struct item *item) {
    double value;
    int64_t n;
    struct rounded rounded;
    bool shown = figure_value(report->teller.facts.results, question->id, item->id,
                              STATISTIC_MEAN, &value, &n) &&
                 rounding_mean(value, n, 0, &rounded);
    if (shown)
        table_value(table, voice_rounded(&report->teller.voice, rounded), value);
    else
        table_cell(table, phrase(report, PHRASE_TABLE_NOTHING));
}

static void add_extra_heads(struct table *table, const struct report *report,
                            const struct question *question, const struct extras *extras) {
    const struct teller *teller = &report->teller;
    if (extras->first)
        table_add_figures(table, phrase(report, PHRASE_TOPIC_FIRST));
    if (extras->bottom)
        table_add_figures(table, terms_bottom_bare(teller, question));
    if (extras->mean)
        table_add_figures(table, phrase(report, PHRASE_TABLE_MEAN));
    for (size_t code = question->codes->inside; code < question->codes->count; code++)
        if (extras->outside[code])
            table_add_figures(table, words_code_bare(teller, &question->codes->codes[code]));
    if (extras->dont_know)
        table_add_figures(table, teller_label(teller, &question->dk));
}

static void add_extras(struct table *table, const struct report *report,
                       const struct question *question, const struct item *item,
                       const struct extras *extras) {
    if (extras->first) {
        struct figure first = figure_share(report->teller.facts.results, question->id, item->id,
                                           "", STATISTIC_FIRST);
        add_figure(table, report, &first);
    }
    if (extras->bottom) {
        struct figure bottom = bottom_of(report, question, item);
        add_count(table, report, bottom.state == FIGURE_SHOWN ? bottom.count : -1);
    }
    if (extras->mean)
        add_mean(table, report, question, item);
    for (size_t code = question->codes->inside; code < question->codes->count; code++)
        if (extras->outside[code])
            add_count(table, report, outside_of(report, question, item, code));
    if (extras->dont_know)
        add_count(table, report,
                  words_dont_know(&report->teller, question, &question->rows[item->position]));
}

static struct table *table_of_list(const struct report *report,
                                   const struct question *question) {
    const struct teller *teller = &report->teller;
    struct items list = items_of_list(&teller->facts, question, items_statistic(question));
    struct extras extras = extras_of(report, question, &list);
    struct table *table = table_new(
        teller->voice.arena,
        phrase(report, question_has_rows(question) ? PHRASE_TABLE_ROW : PHRASE_TABLE_ANSWER));
    if (list.count == 0)
        return NULL;
    table_add_bars(table, topic_table_head(report, question));
    table_add_figures(table, "");
    add_group_head(table, report, question);
    add_extra_heads(table, report, question, &extras);
    for (size_t i = 0; i < rows_of(list.count); i++) {
        const struct item *item = &list.item[i];
        struct item_key key = items_key(question, item->id);
        table_row(table, "", words_item_bare(teller, question, item));
        add_bar(table, report, &item->figure);
        add_group(table, report, question, key.item, key.category, list.statistic);
        add_extras(table, report, question, item, &extras);
    }
    note_hidden(table, report, &list);
    note_more(table, report, list.count, rows_of(list.count));
    return table;
}

/* --- answers --- */

/* Of two answers the sentence says all. */
static struct table *table_of_single(const struct report *report,
                                     const struct question *question) {
    const struct teller *teller = &report->teller;
    struct items list = items_of_answers(&teller->facts, question);
    if (question->codes->measure != MEASURE_ORDINAL)
        list = items_sorted(&teller->facts, &list);
    if (list.count == 0 || (list.count <= 2 && teller->facts.selected == NULL))
        return NULL;
    struct table *table = table_new(teller->voice.arena, phrase(report, PHRASE_TABLE_ANSWER));
    bool ordered = question->codes->measure == MEASURE_ORDINAL;
    size_t rows = ordered ? list.count : rows_of(list.count);
    table_add_bars(table, phrase(report, PHRASE_TABLE_COUNT));
    table_add_figures(table, "");
    add_group_head(table, report, question);
    for (size_t i = 0; i < rows; i++) {
        table_row(table, "", words_item_bare(teller, question, &list.item[i]));
        add_bar(table, report, &list.item[i].figure);
        add_group(table, report, question, "", list.item[i].id, STATISTIC_SHARE);
    }
    note_hidden(table, report, &list);
    note_more(table, report, list.count, rows);
    return table;
}

static struct table *table_of_number(const struct report *report,
                                     const struct question *question) {
    const struct teller *teller = &report->teller;
    size_t count, shown;
    const struct number_class *classes = classes_of(&teller->facts, question, &count);
    struct table *table = table_new(teller->voice.arena, phrase(report, PHRASE_TABLE_ANSWER));
    size_t first = 0;
    while (count > first && classes[count - 1].figure.count == 0 &&
           !classes[count - 1].open_high)
        count--;
    while (first < count && classes[first].figure.count == 0 && !classes[first].open_low)
        first++;
    shown = count - first;
    if (shown < 2 || shown > 2 * MOST_ROWS)
        return NULL;
    table_add_bars(table, phrase(report, PHRASE_TABLE_COUNT));
    table_add_figures(table, "");
    for (size_t i = first; i < count; i++) {
        table_row(table, "", class_label(teller, question, &classes[i]));
        add_bar(table, report, &classes[i].figure);
    }
    return table;
}

/* --- rows without an order of their answers --- */

/* The share of the first set where there is one, and the answer given most. */
static struct table *table_of_nominal_rows(const struct report *report,
                                           const struct question *question) {
    const struct teller *teller = &report->teller;
    const struct facts *facts = &teller->facts;
    const struct answer_set *set = question->set_count > 0 ? &question->sets[0] : NULL;
    struct table *table = table_new(teller->voice.arena, phrase(report, PHRASE_TABLE_ROW));
    struct items order =
        items_of_rows(facts, question, question->id, set != NULL ? set->id : "",
                      set != NULL ? STATISTIC_SET : STATISTIC_ANSWERED);
    if (set != NULL) {
        items_sort(&order);
        table_add_bars(table, teller_label(teller, &set->label));
        table_add_figures(table, "");
        add_group_head(table, report, question);
    }
    table_add_words(table, phrase(report, PHRASE_TOPIC_MOST));
    table_add_figures(table, phrase(report, PHRASE_TABLE_COUNT));
    size_t rows = set != NULL ? rows_of(order.count) : rows_of(question->row_count);
    for (size_t i = 0; i < rows; i++) {
        const struct code *row = &question->rows[set != NULL ? order.item[i].position : i];
        struct items answers = items_of_row(facts, question, row);
        struct items sorted = items_sorted(facts, &answers);
        size_t tied = sorted.count > 0 ? items_tied(&sorted, 0) : 0;
        table_row(table, "", words_code_bare(teller, row));
        if (set != NULL) {
            add_bar(table, report, &order.item[i].figure);
            add_group(table, report, question, row->id, set->id, STATISTIC_SET);
        }
        table_cell(table, tied > 0 ? items_names(teller, &sorted, 0, tied)
                                   : phrase(report, PHRASE_TABLE_NOTHING));
        add_figure(table, report,
                   tied > 0 ? &sorted.item[0].figure
                            : &(struct figure){.state = FIGURE_ABSENT});
    }
    note_more(table, report, set != NULL ? order.count : question->row_count, rows);
    return table->first != NULL ? table : NULL;
}

/* --- gaps --- */

/* Beside the group's figure there is no room for who does not get it. */
static size_t unmet_columns(const struct report *report, const struct gap *gap) {
    return report->teller.facts.selected == NULL ? gap->unmet_count : 0;
}

static const struct code *unmet_code(const struct gap *gap, size_t i) {
    return &gap->satisfaction->codes->codes[gap->unmet_codes[i]];
}

static void add_gap_heads(struct table *table, const struct report *report,
                          const struct gap *gap) {
    table_add_figures(table, phrase(report, PHRASE_GAP_IMPORTANT));
    add_group_head(table, report, gap->importance);
    table_add_figures(table, phrase(report, PHRASE_GAP_SATISFIED));
    for (size_t i = 0; i < unmet_columns(report, gap); i++)
        table_add_figures(table, words_code_bare(&report->teller, unmet_code(gap, i)));
}

static void add_gap_row(struct table *table, const struct report *report, const struct gap *gap,
                        const struct pair *pair) {
    add_figure(table, report, &pair->important);
    add_group(table, report, gap->importance, pair->row, "", STATISTIC_TOP2);
    add_figure(table, report, &pair->satisfied);
    for (size_t i = 0; i < unmet_columns(report, gap); i++)
        add_count(table, report,
                  figure_whole(report->teller.facts.results, gap->satisfaction->id, pair->row,
                               unmet_code(gap, i)->id, STATISTIC_COUNT));
}

static const char *label_of_pair(const struct report *report, const struct gap *gap,
                                 const struct pair *pair) {
    const struct question *question = gap->importance;
    int row = code_position(question->rows, question->row_count, pair->row);
    return words_code_bare(&report->teller, &question->rows[row]);
}

/* Four figures leave no room for bars in 72 columns; the picture has them. */
static struct table *table_of_gap(const struct report *report, const struct gap *gap) {
    struct pairs pairs = pairs_of(&report->teller.facts, gap);
    struct table *table =
        table_new(report->teller.voice.arena, phrase(report, PHRASE_TABLE_ROW));
    if (pairs.count == 0)
        return NULL;
    table_add_figures(table, phrase(report, PHRASE_TOPIC_UNMET));
    add_gap_heads(table, report, gap);
    for (size_t i = 0; i < rows_of(pairs.count); i++) {
        table_row(table, "", label_of_pair(report, gap, &pairs.pair[i]));
        add_figure(table, report, &pairs.pair[i].unmet);
        add_gap_row(table, report, gap, &pairs.pair[i]);
    }
    note_hidden(table, report, &pairs.items);
    note_more(table, report, pairs.count, rows_of(pairs.count));
    return table;
}

/* The figure that orders the rows is there unless all of them can be first. */
static struct table *brief_of_gap(const struct report *report, const struct gap *gap,
                                  size_t most_rows, bool *all) {
    struct pairs pairs = pairs_of(&report->teller.facts, gap);
    if (pairs.count == 0 || !pairs_lead_surely(&pairs) || pairs.pair[0].unmet.count == 0)
        return NULL;
    struct tier tier = tier_of(&report->teller.facts, &pairs.items);
    size_t rows = statement_gap_named(&report->teller, &pairs);
    rows = rows < most_rows ? rows : most_rows;
    if (rows < LEAST_BRIEF_ROWS)
        return NULL;
    *all = rows >= tier.leaders;
    struct table *table = table_new(report->teller.voice.arena, "");
    add_gap_heads(table, report, gap);
    for (size_t i = 0; i < rows; i++) {
        table_row(table, "", label_of_pair(report, gap, &pairs.pair[i]));
        add_gap_row(table, report, gap, &pairs.pair[i]);
    }
    return table;
}

/* --- several questions about one list --- */

static struct items *lists_of(const struct report *report, const struct together *together) {
    struct items *lists =
        arena_allocate(report->teller.voice.arena, together->count + 1, sizeof *lists);
    for (size_t i = 0; i < together->count; i++)
        lists[i] = statement_list_of(&report->teller.facts, together->questions[i]);
    return lists;
}

/* Behind the figure of a group each column needs its own. */
static void add_together_heads(struct table *table, const struct report *report,
                               const struct together *together, bool bars) {
    for (size_t i = 0; i < together->count; i++) {
        const char *column = teller_label(&report->teller, &together->columns[i]);
        if (i == 0 && bars)
            table_add_bars(table, column);
        table_add_figures(table, i == 0 && bars ? "" : column);
        add_group_head(table, report, together->questions[i]);
    }
}

static void add_together_row(struct table *table, const struct report *report,
                             const struct together *together, const struct items *lists,
                             const struct item *item, bool bars) {
    table_row(table, "", words_item_bare(&report->teller, together->questions[0], item));
    for (size_t i = 0; i < together->count; i++) {
        const struct question *question = together->questions[i];
        struct figure figure = statement_figure_in(&lists[i], item->id);
        if (i == 0 && bars)
            add_bar(table, report, &figure);
        else
            add_figure(table, report, &figure);
        struct item_key key = items_key(question, item->id);
        add_group(table, report, question, key.item, key.category, lists[i].statistic);
    }
}

static struct table *table_of_together(const struct report *report,
                                       const struct together *together) {
    struct items *lists = lists_of(report, together);
    struct table *table =
        table_new(report->teller.voice.arena, phrase(report, PHRASE_TABLE_ROW));
    if (lists[0].count == 0)
        return NULL;
    add_together_heads(table, report, together, true);
    for (size_t i = 0; i < rows_of(lists[0].count); i++)
        add_together_row(table, report, together, lists, &lists[0].item[i], true);
    note_hidden(table, report, &lists[0]);
    note_more(table, report, lists[0].count, rows_of(lists[0].count));
    return table;
}

/* True where a list names the item among those that can be first. */
static bool is_named(const struct report *report, const struct items *list, const char *id) {
    struct tier tier = tier_of(&report->teller.facts, list);
    size_t named = tier.leaders <= 1 ? 1 : tier.named;
    for (size_t i = 0; i < list->count && i < named; i++)
        if (strcmp(list->item[i].id, id) == 0)
            return true;
    return false;
}

/* Which rows there is room for: the first of each question, then the others that a question
 * names, in the order of the first question. */
static struct table *brief_of_together(const struct report *report,
                                       const struct together *together, size_t most_rows,
                                       bool *all) {
    struct items *lists = lists_of(report, together);
    bool *wanted =
        arena_allocate(report->teller.voice.arena, lists[0].count + 1, sizeof *wanted);
    size_t rows = 0;
    for (size_t round = 0; round < 2; round++)
        for (size_t q = 0; q < together->count; q++)
            for (size_t i = 0; i < lists[0].count; i++) {
                const char *id = lists[0].item[i].id;
                bool first = lists[q].count > 0 && strcmp(lists[q].item[0].id, id) == 0;
                bool take = round == 0 ? first : is_named(report, &lists[q], id);
                if (take && !wanted[i] && rows < most_rows) {
                    wanted[i] = true;
                    rows++;
                }
            }
    if (rows < LEAST_BRIEF_ROWS)
        return NULL;
    *all = tier_of(&report->teller.facts, &lists[0]).leaders <= 1;
    struct table *table = table_new(report->teller.voice.arena, "");
    add_together_heads(table, report, together, false);
    for (size_t i = 0; i < lists[0].count; i++)
        if (wanted[i])
            add_together_row(table, report, together, lists, &lists[0].item[i], false);
    return table;
}

/* --- several times --- */

static struct table *table_of_trend(const struct report *report, const struct trend *trend) {
    const struct teller *teller = &report->teller;
    const struct code_list *codes = trend->questions[0]->codes;
    struct table *table = table_new(teller->voice.arena, phrase(report, PHRASE_TABLE_ANSWER));
    for (size_t i = 0; i < trend->count; i++)
        table_add_figures(table, teller_label(teller, &trend->when[i]));
    for (size_t code = 0; code < codes->inside; code++) {
        table_row(table, "", words_code_bare(teller, &codes->codes[code]));
        for (size_t i = 0; i < trend->count; i++) {
            struct figure figure = figure_share(teller->facts.results, trend->questions[i]->id,
                                                "", codes->codes[code].id, STATISTIC_SHARE);
            add_figure(table, report, &figure);
        }
    }
    return table;
}

/* --- topics --- */

/* NULL: no table. */
static struct table *no_table(const struct report *report, const struct question *question) {
    (void)report, (void)question;
    return NULL;
}

static struct table *table_of_rows(const struct report *report,
                                   const struct question *question) {
    return question->codes->measure == MEASURE_ORDINAL
               ? table_of_list(report, question)
               : table_of_nominal_rows(report, question);
}

static struct table *(*const writers[])(const struct report *report,
                                        const struct question *question) = {
    [QUESTION_SINGLE] = table_of_single, [QUESTION_MULTI] = table_of_list,
    [QUESTION_MATRIX] = table_of_rows,   [QUESTION_RANKING] = table_of_list,
    [QUESTION_NUMBER] = table_of_number, [QUESTION_TEXT] = no_table,
    [QUESTION_CONTACT] = no_table,
};
ASSERT_ROW_FOR_EACH_TYPE(writers);

struct table *topic_table_of(const struct report *report, const struct topic *topic) {
    switch (topic->kind) {
    case TOPIC_QUESTION:
        return writers[topic->question->type](report, topic->question);
    case TOPIC_GAP:
        return table_of_gap(report, topic->gap);
    case TOPIC_TOGETHER:
        return table_of_together(report, topic->together);
    case TOPIC_TREND:
        return table_of_trend(report, topic->trend);
    case TOPIC_ITEM:
    case TOPIC_GLANCE:
        break;
    }
    return NULL;
}

struct table *topic_table_brief(const struct report *report, const struct topic *topic,
                                size_t most_rows, bool *all) {
    *all = true;
    if (topic->kind == TOPIC_TOGETHER)
        return brief_of_together(report, topic->together, most_rows, all);
    const struct gap *gap = topic->kind == TOPIC_GLANCE ? topic->glance->gap : topic->gap;
    return gap != NULL ? brief_of_gap(report, gap, most_rows, all) : NULL;
}
