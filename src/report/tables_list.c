#include "report/tables_list.h"

#include <string.h>

#include "findings/items.h"
#include "wording/rounding.h"

struct list list_new(const struct tables *tables, const struct question *question,
                     const char *title, enum phrase head, size_t room) {
    return (struct list){.question = question,
                         .figures = question->id,
                         .title = title,
                         .head = teller_phrase(tables->teller, head),
                         .entries = arena_allocate(tables->teller->voice.arena, room + 1,
                                                   sizeof(struct list_entry))};
}

void list_add(struct list *list, const char *label, const char *item, const char *category,
              enum statistic statistic) {
    list->entries[list->count++] = (struct list_entry){label, item, category, statistic};
}

/* --- who is missing --- */

static const struct result *state_of(const struct tables *tables,
                                     const struct question *question, size_t part,
                                     const struct missing_kind *kind) {
    return results_find(tables->teller->facts.results, question->id,
                        question_part(question, part), kind->category, kind->statistic);
}

/* True where somebody has it in any part, or it is not known. */
static bool occurs(const struct tables *tables, const struct question *question,
                   const struct missing_kind *kind) {
    for (size_t i = 0; i < question_parts(question); i++) {
        const struct result *result = state_of(tables, question, i, kind);
        if (result != NULL &&
            (result->flag == FLAG_SUPPRESSED || (result->has_value && result->value > 0)))
            return true;
    }
    return false;
}

static void add_kind(const struct tables *tables, const struct question *question,
                     struct missing_kinds *kinds, struct missing_kind kind) {
    if (occurs(tables, question, &kind))
        kinds->kind[kinds->count++] = kind;
}

/* The answers beside the scale one by one; where none of them is published, all together. A
 * kind that the questionnaire does not offer says nothing, hidden or not. */
static void add_beside(const struct tables *tables, const struct question *question,
                       struct missing_kinds *kinds) {
    const struct code_list *codes = question->codes;
    for (size_t i = codes->inside; i < codes->count; i++)
        add_kind(
            tables, question, kinds,
            (struct missing_kind){teller_code_label(tables->teller, &codes->codes[i].label),
                                  codes->codes[i].id, STATISTIC_COUNT});
    if (kinds->count == 0 && codes->inside < codes->count)
        add_kind(tables, question, kinds,
                 (struct missing_kind){teller_phrase(tables->teller, PHRASE_TABLES_BESIDE), "",
                                       STATISTIC_OUTSIDE});
}

struct missing_kinds list_missing(const struct tables *tables,
                                  const struct question *question) {
    enum { STATES = 5 }; /* at most */
    const struct teller *teller = tables->teller;
    size_t room = STATES + (question->codes != NULL ? question->codes->count : 0);
    struct missing_kinds kinds = {
        .kind = arena_allocate(teller->voice.arena, room, sizeof *kinds.kind)};
    if (question->codes != NULL && !question_has_options(question))
        add_beside(tables, question, &kinds);
    if (question->has_dk)
        add_kind(tables, question, &kinds,
                 (struct missing_kind){teller_code_label(teller, &question->dk), "",
                                       STATISTIC_DONT_KNOW});
    const struct missing_kind states[] = {
        {teller_phrase(teller, PHRASE_MISSING_SKIPPED), "", STATISTIC_SKIPPED},
        {teller_phrase(teller, PHRASE_MISSING_NOT_SHOWN), "", STATISTIC_NOT_SHOWN},
        {teller_phrase(teller, PHRASE_MISSING_INVALID), "", STATISTIC_INVALID}};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        add_kind(tables, question, &kinds, states[i]);
    return kinds;
}

/* --- the table --- */

static struct figure figure_at(const struct tables *tables, const struct list *list,
                               const struct list_entry *entry) {
    return figure_share(tables->teller->facts.results, list->figures, entry->item,
                        entry->category, entry->statistic);
}

static const struct result *row_at(const struct tables *tables, const struct list *list,
                                   const struct list_entry *entry) {
    return results_find(tables->teller->facts.results, list->figures, entry->item,
                        entry->category, entry->statistic);
}

/* Which columns a table has beside the counts. */
struct columns {
    bool bases, percent, most, majority;
};

static bool has_majority(const struct tables *tables, const struct result *share) {
    struct frame frame;
    const struct facts *facts = &tables->teller->facts;
    return cells_have_most(tables, share) &&
           figure_frame(facts->results, share, facts->invited, &frame) && frame.tipping > 0;
}

static struct columns columns_of(const struct tables *tables, const struct list *list) {
    struct columns columns = {.bases = list->own_bases};
    for (size_t i = 0; i < list->count; i++) {
        struct figure figure = figure_at(tables, list, &list->entries[i]);
        const struct result *share = row_at(tables, list, &list->entries[i]);
        columns.percent = columns.percent || (figure.state == FIGURE_SHOWN &&
                                              figure.base >= ROUNDING_PERCENT_FROM);
        columns.most = columns.most || cells_have_most(tables, share);
        columns.majority = columns.majority || has_majority(tables, share);
    }
    return columns;
}

static void add_columns(const struct tables *tables, struct table *table,
                        const struct columns *columns) {
    const struct teller *teller = tables->teller;
    table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_COUNT));
    if (columns->bases)
        table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_OF));
    if (columns->percent)
        table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_PERCENT));
    if (columns->most)
        table_add_figures(table, teller_phrase(teller, PHRASE_TABLE_MOST));
    if (columns->majority)
        table_add_figures(table, teller_phrase(teller, PHRASE_TABLES_MAJORITY));
}

/* Nothing in the columns behind the count. */
static void fill_row(struct table *table) {
    while (table->last->count < table->column_count)
        cells_empty(table);
}

static void add_state(struct tables *tables, const struct list *list, struct table *table,
                      const struct missing_kind *kind) {
    table_row(table, "", kind->label);
    cells_result_whole(tables, table, state_of(tables, list->question, 0, kind));
    fill_row(table);
}

static void add_entry(struct tables *tables, const struct list *list, struct table *table,
                      const struct list_entry *entry, const struct columns *columns) {
    struct figure figure = figure_at(tables, list, entry);
    const struct result *share = row_at(tables, list, entry);
    table_row(table, "", entry->label);
    cells_count(tables, table, &figure);
    if (columns->bases)
        cells_base(tables, table, &figure);
    if (columns->percent)
        cells_percent(tables, table, &figure);
    if (columns->most)
        cells_most(tables, table, share);
    if (columns->majority)
        cells_majority(tables, table, share);
}

void list_write(struct tables *tables, const struct list *list) {
    struct columns columns = columns_of(tables, list);
    struct table *table = table_new(tables->teller->voice.arena, list->head);
    const struct missing_kind answered = {teller_phrase(tables->teller, PHRASE_TABLE_ANSWERED),
                                          "", STATISTIC_ANSWERED};
    table_set_title(table, list->title);
    add_columns(tables, table, &columns);
    if (list->with_missing)
        add_state(tables, list, table, &answered);
    for (size_t i = 0; i < list->count; i++)
        add_entry(tables, list, table, &list->entries[i], &columns);
    if (list->with_missing) {
        struct missing_kinds kinds = list_missing(tables, list->question);
        for (size_t i = 0; i < kinds.count; i++)
            add_state(tables, list, table, &kinds.kind[i]);
    }
    table_print(table, tables->page);
}
