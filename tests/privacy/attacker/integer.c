#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#include "attack.h"
#include "chance.h"
#include "figures.h"
#include "program.h"
#include "search.h"

enum {
    ROUNDS = 24, /* corners to start from, and as many for each target */
    WALK = 300,  /* steps from a corner towards the figures */
};

struct run {
    struct attack *attack;
    const struct table *table;
    struct figures *figures;
    uint64_t state;
    int64_t *values, *least, *most; /* of each variable over all solutions seen */
    bool *mixed;                    /* by column: some solution where its members differ */
    size_t solutions;
};

static bool target_open(const struct run *run, const struct target *target) {
    return target->open &&
           (run->solutions == 0 || (run->least[target->variable] >= 1 &&
                                    run->most[target->variable] <= target->limit));
}

static bool column_open(const struct run *run, size_t at) {
    return run->attack->columns[at].alike && !run->mixed[at];
}

static bool any_open(const struct run *run) {
    for (size_t i = 0; i < run->attack->target_count; i++)
        if (target_open(run, &run->attack->targets[i]))
            return true;
    for (size_t i = 0; i < run->attack->column_count; i++)
        if (column_open(run, i))
            return true;
    return false;
}

/* Whether the members of a column differ, or are too few or too many to agree. */
static bool differ(const struct run *run, const struct column *column, const int64_t *values) {
    int64_t base = values[column->base];
    size_t used = 0;
    for (size_t a = 0; a < column->table->answers.inside; a++) {
        int64_t sum = 0;
        for (size_t g = 0; g < axis_size(&column->table->groups); g++)
            sum += column->groups[g] ? values[table_cell(column->table, a, g)] : 0;
        used += sum > 0;
    }
    return base < 2 || used != 1 || base >= 3 * run->attack->published->min_cell;
}

static void take(struct run *run, const int64_t *values) {
    for (size_t i = 0; i < run->attack->model->variable_count; i++) {
        if (run->solutions == 0 || values[i] < run->least[i])
            run->least[i] = values[i];
        if (run->solutions == 0 || values[i] > run->most[i])
            run->most[i] = values[i];
    }
    run->solutions++;
    for (size_t i = 0; i < run->attack->column_count; i++)
        run->mixed[i] = run->mixed[i] || differ(run, &run->attack->columns[i], values);
}

/* The variables that are sums follow from the cells; the facts that define them say how. */
static void complete(const struct model *model, size_t cells, int64_t *values) {
    for (size_t i = 0; i < model->fact_count; i++) {
        const struct fact *fact = &model->facts[i];
        const struct term *last = &model->terms[fact->first + fact->count - 1];
        if (fact->count < 2 || last->factor != -1 || last->variable < cells)
            continue;
        int64_t sum = 0;
        for (size_t k = fact->first; k + 1 < fact->first + fact->count; k++)
            sum += model->terms[k].factor * values[model->terms[k].variable];
        values[last->variable] = sum;
    }
}

/* One step to a neighbour: one respondent each of two groups changes places with regard to the
 * answer. False where the facts forbid it; the values are then as before. */
static bool step(struct run *run, int64_t *values) {
    const struct table *table = run->table;
    size_t cells = axis_size(&table->answers) * axis_size(&table->groups);
    size_t rows = table->answers.inside, columns = table->groups.inside;
    /* Not those who are missing: so the margins of the test stay, and its distribution. */
    size_t a = chance_below(&run->state, rows), b = chance_below(&run->state, rows);
    size_t g = chance_below(&run->state, columns), h = chance_below(&run->state, columns);
    if (a == b || g == h)
        return false;
    size_t less[] = {table_cell(table, a, g), table_cell(table, b, h)};
    size_t more[] = {table_cell(table, a, h), table_cell(table, b, g)};
    if (values[less[0]] == 0 || values[less[1]] == 0)
        return false;
    for (int undo = 0; undo < 2; undo++) {
        for (int i = 0; i < 2; i++) {
            values[less[i]] += undo ? 1 : -1;
            values[more[i]] += undo ? -1 : 1;
        }
        complete(run->attack->model, cells, values);
        if (undo == 0 && model_holds(run->attack->model, values))
            return true;
    }
    return false;
}

/* Walks from a solution of the linear facts to one of all figures; the target (may be NULL)
 * stays where it is not in 1..limit. */
static bool walk(struct run *run, const struct target *target) {
    size_t bytes = run->attack->model->variable_count * sizeof(int64_t);
    int64_t *next = memory_allocate(1, bytes);
    double distance = figures_distance(run->figures, run->values);
    for (int i = 0; i < WALK && distance > 0; i++) {
        memcpy(next, run->values, bytes);
        if (!step(run, next))
            continue;
        if (target != NULL && next[target->variable] >= 1 &&
            next[target->variable] <= target->limit)
            continue;
        double other = figures_distance(run->figures, next);
        /* Now and then uphill, so as not to be caught. */
        if (other > distance && chance_uniform(&run->state) > 0.05)
            continue;
        memcpy(run->values, next, bytes);
        distance = other;
    }
    free(next);
    return distance <= 0;
}

/* Takes the corner that the random weights lead to, as whole numbers. */
static bool corner(struct run *run, struct program *program, double *weights, double *values) {
    const struct model *model = run->attack->model;
    for (size_t i = 0; i < model->variable_count; i++)
        weights[i] = chance_uniform(&run->state) - 0.5;
    if (!program_greatest(program, weights, values))
        return false;
    for (size_t i = 0; i < model->variable_count; i++)
        run->values[i] = llround(values[i]);
    return model_holds(model, run->values);
}

/* Looks for a solution on either side of what the target must not be known to be. */
static void try_target(struct run *run, struct program *program, const struct target *target,
                       double *weights, double *values) {
    int64_t most = run->attack->model->most;
    for (int round = 0; round < ROUNDS && target_open(run, target); round++) {
        bool above = round % 2 == 1;
        if (above && target->limit + 1 > most)
            continue;
        program_restrict(program, target->variable, above ? target->limit + 1 : 0,
                         above ? most : 0);
        if (corner(run, program, weights, values) && walk(run, target))
            take(run, run->values);
    }
    program_restrict(program, target->variable, 0, most);
}

/* Settles what examples settle. */
static void try_examples(struct run *run) {
    const struct model *model = run->attack->model;
    struct program *program = program_new(model, true);
    double *weights = memory_allocate(model->variable_count, sizeof *weights);
    double *values = memory_allocate(model->variable_count, sizeof *values);
    for (int round = 0; round < ROUNDS && any_open(run); round++)
        if (corner(run, program, weights, values) && walk(run, NULL))
            take(run, run->values);
    for (size_t i = 0; i < run->attack->target_count; i++)
        if (target_open(run, &run->attack->targets[i]))
            try_target(run, program, &run->attack->targets[i], weights, values);
    free(weights);
    free(values);
    program_free(program);
}

static bool try_solution(void *context, const int64_t *low, const int64_t *high) {
    struct run *run = context;
    (void)high;
    if (figures_distance(run->figures, low) <= 0)
        take(run, low);
    return any_open(run);
}

/* A solution for the groups that have figures of their own; all else is a range. */
static bool try_groups(void *context, const int64_t *low, const int64_t *high) {
    struct run *run = context;
    if (figures_marked_distance(run->figures, low) > 0)
        return true;
    for (size_t i = 0; i < run->attack->model->variable_count; i++) {
        if (run->solutions == 0 || low[i] < run->least[i])
            run->least[i] = low[i];
        if (run->solutions == 0 || high[i] > run->most[i])
            run->most[i] = high[i];
    }
    run->solutions++;
    return true;
}

static void report(struct run *run, struct findings *findings) {
    if (run->solutions == 0) {
        findings->contradictions++;
        return;
    }
    bool agreed = attack_agreed(run->attack, run->table);
    for (size_t i = 0; i < run->attack->target_count; i++) {
        const struct target *target = &run->attack->targets[i];
        if (target_open(run, target) && (target->always || !agreed))
            attack_report(target, "integer", run->least[target->variable],
                          run->most[target->variable], findings);
    }
    for (size_t i = 0; i < run->attack->column_count; i++)
        if (column_open(run, i) && !agreed)
            attack_report_column(&run->attack->columns[i], "P5", "integer",
                                 "all of a small group agree", "", findings);
}

static size_t count_open(const struct run *run) {
    size_t open = 0;
    for (size_t i = 0; i < run->attack->target_count; i++)
        open += target_open(run, &run->attack->targets[i]);
    for (size_t i = 0; i < run->attack->column_count; i++)
        open += column_open(run, i);
    return open;
}

/* The bounds that linear programming gives to each count, to begin with: without them, the
 * differences of two sums would have to be found by trial. */
static bool begin(const struct run *run, int64_t *low, int64_t *high) {
    struct program *program = program_new(run->attack->model, true);
    bool possible = true;
    for (size_t i = 0; possible && i < run->attack->model->variable_count; i++)
        possible = program_bounds(program, i, &low[i], &high[i]);
    program_free(program);
    return possible;
}

/* Enumerates what the groups can be that have figures of their own, whatever the others are,
 * and reports what that fixes. */
static void enumerate_groups(struct run *run, struct search_order order,
                             struct findings *findings) {
    size_t variables = order.model->variable_count;
    bool *wanted = memory_allocate(variables, sizeof *wanted);
    struct run groups = *run;
    groups.least = memory_allocate(variables, sizeof *groups.least);
    groups.most = memory_allocate(variables, sizeof *groups.most);
    groups.solutions = 0;
    order.wanted = wanted;
    bool done = figures_mark(run->figures, wanted) && search_all(&order, try_groups, &groups);
    for (size_t i = 0; done && groups.solutions > 0 && i < run->attack->target_count; i++) {
        struct target *target = &run->attack->targets[i];
        if (!target_open(run, target) || !target_open(&groups, target))
            continue;
        attack_report(target, "integer", groups.least[target->variable],
                      groups.most[target->variable], findings);
        target->open = false;
    }
    free(wanted);
    free(groups.least);
    free(groups.most);
}

static void enumerate(struct run *run, struct findings *findings, size_t steps) {
    size_t variables = run->attack->model->variable_count;
    int64_t *low = memory_allocate(variables, sizeof *low);
    int64_t *high = memory_allocate(variables, sizeof *high);
    struct search_order order = {
        .model = run->attack->model, .low = low, .high = high, .steps = steps};
    if (begin(run, low, high)) {
        enumerate_groups(run, order, findings);
        if (any_open(run)) {
            if (search_all(&order, try_solution, run) && !figures_gave_up(run->figures))
                report(run, findings);
            else
                findings->undecided += count_open(run);
        }
    }
    free(low);
    free(high);
}

void attack_integer(struct attack *attack, struct findings *findings, size_t steps) {
    size_t variables = attack->model->variable_count;
    struct run run = {.attack = attack,
                      .table = attack->tables[0],
                      .figures = figures_new(attack->tables[0]),
                      .state = variables,
                      .values = memory_allocate(variables, sizeof(int64_t)),
                      .least = memory_allocate(variables, sizeof(int64_t)),
                      .most = memory_allocate(variables, sizeof(int64_t)),
                      .mixed = memory_allocate(attack->column_count, sizeof(bool))};
    /* By the whole sample alone, linear bounds are whole numbers already. */
    if (attack->model->grouped > 0 || figures_count(run.figures) > 0) {
        try_examples(&run);
        if (any_open(&run))
            enumerate(&run, findings, steps);
    }
    figures_free(run.figures);
    free(run.values);
    free(run.least);
    free(run.most);
    free(run.mixed);
}
