#include "charts/plan_dots.h"

#include <string.h>

#include "charts/plan_words.h"
#include "findings/group_findings.h"
#include "findings/pairs.h"
#include "wording/group_sentence.h"
#include "wording/item_words.h"
#include "wording/statement_gap.h"
#include "wording/terms.h"

static struct chart_share *add_marks(const struct teller *teller, const struct chart *chart,
                                     struct chart_row *row) {
    struct chart_share *marks =
        arena_allocate(teller->voice.arena, CHART_MOST_MARKS, sizeof *marks);
    for (size_t i = 0; i < chart->mark_count; i++)
        marks[i] = (struct chart_share){0, 0, NULL};
    row->marks = marks;
    return marks;
}

static const char **name_marks(const struct teller *teller, size_t count, struct chart *chart) {
    const char **names = arena_allocate(teller->voice.arena, CHART_MOST_MARKS, sizeof *names);
    chart->kind = CHART_DOTS;
    chart->marks = names;
    chart->mark_count = count;
    return names;
}

/* --- importance against satisfaction --- */

bool plan_gap(const struct teller *teller, const struct gap *gap, struct chart *chart) {
    struct pairs pairs = pairs_of(&teller->facts, gap);
    const char **names = name_marks(teller, 2, chart);
    names[0] = teller_phrase(teller, PHRASE_GAP_IMPORTANT);
    names[1] = teller_phrase(teller, PHRASE_GAP_SATISFIED);
    struct chart_row *rows = plan_rows(teller, gap->importance, &pairs.items, false, chart);
    for (size_t i = 0; i < chart->row_count; i++) {
        struct chart_share *marks = add_marks(teller, chart, &rows[i]);
        marks[0] = marks[1] = rows[i].share;
        if (i >= pairs.count)
            continue;
        marks[0] = plan_share(teller, &pairs.pair[i].important);
        marks[1] = plan_share(teller, &pairs.pair[i].satisfied);
    }
    plan_note(teller, chart, statement_gap_means(teller, gap));
    plan_note_items(teller, chart, &pairs.items);
    return pairs.count > 0;
}

/* --- questions about the same items --- */

/* The figure of the item at that position; absent where there is no such item. */
static struct figure figure_at(const struct items *items, size_t position) {
    for (size_t i = 0; i < items->count + items->hidden + items->empty; i++)
        if (items->item[i].position == position)
            return items->item[i].figure;
    return (struct figure){.state = FIGURE_ABSENT};
}

bool plan_together(const struct teller *teller, const struct together *together,
                   struct chart *chart) {
    struct items *items = arena_allocate(teller->voice.arena, together->count, sizeof *items);
    const char **names = name_marks(teller, together->count, chart);
    for (size_t i = 0; i < together->count; i++) {
        const struct question *question = together->questions[i];
        if (!items_have_shares(question))
            return false;
        items[i] = items_of_question(&teller->facts, question, items_statistic(question));
        names[i] = teller_label(teller, &together->columns[i]);
    }
    items_sort(&items[0]);
    struct chart_row *rows = plan_rows(teller, together->questions[0], &items[0], true, chart);
    size_t shown = items[0].count, hidden = items[0].hidden, empty = items[0].empty;
    for (size_t i = 0; i < chart->row_count; i++) {
        struct chart_share *marks = add_marks(teller, chart, &rows[i]);
        size_t at = i < shown ? i : i < shown + empty ? i + hidden : i - empty;
        for (size_t k = 0; k < together->count; k++) {
            struct figure figure = figure_at(&items[k], items[0].item[at].position);
            marks[k] = plan_share(teller, &figure);
        }
    }
    for (size_t i = 0; i < together->count; i++)
        plan_note_items(teller, chart, &items[i]);
    return shown > 0;
}

/* --- groups --- */

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

/* The tables whose groups differ, sorted as the question's own picture. */
static struct group_findings drawn_of(const struct teller *teller,
                                      const struct group_findings *tables) {
    struct arena *arena = teller->voice.arena;
    struct items order = {.item = arena_allocate(arena, tables->count + 1, sizeof *order.item)};
    struct group_findings drawn = *tables;
    drawn.table = arena_allocate(arena, tables->count + 1, sizeof *drawn.table);
    for (size_t i = 0; i < tables->count; i++)
        if (tables->table[i].verdict == GROUP_DIFFERENT)
            items_add(&order, (struct item){NULL, "", i, order_of(teller, &tables->table[i])});
    items_sort(&order);
    drawn.count = order.count + order.hidden + order.empty;
    for (size_t i = 0; i < drawn.count; i++)
        drawn.table[i] = tables->table[order.item[i].position];
    return drawn;
}

/* All groups of some tables, each once: a table by coarser groups has others. */
struct group_list {
    const struct item *group[CHART_MOST_MARKS];
    size_t count;
    bool too_many;
};

/* Where a group stands in the list; its end where it is not there. */
static size_t find_group(const struct group_list *list, const struct item *group) {
    size_t at = 0;
    while (at < list->count && strcmp(list->group[at]->id, group->id) != 0)
        at++;
    return at;
}

static struct group_list list_groups(const struct group_findings *drawn) {
    struct group_list list = {.count = 0};
    for (size_t i = 0; i < drawn->count; i++) {
        const struct items *groups = &drawn->table[i].groups;
        for (size_t k = 0; k < groups->count + groups->hidden; k++) {
            if (find_group(&list, &groups->item[k]) < list.count)
                continue;
            if (list.count == CHART_MOST_MARKS) {
                list.too_many = true;
                return list;
            }
            list.group[list.count++] = &groups->item[k];
        }
    }
    return list;
}

static void add_group_rows(const struct teller *teller, const struct group_findings *drawn,
                           const struct group_list *list, struct chart *chart) {
    struct chart_row *rows =
        arena_allocate(teller->voice.arena, drawn->count + 1, sizeof *rows);
    const char **names = name_marks(teller, list->count, chart);
    for (size_t i = 0; i < list->count; i++)
        names[i] = item_label(teller, list->group[i]);
    for (size_t i = 0; i < drawn->count; i++) {
        const struct group_finding *table = &drawn->table[i];
        rows[i].label = table->item[0] != '\0' ? group_sentence_row(teller, drawn, table) : "";
        struct chart_share *marks = add_marks(teller, chart, &rows[i]);
        for (size_t k = 0; k < table->groups.count + table->groups.hidden; k++) {
            const struct item *group = &table->groups.item[k];
            marks[find_group(list, group)] = plan_share(teller, &group->figure);
        }
    }
    chart->rows = rows;
    chart->row_count = drawn->count;
}

/* The first sentence about the tests, which are those of a difference, is the title; the others
 * are notes. */
static void set_groups_title(const struct teller *teller, const struct group_findings *tables,
                             struct chart *chart) {
    struct sentences verdicts = group_sentence_verdicts(teller, tables);
    const char *lead = group_sentence_lead(teller, &tables->grouping, 1);
    chart->title = arena_format(teller->voice.arena, "%s %s", lead, verdicts.line[0]);
    for (size_t i = 1; i < verdicts.count; i++)
        plan_note(teller, chart, verdicts.line[i]);
}

bool plan_groups(const struct teller *teller, const struct question *question,
                 const struct grouping *grouping, struct chart *chart) {
    struct group_findings tables = group_findings_of(&teller->facts, question, grouping);
    struct group_findings drawn = drawn_of(teller, &tables);
    struct group_list list = list_groups(&drawn);
    if (list.count < 2 || list.too_many)
        return false;
    set_groups_title(teller, &tables, chart);
    /* It ends with a colon: the signs are below. */
    const char *counted = group_sentence_class(teller, &drawn);
    if (counted[0] != '\0')
        chart->subtitle = arena_format(teller->voice.arena, "%s %s", chart->subtitle, counted);
    add_group_rows(teller, &drawn, &list, chart);
    struct sentences left_out = group_sentence_hidden(teller, &tables);
    for (size_t i = 0; i < left_out.count; i++)
        plan_note(teller, chart, left_out.line[i]);
    return true;
}
