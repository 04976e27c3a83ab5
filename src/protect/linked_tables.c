#include "protect/linked_tables.h"

#include <string.h>

#include "inference/distribution.h"

/* --- associations --- */

/* How strongly a table's answers differ between its groups: what the test of stats measures,
 * for other tables with the same sums by group and by answer. */
struct association {
    const struct group_table *table;
    bool ordered;
    double *weights; /* by answer: its mid-rank less the mean rank, or 1 / how many gave it */
    double scale;    /* chi-square is scale * strength - n, Kruskal's H scale * strength */
    double base;     /* n */
    double degrees;  /* of freedom */
};

/* Of the coded groups: those outside the scale are in no test. An option is ticked or not. */
static double sum_of(const struct group_table *table, size_t answer) {
    int64_t sum = 0;
    for (size_t group = 0; group < table->coded; group++) {
        if (table->ticks > 0 && answer < table->ticks)
            sum += answer == 0 ? group_table_ticks(table, group) : 0;
        else
            sum += table->counts[group * table->answers + answer];
    }
    return (double)sum;
}

/* Kruskal's H is (n - 1) between / all, both sums of squares of the mid-ranks less their mean
 * (n + 1) / 2. */
static void weigh_ranks(struct association *association) {
    double below = 0, all = 0;
    for (size_t answer = 0; answer < association->table->answers; answer++) {
        double sum = sum_of(association->table, answer);
        association->weights[answer] = below + (sum - association->base) / 2;
        all += sum * association->weights[answer] * association->weights[answer];
        below += sum;
    }
    association->scale = all > 0 ? (association->base - 1) / all : 0;
}

/* Pearson's chi-square is n * sum of x^2 / (group * answer) - n. */
static void weigh_squares(struct association *association) {
    for (size_t answer = 0; answer < association->table->answers; answer++) {
        double sum = sum_of(association->table, answer);
        association->weights[answer] = sum > 0 ? 1 / sum : 0;
    }
    association->scale = association->base;
}

static struct association *association_new(struct arena *arena,
                                           const struct group_table *table) {
    struct association *association = arena_allocate(arena, 1, sizeof *association);
    double groups = 0, used = 0;
    association->table = table;
    association->ordered =
        !group_table_has_options(table) && table->question->codes->measure == MEASURE_ORDINAL;
    association->weights = arena_allocate(arena, table->answers, sizeof *association->weights);
    for (size_t group = 0; group < table->coded; group++) {
        association->base += (double)table->bases[group];
        groups += table->bases[group] > 0;
    }
    for (size_t answer = 0; answer < table->answers; answer++)
        used += sum_of(table, answer) > 0;
    association->degrees = (groups - 1) * (association->ordered ? 1 : used - 1);
    if (association->ordered)
        weigh_ranks(association);
    else
        weigh_squares(association);
    return association;
}

/* What one group adds to the strength, with these counts by answer; 0 for an empty group. */
static double association_of_group(const struct association *association, size_t group,
                                   const int64_t *counts) {
    double sum = 0;
    if (group >= association->table->coded || association->table->bases[group] == 0)
        return 0;
    for (size_t answer = 0; answer < association->table->answers; answer++) {
        double count = (double)counts[answer];
        for (; answer + 1 < association->table->ticks; answer++) /* all ticks are one answer */
            count += (double)counts[answer + 1];
        sum += association->weights[answer < association->table->ticks ? 0 : answer] *
               (association->ordered ? count : count * count);
    }
    if (association->ordered)
        sum *= sum;
    return sum / (double)association->table->bases[group];
}

/* The strength of all coded groups, with counts laid out as the table's own: it grows with
 * Pearson's chi-square, or for ordered answers with Kruskal's H. */
static double association_of(const struct association *association, const int64_t *counts) {
    double strength = 0;
    for (size_t group = 0; group < association->table->coded; group++)
        strength += association_of_group(association, group,
                                         &counts[group * association->table->answers]);
    return strength;
}

/* True where a strength is so low that no permutation test calls it significant: its asymptotic
 * p is at least 0.2, four times the level. */
static bool association_is_weak(const struct association *association, double strength) {
    double probability, statistic = association->scale * strength;
    if (!association->ordered)
        statistic -= association->base;
    if (association->degrees < 1)
        return false;
    return distribution_chi_square_upper(statistic > 0 ? statistic : 0, association->degrees,
                                         &probability) &&
           probability >= 0.2;
}

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
    linked->associations = arena_allocate(arena, count, sizeof(struct association *));
    linked->changed = arena_allocate(arena, count, sizeof *linked->changed);
    linked->strengths = arena_allocate(arena, count, sizeof *linked->strengths);
    for (size_t i = 0; i < count; i++) {
        const struct group_table *table = parts[i].table;
        linked->changed[i] = true;
        linked->counts[i] =
            arena_allocate(arena, table->groups * table->answers, sizeof **linked->counts);
        if (!parts[i].verdict)
            continue;
        linked->associations[i] = association_new(arena, table);
        linked->strengths[i] = association_of(linked->associations[i], table->counts);
    }
    if (parts[0].table->ticks > 0)
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
    if (linked->sums != NULL)
        memcpy(linked->sums, linked->original_sums,
               linked->parts[0].table->groups * sizeof *linked->sums);
}

/* --- exchanges --- */

static bool keeps_shown(const struct linked_tables *linked, const struct exchange *exchange) {
    const struct published_table *part = &linked->parts[exchange->part];
    const struct cut *cut = part->cut;
    /* Those outside the scale are in no test, so its own sums would change. */
    if (part->verdict &&
        (exchange->more >= part->table->coded || exchange->less >= part->table->coded))
        return false;
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
    if (linked->sums == NULL)
        return;
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
    if (linked->sums == NULL)
        return 0;
    const struct tick_sums *sums = &linked->sums[group];
    int64_t left = table->bases[group] - sums->alone;
    int64_t limit =
        (int64_t)(question->max_choices > 0 ? question->max_choices : question->codes->inside);
    int64_t misfit = excess(linked, group, left);
    if (table->shape == SHAPE_PLACES)
        misfit += beyond(sums->first, left, left);
    return misfit + beyond(left, 0, left) + beyond(sums->others, left, limit * left);
}

/* --- verdicts --- */

static bool is_different(const struct linked_tables *linked, size_t part) {
    return linked->parts[part].table->verdict == VERDICT_DIFFERENT;
}

bool linked_tables_keeps_verdict(const struct linked_tables *linked, size_t part) {
    const struct association *association = linked->associations[part];
    double before = linked->strengths[part], tolerance = 1e-9 * before;
    if (association == NULL || !linked->changed[part])
        return true;
    double now = association_of(association, linked->counts[part]);
    if (is_different(linked, part))
        return now >= before - tolerance;
    return now <= before + tolerance || association_is_weak(association, now);
}

static double strength_of(const struct linked_tables *linked, const struct exchange *exchange) {
    const struct association *association = linked->associations[exchange->part];
    return association_of_group(association, exchange->more,
                                cell(linked, exchange->part, exchange->more, 0)) +
           association_of_group(association, exchange->less,
                                cell(linked, exchange->part, exchange->less, 0));
}

double linked_tables_gain(struct linked_tables *linked, const struct exchange *exchange) {
    if (linked->associations[exchange->part] == NULL)
        return 0;
    double before = strength_of(linked, exchange);
    linked_tables_apply(linked, exchange);
    double after = strength_of(linked, exchange);
    linked_tables_undo(linked, exchange);
    return is_different(linked, exchange->part) ? after - before : before - after;
}
