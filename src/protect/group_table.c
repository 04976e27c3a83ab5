#include "protect/group_table.h"

#include <math.h>
#include <string.h>

/* The answers of an option: of a multi question ticked or not, of a ranking first, within the
 * places but not first, or neither. */
enum { TICKED, MULTI_ANSWERS = 2, FIRST = 0, WITHIN, RANKING_ANSWERS = 3 };

bool group_table_has_options(const struct group_table *table) {
    return table->shape == SHAPE_TICKS || table->shape == SHAPE_PLACES;
}

static size_t count_items(const struct question *question) {
    switch (question_type_traits(question->type)->items) {
    case ITEMS_ROWS:
        return question->row_count;
    case ITEMS_OPTIONS:
        return question->codes->inside;
    case ITEMS_NONE:
    case ITEMS_FIELDS:
        break;
    }
    return 1;
}

static size_t count_answers(const struct question *question, enum shape shape) {
    switch (shape) {
    case SHAPE_CODES:
        return question->codes->inside;
    case SHAPE_TICKS:
        return MULTI_ANSWERS;
    case SHAPE_PLACES:
        return RANKING_ANSWERS;
    case SHAPE_NONE:
    case SHAPE_HIDDEN:
    case SHAPE_STATES:
        break;
    }
    return 0;
}

const char *group_table_item(const struct group_table *table) {
    size_t count;
    const struct code *items = question_items(table->question, &count);
    return items != NULL ? items[table->item].id : "";
}

int group_table_level(const struct group_table *table, size_t group) {
    const struct grouping *grouping = table->grouping;
    for (size_t i = 0; i < grouping->coarse_count; i++) {
        const struct coarse_level *level = &grouping->coarse[i];
        if (level->rest && group == table->coded)
            return (int)i;
        for (size_t k = 0; k < level->count; k++)
            if (level->codes[k] == group && group < table->coded)
                return (int)i;
    }
    return -1;
}

static int64_t *unseen(struct arena *arena, size_t count) {
    int64_t *values = arena_allocate(arena, count, sizeof *values);
    for (size_t i = 0; i < count; i++)
        values[i] = -1;
    return values;
}

static void start(struct arena *arena, struct group_table *table,
                  const struct question *question, size_t item, const struct grouping *grouping,
                  enum shape shape, const struct grouping_facts *facts) {
    *table = (struct group_table){.question = question,
                                  .shape = shape,
                                  .class = {CLASS_NONE, ""},
                                  .item = item,
                                  .grouping = grouping,
                                  .facts = facts,
                                  .coded = grouping->question->codes->inside,
                                  .answers = count_answers(question, shape),
                                  .answered = -1,
                                  .accepted = -1};
    table->groups = table->coded + 1;
    if (group_table_has_options(table))
        table->ticks = table->answers - 1;
    table->counts = unseen(arena, table->groups * table->answers);
    table->bases = unseen(arena, table->groups);
    table->totals = unseen(arena, table->answers);
}

/* --- reading the block's rows --- */

/* The number of people a row counts; -1 where it has none. */
static int64_t people(const struct result *row) {
    if (!row->has_value && row->has_n && row->n == 0)
        return 0; /* a share of nobody */
    if (!row->has_value || row->value < 0 || row->value > 1e15)
        return -1;
    if (row->statistic != STATISTIC_TOP && row->statistic != STATISTIC_FIRST)
        return (int64_t)row->value;
    return row->has_n ? (int64_t)round(row->value * (double)row->n) : -1;
}

/* Which answer of its table a row counts, or -1. */
static int answer_of(const struct group_table *table, const struct result *row) {
    const struct code_list *codes = table->question->codes;
    switch (table->shape) {
    case SHAPE_CODES:
        return row->statistic == STATISTIC_COUNT
                   ? code_position(codes->codes, codes->inside, row->category)
                   : -1;
    case SHAPE_TICKS:
        return row->statistic == STATISTIC_COUNT && row->category[0] == '\0' ? TICKED : -1;
    case SHAPE_PLACES:
        if (row->statistic == STATISTIC_FIRST)
            return FIRST;
        return row->statistic == STATISTIC_TOP ? WITHIN : -1;
    case SHAPE_NONE:
    case SHAPE_HIDDEN:
    case SHAPE_STATES:
        break;
    }
    return -1;
}

/* The items that a row speaks of: one, or all where it has the base of every option. */
static bool items_of(const struct group_tables *tables, const struct question *question,
                     const struct result *row, size_t *first, size_t *end) {
    size_t count;
    const struct code *items = question_items(question, &count);
    *first = 0;
    *end = tables->items;
    if (items == NULL)
        return true;
    if (row->item[0] == '\0')
        return question_has_options(question);
    int item = code_position(items, tables->items, row->item);
    *first = item < 0 ? 0 : (size_t)item;
    *end = *first + 1;
    return item >= 0;
}

static void take_whole(struct group_table *table, const struct result *row) {
    int answer = answer_of(table, row);
    if (answer >= 0) {
        table->totals[answer] = people(row);
    } else if (row->statistic == STATISTIC_CLASS) {
        table->class = (struct answer_class){class_kind_named(row->method, strlen(row->method)),
                                             row->category};
    } else if (row->statistic == STATISTIC_ANSWERED) {
        table->answered = people(row);
        table->accepted = row->has_n ? row->n : -1;
    }
}

static void take_level(struct group_table *table, const struct result *row) {
    const struct code_list *groups = table->grouping->question->codes;
    int group = code_position(groups->codes, groups->inside, row->level);
    int answer = answer_of(table, row);
    if (group < 0)
        return;
    if (answer >= 0)
        table->counts[(size_t)group * table->answers + (size_t)answer] = people(row);
    else if (row->statistic == STATISTIC_ANSWERED)
        table->bases[group] = people(row);
}

static void take_across(struct group_table *table, const struct result *row) {
    if (row->statistic == STATISTIC_EXACT_P && row->has_value && row->has_n)
        table->tests[results_by_is_coarse(row->by)] =
            (struct table_test){true, row->value, row->n};
}

static void take(struct group_table *table, const struct result *row) {
    if (row->by[0] == '\0') {
        if (row->level[0] == '\0')
            take_whole(table, row);
        return;
    }
    if (!results_by_is(row->by, table->grouping->question->id))
        return;
    if (row->level[0] == '\0')
        take_across(table, row);
    if (results_by_is_coarse(row->by))
        return;
    table->present = table->facts->listed;
    if (row->level[0] != '\0')
        take_level(table, row);
}

/* --- what follows from the rows --- */

/* What an option's rows leave to be worked out: who did not tick it; and of those within the
 * places, who did not rank it first. */
static void complete_ticks(const struct group_table *table, int64_t *counts, int64_t base) {
    int64_t ticked = counts[table->ticks - 1];
    counts[table->answers - 1] = ticked >= 0 ? base - ticked : -1;
    if (table->ticks == 2)
        counts[WITHIN] = ticked >= 0 && counts[FIRST] >= 0 ? ticked - counts[FIRST] : -1;
}

static bool adds_up(const int64_t *counts, size_t count, int64_t base) {
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (counts[i] < 0)
            return false;
        sum += counts[i];
    }
    return base >= 0 && (count == 0 || sum == base);
}

/* Those of all respondents who are in no group with rows: they chose a code outside the scale,
 * do not know, or skipped the grouping question. They are the whole less the groups, for every
 * reader, so together they are treated as one more group. False where the groups exceed the
 * whole. */
static bool add_others(struct group_table *table) {
    int64_t *others = &table->counts[table->coded * table->answers];
    int64_t base = table->answered;
    for (size_t group = 0; group < table->coded; group++)
        base -= table->bases[group];
    bool fine = base >= 0;
    for (size_t answer = 0; answer < table->answers; answer++) {
        others[answer] = table->totals[answer];
        for (size_t group = 0; group < table->coded; group++)
            others[answer] -= table->counts[group * table->answers + answer];
        fine = fine && others[answer] >= 0;
    }
    table->bases[table->coded] = base;
    return fine;
}

static void complete(struct group_table *table) {
    if (table->ticks > 0)
        complete_ticks(table, table->totals, table->answered);
    for (size_t group = 0; table->ticks > 0 && group < table->coded; group++)
        complete_ticks(table, &table->counts[group * table->answers], table->bases[group]);
    bool fine = adds_up(table->totals, table->answers, table->answered);
    for (size_t group = 0; group < table->coded; group++)
        fine = adds_up(&table->counts[group * table->answers], table->answers,
                       table->bases[group]) &&
               fine;
    table->complete = fine && add_others(table);
}

/* What can be known of an option depends on the others, so all of them are complete or none. */
static void spread_gaps(struct group_tables *tables) {
    for (size_t grouping = 0; grouping < tables->groupings; grouping++) {
        bool complete_all = true;
        for (size_t i = grouping; i < tables->count; i += tables->groupings)
            complete_all = complete_all && tables->tables[i].complete;
        for (size_t i = grouping; i < tables->count; i += tables->groupings)
            tables->tables[i].complete = complete_all;
    }
}

struct group_tables group_tables_of(struct arena *arena, const struct result_block *block,
                                    const struct questionnaire *questionnaire,
                                    const struct grouping_facts *facts) {
    const struct question *question = block->question;
    struct group_tables tables = {0};
    enum shape shape = question != NULL ? block->rules->shapes[question->type] : SHAPE_NONE;
    if (shape == SHAPE_NONE || shape == SHAPE_STATES)
        return tables;
    tables.items = count_items(question);
    tables.groupings = questionnaire->grouping_count;
    tables.count = tables.items * tables.groupings;
    tables.tables = arena_allocate(arena, tables.count, sizeof *tables.tables);
    for (size_t i = 0; i < tables.count; i++)
        start(arena, &tables.tables[i], question, i / tables.groupings,
              &questionnaire->groupings[i % tables.groupings], shape,
              &facts[i % tables.groupings]);
    for (size_t i = 0; i < block->count; i++) {
        size_t first, end;
        if (!items_of(&tables, question, &block->rows[i], &first, &end))
            continue;
        for (size_t j = first * tables.groupings; j < end * tables.groupings; j++)
            take(&tables.tables[j], &block->rows[i]);
    }
    for (size_t i = 0; i < tables.count; i++)
        complete(&tables.tables[i]);
    if (question_has_options(question))
        spread_gaps(&tables);
    return tables;
}

int64_t group_table_ticks(const struct group_table *table, size_t group) {
    int64_t count = 0;
    for (size_t answer = 0; answer < table->ticks; answer++)
        count += table->counts[group * table->answers + answer];
    return count;
}
