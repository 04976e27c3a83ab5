/* Pictures of the figures by group: a bar a group, or a bar a group and item. */
#include <string.h>

#include "charts/plan_parts.h"
#include "wording/group_sentence.h"
#include "wording/terms.h"

/* More rows than that are read more easily in a table. */
enum { MOST_ROWS = 24 };

/* The share that the question's own picture sorts its items by; absent where it keeps the order
 * of the questionnaire. */
static struct figure order_of(const struct teller *teller, const struct group_table *table) {
    const struct question *question = table->question;
    const char *category = "", *statistic = "share";
    if (question->type == QUESTION_RANKING) {
        statistic = question->max_choices < 2 ? "first" : "top";
    } else if (question->type == QUESTION_MATRIX &&
               question->codes->measure == MEASURE_ORDINAL) {
        statistic = "top2";
    } else if (question->type == QUESTION_MATRIX) {
        if (question->set_count == 0)
            return (struct figure){.state = FIGURE_ABSENT};
        category = question->sets[0].id;
        statistic = "set";
    }
    return figure_share(teller->results, question->id, table->item, category, statistic);
}

/* The tables with counts, sorted as the question's own picture. */
static struct group_tables drawn_of(const struct teller *teller,
                                    const struct group_tables *tables) {
    struct arena *arena = teller->voice.arena;
    struct items order = {.item = arena_allocate(arena, tables->count + 1, sizeof *order.item)};
    struct group_tables drawn = *tables;
    drawn.table = arena_allocate(arena, tables->count + 1, sizeof *drawn.table);
    for (size_t i = 0; i < tables->count; i++)
        if (tables->table[i].groups.count > 0)
            items_add(&order, (struct item){"", "", i, order_of(teller, &tables->table[i])});
    items_sort(&order);
    drawn.count = order.count + order.hidden + order.empty;
    for (size_t i = 0; i < drawn.count; i++)
        drawn.table[i] = tables->table[order.item[i].position];
    return drawn;
}

static size_t count_rows(const struct group_tables *drawn) {
    size_t rows = 0;
    for (size_t i = 0; i < drawn->count; i++)
        rows += drawn->table[i].groups.count;
    return rows;
}

static const char *label_of(const struct teller *teller, const struct group_tables *drawn,
                            const struct group_table *table, const struct item *group) {
    if (table->item[0] == '\0')
        return group->label;
    return voice_say(&teller->voice, PHRASE_CHART_GROUP_ROW, "item",
                     group_sentence_row(teller, drawn, table), "group", group->label, NULL);
}

static void add_rows(const struct teller *teller, const struct group_tables *drawn,
                     struct chart *chart) {
    struct chart_row *rows =
        arena_allocate(teller->voice.arena, count_rows(drawn) + 1, sizeof *rows);
    for (size_t i = 0; i < drawn->count; i++) {
        const struct group_table *table = &drawn->table[i];
        for (size_t k = 0; k < table->groups.count; k++) {
            const struct item *group = &table->groups.item[k];
            rows[chart->row_count++] =
                (struct chart_row){.label = label_of(teller, drawn, table, group),
                                   .share = plan_share(teller, &group->figure)};
        }
    }
    chart->kind = CHART_BARS;
    chart->rows = rows;
}

static bool shown_anywhere(const struct group_tables *drawn, const char *id) {
    for (size_t i = 0; i < drawn->count; i++)
        for (size_t k = 0; k < drawn->table[i].groups.count; k++)
            if (strcmp(drawn->table[i].groups.item[k].id, id) == 0)
                return true;
    return false;
}

/* Groups of the drawn tables that have no bar: those that never have one once, others with
 * their item. */
static struct items hidden_of(const struct teller *teller, const struct group_tables *drawn) {
    size_t room = drawn->count * QUESTIONNAIRE_MAX_CODES;
    struct items hidden = {
        .item = arena_allocate(teller->voice.arena, room + 1, sizeof *hidden.item)};
    for (size_t i = 0; i < drawn->count; i++) {
        const struct items *groups = &drawn->table[i].groups;
        for (size_t k = groups->count; k < groups->count + groups->hidden; k++) {
            struct item group = groups->item[k];
            bool told = false;
            if (shown_anywhere(drawn, group.id))
                group.label = label_of(teller, drawn, &drawn->table[i], &group);
            for (size_t j = 0; j < hidden.hidden; j++)
                told = told || strcmp(hidden.item[j].label, group.label) == 0;
            if (!told)
                items_add(&hidden, group);
        }
    }
    return hidden;
}

/* One paragraph a rule. */
static void note_hidden(const struct teller *teller, struct items hidden, struct chart *chart) {
    while (hidden.hidden > 0) {
        const char *rule = hidden.item[0].figure.rule;
        struct items same = {
            .item = arena_allocate(teller->voice.arena, hidden.hidden + 1, sizeof *same.item)};
        size_t left = 0;
        for (size_t i = 0; i < hidden.hidden; i++)
            if (strcmp(hidden.item[i].figure.rule, rule) == 0)
                items_add(&same, hidden.item[i]);
            else
                hidden.item[left++] = hidden.item[i];
        hidden.hidden = left;
        plan_note(teller, chart,
                  voice_say(&teller->voice, PHRASE_HIDDEN_ITEMS, "labels",
                            items_names(teller, &same, 0, same.hidden), "why",
                            group_sentence_why(teller, rule), NULL));
    }
}

/* Why groups are put together; each rule once. */
static void note_coarse(const struct teller *teller, const struct group_tables *drawn,
                        struct chart *chart) {
    for (size_t i = 0; i < drawn->count; i++) {
        const struct group_table *table = &drawn->table[i];
        bool told = !table->coarse;
        for (size_t k = 0; k < i; k++)
            told = told || strcmp(drawn->table[k].rule, table->rule) == 0;
        if (!told)
            plan_note(teller, chart,
                      voice_say(&teller->voice, PHRASE_GROUPS_COARSE, "why",
                                group_sentence_why(teller, table->rule), NULL));
    }
}

/* The first sentence about the tests is the title, unless it only says what is not shown; the
 * others are notes. */
static void set_title(const struct teller *teller, const struct group_tables *tables,
                      struct chart *chart) {
    struct sentences verdicts = group_sentence_verdicts(teller, tables);
    size_t used = 0;
    for (size_t i = 0; i < tables->count; i++)
        if (tables->table[i].verdict == GROUP_ALIKE ||
            tables->table[i].verdict == GROUP_DIFFERENT)
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

bool plan_groups(const struct teller *teller, const struct question *question,
                 const struct grouping *grouping, struct chart *chart) {
    struct group_tables tables = groups_of(teller, question, grouping);
    struct group_tables drawn = drawn_of(teller, &tables);
    size_t rows = count_rows(&drawn);
    if (rows == 0 || rows > MOST_ROWS || !groups_differ(&tables))
        return false;
    set_title(teller, &tables, chart);
    /* It ends with a colon: the bars stand below. */
    const char *counted = group_sentence_class(teller, &drawn);
    if (counted[0] != '\0')
        chart->subtitle = arena_format(teller->voice.arena, "%s %s", chart->subtitle, counted);
    add_rows(teller, &drawn, chart);
    note_coarse(teller, &drawn, chart);
    note_hidden(teller, hidden_of(teller, &drawn), chart);
    struct sentences left_out = group_sentence_hidden(teller, &tables);
    for (size_t i = 0; i < left_out.count; i++)
        plan_note(teller, chart, left_out.line[i]);
    return true;
}
