#include "findings/group_findings.h"

#include <math.h>
#include <string.h>

#include "survey/view.h"

const char *group_findings_by(const struct facts *facts, const struct group_finding *table) {
    char by[RESULTS_BY_SIZE];
    return arena_copy(facts->arena,
                      results_by(by, table->grouping->question->id, table->coarse));
}

static const struct result *find(const struct facts *facts, const struct group_finding *table,
                                 enum statistic statistic) {
    return results_find_by(facts->results, table->question->id, table->item, "",
                           table->grouping->question->id, "", statistic);
}

/* A group as the questionnaire knows it, fine or coarse. */
struct level {
    const char *id;
    const struct label *label;
};

static size_t level_count(const struct group_finding *table) {
    return table->coarse ? table->grouping->coarse_count
                         : table->grouping->question->codes->count;
}

static struct level level_at(const struct group_finding *table, size_t i) {
    if (table->coarse)
        return (struct level){table->grouping->coarse[i].id, &table->grouping->coarse[i].label};
    const struct code *code = &table->grouping->question->codes->codes[i];
    return (struct level){code->id, &code->label};
}

/* The share of a class in every group of which there is a row. */
static struct items read_class(const struct facts *facts, const struct group_finding *table,
                               const struct group_class *class) {
    const char *by = group_findings_by(facts, table);
    size_t count = level_count(table);
    struct items groups = {.question = table->question->id,
                           .statistic = class->statistic,
                           .item =
                               arena_allocate(facts->arena, count + 1, sizeof *groups.item)};
    for (size_t i = 0; i < count; i++) {
        struct level level = level_at(table, i);
        struct figure figure =
            figure_share_by(facts->results, table->question->id, table->item,
                            class->answers.category, by, level.id, class->statistic);
        if (figure.state == FIGURE_ABSENT)
            figure = figure_share_by(facts->results, table->question->id, table->item, "", by,
                                     level.id, STATISTIC_SHARE);
        if (figure.state == FIGURE_SHOWN || figure.state == FIGURE_HIDDEN)
            items_add(&groups, (struct item){level.label, level.id, i, figure});
    }
    return groups;
}

/* The class that a table without a class view would have had: of all answers the one that is
 * worth a sentence. */
static struct answer_class decide_class(const struct facts *facts,
                                        const struct group_finding *table) {
    const struct code_list *codes = table->question->codes;
    int64_t *counts = arena_allocate(facts->arena, codes->count + 1, sizeof *counts);
    for (size_t i = 0; i < codes->inside; i++)
        counts[i] = figure_whole(facts->results, table->question->id, table->item,
                                 codes->codes[i].id, STATISTIC_COUNT);
    return answer_class_decide(table->question, counts);
}

/* The class, in the words of the figures: of a count its share is said. */
static struct group_class group_class_of(const struct facts *facts,
                                         const struct group_finding *table,
                                         const struct table_view *view) {
    struct answer_class class =
        view_is_class(view->view) ? view->class : decide_class(facts, table);
    enum statistic statistic = class_kind_statistic(class.kind);
    return (struct group_class){class,
                                statistic == STATISTIC_COUNT ? STATISTIC_SHARE : statistic};
}

static void read_counts(const struct facts *facts, struct group_finding *table) {
    const struct result *hidden = find(facts, table, STATISTIC_COUNT);
    struct table_view view = view_find(facts->results, table->question->id, table->item,
                                       table->grouping->question->id);
    table->rule = hidden != NULL && hidden->flag == FLAG_SUPPRESSED ? hidden->method : "";
    table->coarse = view_is_coarse(view.view);
    table->class = (struct group_class){{CLASS_NONE, ""}, STATISTIC_NONE};
    if (table->question->codes == NULL)
        return;
    table->class = group_class_of(facts, table, &view);
    if (view.view == VIEW_NOTHING)
        return;
    table->groups = read_class(facts, table, &table->class);
    table->all = view.view == VIEW_ALL || view.view == VIEW_COARSE_ALL;
}

/* The gate tests what it shows, and writes no verdict beside anything else. */
static void read_verdict(const struct facts *facts, struct group_finding *table) {
    const struct result *verdict = find(facts, table, STATISTIC_VERDICT);
    const struct result *least = find(facts, table, STATISTIC_LEAST_DIFFERENCE);
    table->least = (struct figure){.state = FIGURE_ABSENT};
    if (verdict == NULL || !verdict->has_value || table->groups.count == 0)
        return;
    table->verdict = verdict->value != 0 ? GROUP_DIFFERENT : GROUP_ALIKE;
    if (least != NULL && least->has_value && least->has_n)
        table->least =
            figure_of((int64_t)round((1 - least->value) * (double)least->n), least->n);
}

/* NULL: the question as a whole. */
static const struct code *code_of(const struct question *question, const char *item) {
    size_t count;
    const struct code *codes = question_items(question, &count);
    int position = code_position(codes, count, item);
    return position >= 0 ? &codes[position] : NULL;
}

struct group_finding group_finding_of(const struct facts *facts,
                                      const struct question *question,
                                      const struct grouping *grouping, const char *item) {
    struct group_finding table = {.question = question,
                                  .grouping = grouping,
                                  .item = item,
                                  .code = code_of(question, item)};
    read_counts(facts, &table);
    read_verdict(facts, &table);
    return table;
}

static bool is_published(const struct group_finding *table) {
    return table->verdict != GROUP_UNTESTED || table->rule[0] != '\0' ||
           table->groups.count + table->groups.hidden > 0;
}

struct group_findings group_findings_of(const struct facts *facts,
                                        const struct question *question,
                                        const struct grouping *grouping) {
    size_t count;
    const struct code *codes = question_items(question, &count);
    struct group_findings tables = {
        .grouping = grouping,
        .table = arena_allocate(facts->arena, count + 1, sizeof *tables.table)};
    if (question == grouping->question || !facts_show(question))
        return tables;
    for (size_t i = 0; i < (count > 0 ? count : 1); i++) {
        struct group_finding table =
            group_finding_of(facts, question, grouping, count > 0 ? codes[i].id : "");
        if (is_published(&table))
            tables.table[tables.count++] = table;
    }
    return tables;
}

void group_findings_sort(const struct facts *facts, struct group_findings *tables) {
    struct items items = {
        .item = arena_allocate(facts->arena, tables->count + 1, sizeof *items.item)};
    for (size_t i = 0; i < tables->count; i++) {
        const struct group_finding *table = &tables->table[i];
        items_add(&items, (struct item){NULL, "", i,
                                        figure_share(facts->results, table->question->id,
                                                     table->item, table->class.answers.category,
                                                     table->class.statistic)});
    }
    items_sort(&items);
    struct group_finding *sorted =
        arena_allocate(facts->arena, tables->count + 1, sizeof *sorted);
    for (size_t i = 0; i < tables->count; i++)
        sorted[i] = tables->table[items.item[i].position];
    tables->table = sorted;
}

bool group_findings_published(const struct facts *facts) {
    for (size_t i = 0; i < facts->results->count; i++)
        if (facts->results->rows[i].by[0] != '\0' &&
            facts->results->rows[i].question[0] != '\0')
            return true;
    return false;
}
