#include "protect/linked_tables.h"

#include <string.h>

/* --- sheets --- */

static int64_t *cell(const struct linked_tables *linked, size_t part, size_t group,
                     size_t answer) {
    return &linked->counts[part][group * linked->parts[part].table->answers + answer];
}

static bool is_exclusive(const struct group_table *table) {
    return table->shape == SHAPE_TICKS && table->question->codes->codes[table->item].exclusive;
}

static struct tick_sums sums_of(const struct published_table *parts, size_t count,
                                size_t group) {
    struct tick_sums sums = {0};
    for (size_t part = 0; part < count; part++) {
        const struct group_table *table = parts[part].table;
        int64_t ticks = group_table_ticks(table, group);
        if (is_exclusive(table)) {
            sums.alone += ticks;
            continue;
        }
        sums.others += ticks;
        sums.first += table->counts[group * table->answers];
        sums.highest = ticks > sums.highest ? ticks : sums.highest;
    }
    return sums;
}

static void add_sums(struct arena *arena, struct linked_tables *linked) {
    size_t groups = linked->parts[0].table->groups;
    linked->sums = arena_allocate(arena, groups, sizeof *linked->sums);
    linked->original_sums = arena_allocate(arena, groups, sizeof *linked->sums);
    for (size_t group = 0; group < groups; group++)
        linked->original_sums[group] = sums_of(linked->parts, linked->count, group);
}

struct linked_tables *linked_tables_new(struct arena *arena,
                                        const struct published_table *parts, size_t count) {
    struct linked_tables *linked = arena_allocate(arena, 1, sizeof *linked);
    linked->parts = parts;
    linked->count = count;
    linked->counts = arena_allocate(arena, count, sizeof *linked->counts);
    linked->changed = arena_allocate(arena, count, sizeof *linked->changed);
    for (size_t i = 0; i < count; i++) {
        const struct group_table *table = parts[i].table;
        linked->changed[i] = true;
        linked->counts[i] =
            arena_allocate(arena, table->groups * table->answers, sizeof **linked->counts);
    }
    add_sums(arena, linked);
    linked_tables_reset(linked);
    return linked;
}

void linked_tables_reset(struct linked_tables *linked) {
    linked->applied = 0;
    for (size_t i = 0; i < linked->count; i++) {
        const struct group_table *table = linked->parts[i].table;
        if (!linked->changed[i])
            continue;
        linked->changed[i] = false;
        memcpy(linked->counts[i], table->counts,
               table->groups * table->answers * sizeof **linked->counts);
    }
    memcpy(linked->sums, linked->original_sums,
           linked->parts[0].table->groups * sizeof *linked->sums);
}

/* --- exchanges --- */

static bool keeps_shown(const struct linked_tables *linked, const struct exchange *exchange) {
    const struct published_table *part = &linked->parts[exchange->part];
    const struct cut *cut = part->cut;
    return cut == NULL || cut->unit_of[exchange->more] == cut->unit_of[exchange->less] ||
           cut->class_of[exchange->to] == cut->class_of[exchange->from];
}

bool linked_tables_allows(const struct linked_tables *linked, const struct exchange *exchange) {
    return *cell(linked, exchange->part, exchange->less, exchange->to) > 0 &&
           *cell(linked, exchange->part, exchange->more, exchange->from) > 0 &&
           keeps_shown(linked, exchange);
}

/* One respondent of a group gives answer to instead of from. */
static void add_change(struct linked_tables *linked, const struct exchange *exchange,
                       size_t group, size_t to, size_t from) {
    const struct group_table *table = linked->parts[exchange->part].table;
    ++*cell(linked, exchange->part, group, to);
    --*cell(linked, exchange->part, group, from);
    struct tick_sums *sums = &linked->sums[group];
    int ticks = (to < table->ticks) - (from < table->ticks);
    if (is_exclusive(table)) {
        sums->alone += ticks;
        return;
    }
    sums->others += ticks;
    sums->first += (to == 0) - (from == 0);
}

void linked_tables_apply(struct linked_tables *linked, const struct exchange *exchange) {
    linked->applied++;
    linked->changed[exchange->part] = true;
    add_change(linked, exchange, exchange->more, exchange->to, exchange->from);
    add_change(linked, exchange, exchange->less, exchange->from, exchange->to);
}

void linked_tables_undo(struct linked_tables *linked, const struct exchange *exchange) {
    linked->applied--;
    add_change(linked, exchange, exchange->more, exchange->from, exchange->to);
    add_change(linked, exchange, exchange->less, exchange->to, exchange->from);
}

/* --- options --- */

static int64_t ticks_of(const struct linked_tables *linked, size_t part, size_t group) {
    int64_t ticks = 0;
    for (size_t answer = 0; answer < linked->parts[part].table->ticks; answer++)
        ticks += *cell(linked, part, group, answer);
    return ticks;
}

/* How far a number lies outside low..high. */
static int64_t beyond(int64_t number, int64_t low, int64_t high) {
    if (number < low)
        return low - number;
    return number > high ? number - high : 0;
}

/* How many ticks of single options are more than there are people for them. */
static int64_t excess(const struct linked_tables *linked, size_t group, int64_t left) {
    int64_t sum = 0;
    if (linked->original_sums[group].highest + linked->applied <= left)
        return 0;
    for (size_t part = 0; part < linked->count; part++)
        if (!is_exclusive(linked->parts[part].table))
            sum += beyond(ticks_of(linked, part, group), 0, left);
    return sum;
}

int64_t linked_tables_misfit(const struct linked_tables *linked, size_t group) {
    const struct group_table *table = linked->parts[0].table;
    const struct question *question = table->question;
    const struct tick_sums *sums = &linked->sums[group];
    int64_t left = table->bases[group] - sums->alone;
    int64_t limit =
        (int64_t)(question->max_choices > 0 ? question->max_choices : question->codes->inside);
    int64_t misfit = excess(linked, group, left);
    if (table->shape == SHAPE_PLACES)
        misfit += beyond(sums->first, left, left);
    return misfit + beyond(left, 0, left) + beyond(sums->others, left, limit * left);
}
