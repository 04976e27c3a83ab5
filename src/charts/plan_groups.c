/* Pictures of the figures by group: one bar per group, or a bar a group and item. */

#include "charts/plan_parts.h"
#include "wording/group_sentence.h"
#include "wording/terms.h"

/* More rows than that are read more easily in a table. */
enum { MOST_ROWS = 24 };

/* The share that the question's own picture sorts its items by; absent where it keeps the order
 * of the questionnaire. */
static struct figure order_of(const struct teller *teller, const struct group_finding *table) {
    const struct question *question = table->question;
    if (items_have_shares(question))
        return figure_share(teller->results, question->id, table->item, "",
                            items_statistic(question));
    if (question->set_count == 0)
        return (struct figure){.state = FIGURE_ABSENT};
    return figure_share(teller->results, question->id, table->item, question->sets[0].id,
                        STATISTIC_SET);
}

/* The tables whose class was tested, sorted as the question's own picture: under a title that
 * says of a difference there is nothing that the test was not about. */
static struct group_findings drawn_of(const struct teller *teller,
                                      const struct group_findings *tables) {
    struct arena *arena = teller->voice.arena;
    struct items order = {.item = arena_allocate(arena, tables->count + 1, sizeof *order.item)};
    struct group_findings drawn = *tables;
    drawn.table = arena_allocate(arena, tables->count + 1, sizeof *drawn.table);
    for (size_t i = 0; i < tables->count; i++)
        if (tables->table[i].class_tested)
            items_add(&order, (struct item){"", "", i, order_of(teller, &tables->table[i])});
    items_sort(&order);
    drawn.count = order.count + order.hidden + order.empty;
    for (size_t i = 0; i < drawn.count; i++)
        drawn.table[i] = tables->table[order.item[i].position];
    return drawn;
}

static size_t count_rows(const struct group_findings *drawn) {
    size_t rows = 0;
    for (size_t i = 0; i < drawn->count; i++)
        rows += drawn->table[i].groups.count;
    return rows;
}

static const char *label_of(const struct teller *teller, const struct group_findings *drawn,
                            const struct group_finding *table, const struct item *group) {
    if (table->item[0] == '\0')
        return group->label;
    return voice_say(&teller->voice, PHRASE_CHART_GROUP_ROW, "item",
                     group_sentence_row(teller, drawn, table), "group", group->label, NULL);
}

static void add_rows(const struct teller *teller, const struct group_findings *drawn,
                     struct chart *chart) {
    struct chart_row *rows =
        arena_allocate(teller->voice.arena, count_rows(drawn) + 1, sizeof *rows);
    for (size_t i = 0; i < drawn->count; i++) {
        const struct group_finding *table = &drawn->table[i];
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

/* The first sentence about the tests is the title, unless it only says what is not shown; the
 * others are notes. */
static void set_title(const struct teller *teller, const struct group_findings *tables,
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
    struct group_findings tables = group_findings_of(teller, question, grouping);
    struct group_findings drawn = drawn_of(teller, &tables);
    size_t rows = count_rows(&drawn);
    if (rows == 0 || rows > MOST_ROWS || !group_findings_picture(&tables))
        return false;
    set_title(teller, &tables, chart);
    /* It ends with a colon: the bars are below. */
    const char *counted = group_sentence_class(teller, &drawn);
    if (counted[0] != '\0')
        chart->subtitle = arena_format(teller->voice.arena, "%s %s", chart->subtitle, counted);
    add_rows(teller, &drawn, chart);
    struct sentences left_out = group_sentence_hidden(teller, &tables);
    for (size_t i = 0; i < left_out.count; i++)
        plan_note(teller, chart, left_out.line[i]);
    return true;
}
