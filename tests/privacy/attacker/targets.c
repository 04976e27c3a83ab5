#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#include "attack.h"

struct attack *attack_new(const struct published *published, const char *how) {
    struct attack *attack = memory_allocate(1, sizeof *attack);
    attack->published = published;
    attack->model = model_new(published->accepted);
    attack->how = how;
    return attack;
}

void attack_free(struct attack *attack) {
    if (attack == NULL)
        return;
    for (size_t i = 0; i < attack->table_count; i++)
        table_free(attack->tables[i]);
    free(attack->tables);
    free(attack->targets);
    free(attack->columns);
    model_free(attack->model);
    free(attack);
}

void attack_report(const struct target *target, const char *how, int64_t low, int64_t high,
                   struct findings *findings) {
    const struct axis *axis = target->size ? &target->table->groups : &target->table->answers;
    findings_add(findings, &(struct finding){.rule = target->rule,
                                             .how = how,
                                             .what = target->what,
                                             .question = axis->question->id,
                                             .item = axis->item,
                                             .by = target->by,
                                             .level = target->level,
                                             .category = target->category,
                                             .low = low,
                                             .high = high});
}

void attack_report_column(const struct column *column, const char *rule, const char *how,
                          const char *what, const char *category, struct findings *findings) {
    findings_add(findings, &(struct finding){.rule = rule,
                                             .how = how,
                                             .what = what,
                                             .question = column->table->answers.question->id,
                                             .item = column->table->answers.item,
                                             .by = column->by,
                                             .level = column->level,
                                             .category = category,
                                             .low = -1,
                                             .high = -1});
}

static void add_target(struct attack *attack, struct target target) {
    attack->targets = memory_grow(attack->targets, attack->target_count,
                                  &attack->target_capacity, sizeof *attack->targets);
    target.open = true;
    attack->targets[attack->target_count++] = target;
}

/* A cell of these answers in these groups. */
static void add_cell(struct attack *attack, struct table *table, const struct column *column,
                     const bool *answers, const char *category) {
    add_target(attack, (struct target){.table = table,
                                       .rule = "P4",
                                       .what = "known:",
                                       .by = column->by,
                                       .level = column->level,
                                       .category = category,
                                       .variable = table_sum(table, answers, column->groups),
                                       .limit = attack->published->min_cell - 1});
}

/* The complement of answers among those inside the scale. */
static void complement(const struct table *table, const bool *answers, bool *others) {
    for (size_t a = 0; a < POSITIONS; a++)
        others[a] = a < table->answers.inside && !answers[a];
}

/* All cells of one column of groups that are categories of the question. */
static void add_cells_of(struct attack *attack, struct table *table,
                         const struct column *column) {
    const struct question *question = table->answers.question;
    bool mask[POSITIONS] = {0}, others[POSITIONS];
    if (question->kind == KIND_MULTI || question->kind == KIND_RANKING) {
        mask[0] = true;
        if (question->kind == KIND_RANKING) {
            add_cell(attack, table, column, mask, "first");
            mask[1] = true;
        }
        bool ranking = question->kind == KIND_RANKING;
        add_cell(attack, table, column, mask, ranking ? "top" : "");
        complement(table, mask, others);
        if (question->sensitive)
            add_cell(attack, table, column, others, ranking ? "not top" : "not ticked");
        return;
    }
    /* Numbers that are all in one class: that somebody gave one is no answer. */
    for (size_t a = 0; table->answers.inside > 1 && a < table->answers.inside; a++) {
        memset(mask, 0, sizeof mask);
        mask[a] = true;
        add_cell(attack, table, column, mask, table->answers.ids[a]);
    }
}

/* Classes of several answers that are shown by group: their rest in the groups left out, and,
 * for a sensitive question, what the class leaves over. */
static void add_classes(struct attack *attack, struct table *table, const struct column *column,
                        bool rest) {
    const struct results *results = attack->published->results;
    const struct question *question = table->answers.question;
    const char *last = NULL;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        bool mask[POSITIONS], others[POSITIONS], members;
        size_t size = 0;
        if (!axis_has(&table->answers, row) || !row_shows(row) || *row->by == '\0' ||
            row_by(row, table->groups.question) == BY_OTHER ||
            !axis_mask(&table->answers, row, mask, &members) || members)
            continue;
        const char *name =
            *row->category == '\0' ? statistic_name(row->statistic) : row->category;
        for (size_t a = 0; a < table->answers.inside; a++)
            size += mask[a];
        /* The rows of one class represent each level: one target is enough. */
        if (size < 2 || (last != NULL && strcmp(last, name) == 0))
            continue;
        last = name;
        complement(table, mask, others);
        if (rest)
            add_cell(attack, table, column, mask, name);
        if (question->sensitive)
            add_cell(attack, table, column, others, "beside the class");
    }
}

static void add_base(struct attack *attack, const struct column *column, const char *what) {
    add_target(attack, (struct target){.table = column->table,
                                       .rule = "P2",
                                       .what = what,
                                       .by = column->by,
                                       .level = column->level,
                                       .category = "",
                                       .variable = column->base,
                                       .limit = attack->published->min_group - 1,
                                       .always = true});
}

static struct column make_column(struct table *table, const char *by, const char *level,
                                 const bool *groups) {
    struct column column = {.table = table, .by = by, .level = level};
    bool inside[POSITIONS];
    axis_inside(&table->answers, inside);
    memcpy(column.groups, groups, sizeof column.groups);
    column.base = table_sum(table, inside, groups);
    return column;
}

static void add_column(struct attack *attack, const struct column *column) {
    const struct question *question = column->table->answers.question;
    attack->columns = memory_grow(attack->columns, attack->column_count,
                                  &attack->column_capacity, sizeof *attack->columns);
    attack->columns[attack->column_count] = *column;
    attack->columns[attack->column_count++].alike =
        question->sensitive && question->kind != KIND_NUMBER;
}

/* One level, fine or coarse. */
static void add_level(struct attack *attack, struct table *table, const char *by,
                      const char *level, const bool *groups, bool shown) {
    struct column column = make_column(table, by, level, groups);
    add_cells_of(attack, table, &column);
    add_classes(attack, table, &column, false);
    if (shown)
        add_base(attack, &column, "shown, answers in the group:");
    column.small = !shown && table->answers.inside > 1;
    add_column(attack, &column);
}

/* Who is in none of the groups shown: those of the groups left out, and who chose a code
 * outside the grouping or none at all. Their answers must not be those of a few; nor may they
 * be a few, for then the tables that are shown are those to which they gave no answer. */
static void add_rest(struct attack *attack, struct table *table, const char *by,
                     const bool *groups) {
    struct column column = make_column(table, by, "(left out)", groups);
    bool all[POSITIONS];
    memset(all, 1, sizeof all);
    add_base(attack, &column, "answers in the groups left out together:");
    column.base = table_sum(table, all, groups);
    add_base(attack, &column, "people in no group shown:");
    column = make_column(table, by, "(left out)", groups);
    add_classes(attack, table, &column, true);
    add_cells_of(attack, table, &column);
    add_column(attack, &column);
}

/* Each code of the grouping, and none. */
static void add_fine(struct attack *attack, struct table *table) {
    const struct axis *axis = &table->groups;
    bool rest[POSITIONS] = {0}, any = false;
    for (size_t g = 0; g < axis_size(axis); g++) {
        bool groups[POSITIONS] = {0}, shown = g < axis->count && table->shown[g];
        groups[g] = true;
        rest[g] = !shown;
        any |= shown;
        add_level(attack, table, axis->question->id,
                  g < axis->count ? axis->ids[g] : "(no answer)", groups, shown);
    }
    if (any)
        add_rest(attack, table, axis->question->id, rest);
}

static void add_coarse(struct attack *attack, struct table *table) {
    const struct axis *axis = &table->groups;
    const struct question *grouping = axis->question;
    bool rest[POSITIONS] = {0}, any = false;
    for (size_t g = 0; g < axis_size(axis); g++)
        rest[g] = true;
    for (size_t i = 0; i < grouping->coarse_count; i++) {
        bool groups[POSITIONS] = {0}, shown = table->coarse_shown[i];
        axis_coarse(axis, i, groups);
        for (size_t g = 0; g < axis_size(axis); g++)
            rest[g] &= !(shown && groups[g]);
        any |= shown;
        add_level(attack, table, grouping->coarse_by, grouping->coarse[i].id, groups, shown);
    }
    if (any)
        add_rest(attack, table, grouping->coarse_by, rest);
}

/* P20: who was asked is a group. What of its answers must not be known, as of any group. */
static void add_asked(struct attack *attack, struct table *table) {
    bool all[POSITIONS];
    memset(all, 1, sizeof all);
    struct column column = make_column(table, "", "", all);
    size_t first = attack->target_count;
    if (table->answers.question->kind == KIND_NUMBER)
        return; /* of which nothing may be shown at all */
    add_cells_of(attack, table, &column);
    add_base(attack, &column, "known, answers of those who were asked:");
    attack->targets[attack->target_count - 1].limit = attack->published->min_cell - 1;
    for (size_t i = first; i < attack->target_count; i++) {
        attack->targets[i].rule = "P20";
        attack->targets[i].always = true;
    }
    column.always = true;
    add_column(attack, &column);
}

/* Over all respondents: each count of an identifying question, each class of a number. */
static void add_whole(struct attack *attack, struct table *table) {
    const struct question *question = table->answers.question;
    if (question->filtered && table->groups.question == NULL)
        add_asked(attack, table);
    /* One class of all numbers is only how many answered. */
    if (question->kind == KIND_NUMBER ? table->answers.inside < 2 : !question->identifying)
        return;
    bool all[POSITIONS], mask[POSITIONS];
    memset(all, 1, sizeof all);
    bool option = question->kind == KIND_MULTI || question->kind == KIND_RANKING;
    for (size_t a = 0; a < (option ? 1 : table->answers.inside); a++) {
        memset(mask, 0, sizeof mask);
        mask[a] = true;
        add_target(attack, (struct target){.table = table,
                                           .rule = question->identifying ? "P7" : "P6",
                                           .what = "known over all:",
                                           .by = "",
                                           .level = "",
                                           .category = option ? "" : table->answers.ids[a],
                                           .variable = table_sum(table, mask, all),
                                           .limit = attack->published->min_cell - 1,
                                           .always = true});
    }
}

/* How many chose a level of an identifying grouping. */
static void add_sizes(struct attack *attack, struct table *table) {
    const struct axis *axis = &table->groups;
    if (!axis->question->identifying)
        return;
    bool all[POSITIONS];
    memset(all, 1, sizeof all);
    for (size_t g = 0; g < axis->inside; g++) {
        bool groups[POSITIONS] = {0};
        groups[g] = true;
        add_target(attack, (struct target){.table = table,
                                           .rule = "P7",
                                           .what = "known over all:",
                                           .by = "",
                                           .level = "",
                                           .category = axis->ids[g],
                                           .variable = table_sum(table, all, groups),
                                           .limit = attack->published->min_cell - 1,
                                           .always = true,
                                           .size = true});
    }
}

struct table *attack_table(struct attack *attack, const struct question *question,
                           const char *item, const struct question *grouping, bool quiet) {
    struct table *table = table_new(attack->model, attack->published, question, item, grouping);
    attack->tables = memory_grow(attack->tables, attack->table_count, &attack->table_capacity,
                                 sizeof *attack->tables);
    attack->tables[attack->table_count++] = table;
    if (quiet)
        return table;
    add_whole(attack, table);
    if (grouping == NULL)
        return table;
    add_sizes(attack, table);
    add_fine(attack, table);
    add_coarse(attack, table);
    return table;
}
