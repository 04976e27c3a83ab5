#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#include "attack.h"
#include "chance.h"
#include "program.h"

static const double slack = 1e-5;
enum { CORNERS = 6 }; /* random corners that settle most targets before single ones are tried */

struct run {
    struct attack *attack;
    struct findings *findings;
    struct program *program;
    struct program *alone; /* the whole sample alone; made when first needed */
    double *weights, *values;
    double *least, *most; /* of each variable over all corners seen */
    bool *settled;        /* by target */
    bool *alike, *small;  /* by column: settled */
    bool possible;
};

static size_t groups_of(const struct column *column) {
    return axis_size(&column->table->groups);
}

/* The sum of one answer over the groups of a column. */
static double answer_sum(const struct column *column, size_t answer, const double *values) {
    double sum = 0;
    for (size_t g = 0; g < groups_of(column); g++)
        if (column->groups[g])
            sum += values[table_cell(column->table, answer, g)];
    return sum;
}

static void settle_column(struct run *run, size_t at) {
    const struct column *column = &run->attack->columns[at];
    const struct published *published = run->attack->published;
    double base = run->values[column->base];
    size_t used = 0;
    for (size_t a = 0; a < column->table->answers.inside; a++)
        used += answer_sum(column, a, run->values) > slack;
    if (used != 1 || base > 3 * (double)published->min_cell - 1 + slack)
        run->alike[at] = true;
    if (base < slack || base > (double)published->min_group - 1 + slack)
        run->small[at] = true;
    for (size_t g = 0; g < groups_of(column); g++)
        for (size_t a = 0; column->groups[g] && a < column->table->answers.inside; a++) {
            size_t cell = table_cell(column->table, a, g);
            if (run->most[cell] - run->least[cell] > slack)
                run->small[at] = true;
        }
}

/* What the corner at hand shows to be possible. */
static void settle(struct run *run) {
    for (size_t i = 0; i < run->attack->model->variable_count; i++) {
        if (run->values[i] < run->least[i])
            run->least[i] = run->values[i];
        if (run->values[i] > run->most[i])
            run->most[i] = run->values[i];
    }
    for (size_t i = 0; i < run->attack->target_count; i++) {
        const struct target *target = &run->attack->targets[i];
        if (run->least[target->variable] < slack ||
            run->most[target->variable] > (double)target->limit + 1 - slack)
            run->settled[i] = true;
    }
    for (size_t i = 0; i < run->attack->column_count; i++)
        settle_column(run, i);
}

/* Goes to the corner where the weights are greatest and settles what it shows. */
static bool go(struct run *run) {
    run->possible = program_greatest(run->program, run->weights, run->values);
    if (run->possible)
        settle(run);
    return run->possible;
}

static void clear_weights(struct run *run) {
    memset(run->weights, 0, run->attack->model->variable_count * sizeof(double));
}

static void go_around(struct run *run) {
    uint64_t state = 1;
    for (int i = 0; i < CORNERS; i++) {
        for (size_t v = 0; v < run->attack->model->variable_count; v++)
            run->weights[v] = chance_uniform(&state) - 0.5;
        if (!go(run))
            return;
    }
}

/* Whether a variable lies in 1..limit by the whole sample alone. */
static bool known_alone(struct run *run, size_t variable, int64_t limit) {
    if (run->alone == NULL)
        run->alone = program_new(run->attack->model, false);
    int64_t low, high;
    return program_bounds(run->alone, variable, &low, &high) && low >= 1 && high <= limit;
}

bool attack_agreed(const struct attack *attack, const struct table *table) {
    struct program *alone = program_new(attack->model, false);
    double *weights = memory_allocate(attack->model->variable_count, sizeof *weights);
    double *values = memory_allocate(attack->model->variable_count, sizeof *values);
    size_t possible = 0;
    for (size_t a = 0; a < table->answers.inside; a++) {
        double sum = 0;
        memset(weights, 0, attack->model->variable_count * sizeof *weights);
        for (size_t g = 0; g < axis_size(&table->groups); g++)
            weights[table_cell(table, a, g)] = 1;
        if (program_greatest(alone, weights, values))
            for (size_t g = 0; g < axis_size(&table->groups); g++)
                sum += values[table_cell(table, a, g)];
        possible += sum > slack;
    }
    free(weights);
    free(values);
    program_free(alone);
    return possible < 2;
}

static void try_target(struct run *run, size_t at) {
    struct target *target = &run->attack->targets[at];
    clear_weights(run);
    run->weights[target->variable] = -1;
    if (!go(run) || run->settled[at])
        return;
    run->weights[target->variable] = 1;
    if (!go(run) || run->settled[at])
        return;
    int64_t low, high;
    if (!program_bounds(run->program, target->variable, &low, &high) || low < 1 ||
        high > target->limit)
        return;
    target->open = false;
    if (!target->always && (known_alone(run, target->variable, target->limit) ||
                            attack_agreed(run->attack, target->table)))
        return;
    attack_report(target, run->attack->how, low, high, run->findings);
}

/* Sets the weights of all answers inside the scale but one in the groups of a column. */
static void weigh_others(struct run *run, const struct column *column, size_t answer) {
    clear_weights(run);
    for (size_t a = 0; a < column->table->answers.inside; a++)
        for (size_t g = 0; a != answer && g < groups_of(column); g++)
            if (column->groups[g])
                run->weights[table_cell(column->table, a, g)] = 1;
}

/* Whether all of a small group are known to agree, by the program given. */
static bool agree(struct run *run, struct program *program, const struct column *column,
                  size_t answer) {
    int64_t low, high;
    if (!program_bounds(program, column->base, &low, &high) || low < 1 ||
        high >= 3 * run->attack->published->min_cell)
        return false;
    weigh_others(run, column, answer);
    double *values = memory_allocate(run->attack->model->variable_count, sizeof *values);
    bool known = program_greatest(program, run->weights, values);
    for (size_t a = 0; known && a < column->table->answers.inside; a++)
        known = a == answer || answer_sum(column, a, values) < slack;
    free(values);
    return known;
}

static void try_alike(struct run *run, size_t at) {
    struct column *column = &run->attack->columns[at];
    size_t answer = 0;
    while (answer < column->table->answers.inside &&
           answer_sum(column, answer, run->most) < slack)
        answer++;
    if (answer == column->table->answers.inside || !agree(run, run->program, column, answer))
        return;
    column->alike = false;
    if (run->alone == NULL)
        run->alone = program_new(run->attack->model, false);
    if (column->always ||
        (!agree(run, run->alone, column, answer) && !attack_agreed(run->attack, column->table)))
        attack_report_column(column, "P5", run->attack->how, "all of a small group agree",
                             column->table->answers.ids[answer], run->findings);
}

/* Whether the group is known to have fewer answers than min_group, and every count of it. */
static bool all_known(struct run *run, struct program *program, const struct column *column) {
    int64_t low, high;
    if (!program_bounds(program, column->base, &low, &high) || low < 1 ||
        high >= run->attack->published->min_group)
        return false;
    for (size_t a = 0; a < column->table->answers.inside; a++)
        for (size_t g = 0; g < groups_of(column); g++)
            if (column->groups[g] &&
                (!program_bounds(program, table_cell(column->table, a, g), &low, &high) ||
                 low != high))
                return false;
    return true;
}

static void try_small(struct run *run, size_t at) {
    struct column *column = &run->attack->columns[at];
    if (!all_known(run, run->program, column))
        return;
    column->small = false;
    if (run->alone == NULL)
        run->alone = program_new(run->attack->model, false);
    if (!all_known(run, run->alone, column) && !attack_agreed(run->attack, column->table))
        attack_report_column(column, "P2", run->attack->how,
                             "all counts of a small group known", "", run->findings);
}

static struct run *run_new(struct attack *attack, struct findings *findings) {
    struct run *run = memory_allocate(1, sizeof *run);
    size_t variables = attack->model->variable_count;
    run->attack = attack;
    run->findings = findings;
    run->program = program_new(attack->model, true);
    run->weights = memory_allocate(variables, sizeof(double));
    run->values = memory_allocate(variables, sizeof(double));
    run->least = memory_allocate(variables, sizeof(double));
    run->most = memory_allocate(variables, sizeof(double));
    for (size_t i = 0; i < variables; i++)
        run->least[i] = (double)attack->model->most + 1;
    run->settled = memory_allocate(attack->target_count, sizeof(bool));
    run->alike = memory_allocate(attack->column_count, sizeof(bool));
    run->small = memory_allocate(attack->column_count, sizeof(bool));
    return run;
}

static void run_free(struct run *run) {
    program_free(run->program);
    program_free(run->alone);
    free(run->weights);
    free(run->values);
    free(run->least);
    free(run->most);
    free(run->settled);
    free(run->alike);
    free(run->small);
    free(run);
}

void attack_linear(struct attack *attack, struct findings *findings) {
    struct run *run = run_new(attack, findings);
    run->possible = true;
    go_around(run);
    for (size_t i = 0; run->possible && i < attack->target_count; i++)
        if (attack->targets[i].open && !run->settled[i])
            try_target(run, i);
    for (size_t i = 0; run->possible && i < attack->column_count; i++) {
        if (attack->columns[i].alike && !run->alike[i])
            try_alike(run, i);
        if (attack->columns[i].small && !run->small[i])
            try_small(run, i);
    }
    findings->contradictions += !run->possible;
    run_free(run);
}
