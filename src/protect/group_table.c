#include "protect/group_table.h"

#include <math.h>
#include <string.h>

/* The answers of an option: of a multi question ticked or not, of a ranking first, within the
 * places but not first, or neither. */
enum { TICKED, MULTI_ANSWERS = 2, FIRST = 0, WITHIN, RANKING_ANSWERS = 3 };

bool group_table_has_options(const struct question *question) {
    return question->type == QUESTION_MULTI || question->type == QUESTION_RANKING;
}

static size_t count_items(const struct question *question) {
    if (question->type == QUESTION_MATRIX)
        return question->row_count;
    return group_table_has_options(question) ? question->codes->inside : 1;
}

static size_t count_answers(const struct question *question) {
    if (question->type == QUESTION_NUMBER)
        return 0;
    if (group_table_has_options(question))
        return question->type == QUESTION_MULTI ? MULTI_ANSWERS : RANKING_ANSWERS;
    return question->codes->inside;
}

const char *group_table_item(const struct group_table *table) {
    if (table->question->type == QUESTION_MATRIX)
        return table->question->rows[table->item].id;
    if (group_table_has_options(table->question))
        return table->question->codes->codes[table->item].id;
    return "";
}

static int64_t *unseen(struct arena *arena, size_t count) {
    int64_t *values = arena_allocate(arena, count, sizeof *values);
    for (size_t i = 0; i < count; i++)
        values[i] = -1;
    return values;
}

static void start(struct arena *arena, struct group_table *table,
                  const struct question *question, size_t item, const struct grouping *grouping,
                  const struct grouping_facts *facts) {
    *table = (struct group_table){.question = question,
                                  .item = item,
                                  .grouping = grouping,
                                  .facts = facts,
                                  .coded = grouping->question->codes->inside,
                                  .answers = count_answers(question),
                                  .answered = -1,
                                  .accepted = -1};
    table->groups = table->coded;
    if (group_table_has_options(question))
        table->ticks = table->answers - 1;
    table->counts = unseen(arena, (table->coded + 1) * table->answers);
    table->bases = unseen(arena, table->coded + 1);
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
static int answer_of(const struct question *question, const struct result *row) {
    if (question->type == QUESTION_RANKING) {
        if (row->statistic == STATISTIC_FIRST)
            return FIRST;
        return row->statistic == STATISTIC_TOP ? WITHIN : -1;
    }
    if (question->type == QUESTION_NUMBER || row->statistic != STATISTIC_COUNT)
        return -1;
    if (question->type == QUESTION_MULTI)
        return row->category[0] == '\0' ? TICKED : -1;
    return code_position(question->codes->codes, question->codes->inside, row->category);
}

/* The items that a row speaks of: one, or all where it has the base of every option. */
static bool items_of(const struct group_tables *tables, const struct question *question,
                     const struct result *row, size_t *first, size_t *end) {
    int item = 0;
    *first = 0;
    *end = tables->items;
    if (question->type == QUESTION_MATRIX)
        item = code_position(question->rows, question->row_count, row->item);
    else if (group_table_has_options(question) && row->item[0] != '\0')
        item = code_position(question->codes->codes, question->codes->inside, row->item);
    else if (group_table_has_options(question))
        return true;
    if (item < 0)
        return false;
    *first = (size_t)item;
    *end = *first + 1;
    return true;
}

static void take_whole(struct group_table *table, const struct result *row) {
    int answer = answer_of(table->question, row);
    if (answer >= 0) {
        table->totals[answer] = people(row);
    } else if (row->statistic == STATISTIC_ANSWERED) {
        table->answered = people(row);
        table->accepted = row->has_n ? row->n : -1;
    }
}

static void take_level(struct group_table *table, const struct result *row) {
    const struct code_list *groups = table->grouping->question->codes;
    int group = code_position(groups->codes, groups->inside, row->level);
    int answer = answer_of(table->question, row);
    if (group < 0)
        return;
    if (answer >= 0)
        table->counts[(size_t)group * table->answers + (size_t)answer] = people(row);
    else if (row->statistic == STATISTIC_ANSWERED)
        table->bases[group] = people(row);
}

static void take(struct group_table *table, const struct result *row) {
    if (row->by[0] == '\0') {
        if (row->level[0] == '\0')
            take_whole(table, row);
        return;
    }
    if (strcmp(row->by, table->grouping->question->id) != 0)
        return;
    table->present = true;
    if (row->level[0] != '\0')
        take_level(table, row);
    else if (row->statistic == STATISTIC_VERDICT && row->has_value)
        table->verdict = row->value > 0 ? VERDICT_DIFFERENT : VERDICT_ALIKE;
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

/* Those of all respondents who are in no group with rows: they chose a code outside the scale
 * or skipped the grouping question. Together they are treated as one group where some chose
 * such a code; else nobody can know who they are. False where the groups exceed the whole. */
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
    if (table->facts->has_outside)
        table->groups = table->coded + 1;
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

struct group_tables group_tables_of(struct arena *arena, const struct block *block,
                                    const struct questionnaire *questionnaire,
                                    const struct grouping_facts *facts) {
    const struct question *question = block->question;
    struct group_tables tables = {0};
    if (question == NULL || question->type == QUESTION_TEXT ||
        question->type == QUESTION_CONTACT)
        return tables;
    tables.items = count_items(question);
    tables.groupings = questionnaire->grouping_count;
    tables.count = tables.items * tables.groupings;
    tables.tables = arena_allocate(arena, tables.count, sizeof *tables.tables);
    for (size_t i = 0; i < tables.count; i++)
        start(arena, &tables.tables[i], question, i / tables.groupings,
              &questionnaire->groupings[i % tables.groupings], &facts[i % tables.groupings]);
    for (size_t i = 0; i < block->count; i++) {
        size_t first, end;
        if (!items_of(&tables, question, &block->rows[i], &first, &end))
            continue;
        for (size_t j = first * tables.groupings; j < end * tables.groupings; j++)
            take(&tables.tables[j], &block->rows[i]);
    }
    for (size_t i = 0; i < tables.count; i++)
        complete(&tables.tables[i]);
    if (group_table_has_options(question))
        spread_gaps(&tables);
    return tables;
}

int64_t group_table_ticks(const struct group_table *table, size_t group) {
    int64_t count = 0;
    for (size_t answer = 0; answer < table->ticks; answer++)
        count += table->counts[group * table->answers + answer];
    return count;
}
