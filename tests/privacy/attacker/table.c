#include "table.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* The classes of a number, as its whole-sample rows name them. */
static void number_axis(struct axis *axis, const struct published *published) {
    const struct results *results = published->results;
    axis->ids = memory_allocate(results->count + 1, sizeof *axis->ids);
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (*row->by == '\0' && axis_has(axis, row) && *row->category != '\0' &&
            row->statistic == STATISTIC_COUNT)
            axis->ids[axis->count++] = row->category;
    }
    if (axis->count == 0)
        axis->ids[axis->count++] = "any number";
    axis->inside = axis->count;
}

static void fixed_axis(struct axis *axis, const char *const *ids, size_t count) {
    axis->ids = memory_allocate(count, sizeof *axis->ids);
    memcpy(axis->ids, ids, count * sizeof *ids);
    axis->inside = axis->count = count;
}

static struct axis make_axis(const struct question *question, const char *item,
                             const struct published *published) {
    static const char *const ticks[] = {"ticked", "not"};
    static const char *const ranks[] = {"first", "within", "beyond", "not"};
    struct axis axis = {.question = question, .item = item};
    if (question == NULL)
        return axis;
    if (question->kind == KIND_MULTI)
        fixed_axis(&axis, ticks, 2);
    else if (question->kind == KIND_RANKING)
        fixed_axis(&axis, ranks, 4);
    else if (question->kind == KIND_NUMBER)
        number_axis(&axis, published);
    else {
        axis.ids = memory_allocate(question->code_count, sizeof *axis.ids);
        for (size_t i = 0; i < question->code_count; i++)
            axis.ids[i] = question->codes[i].id;
        axis.inside = question->inside;
        axis.count = question->code_count;
    }
    assert(axis.count < POSITIONS);
    return axis;
}

size_t table_cell(const struct table *table, size_t answer, size_t group) {
    return table->cells[answer * axis_size(&table->groups) + group];
}

/* Adds factor x the cells of the masks to the fact at hand; factors by answer, NULL: 1. */
static void add_cells(struct table *table, const bool *answers, const bool *groups,
                      const int64_t *factors) {
    for (size_t a = 0; a < axis_size(&table->answers); a++)
        for (size_t g = 0; g < axis_size(&table->groups); g++)
            if (answers[a] && groups[g])
                model_term(table->model, table_cell(table, a, g),
                           factors == NULL ? 1 : factors[a]);
}

size_t table_sum(struct table *table, const bool *answers, const bool *groups) {
    size_t terms = 0, cell = 0;
    for (size_t a = 0; a < axis_size(&table->answers); a++)
        for (size_t g = 0; g < axis_size(&table->groups); g++)
            if (answers[a] && groups[g]) {
                terms++;
                cell = table_cell(table, a, g);
            }
    if (terms == 1)
        return cell;
    add_cells(table, answers, groups, NULL);
    size_t sum = model_variable(table->model);
    model_term(table->model, sum, -1);
    model_close(table->model, 0, 0, false);
    return sum;
}

/* What a count, share or base says. The masks are of the two sides; n counts those who answered
 * the question that the row is about, on its own side. */
static void add_count(struct table *table, const struct result *row, bool flipped) {
    const struct axis *own = flipped ? &table->groups : &table->answers;
    const struct axis *other = flipped ? &table->answers : &table->groups;
    bool mask[POSITIONS], base[POSITIONS], levels[POSITIONS];
    bool members, grouped = *row->by != '\0';
    if (!axis_mask(own, row, mask, &members) || !axis_levels(other, row, levels))
        return;
    axis_inside(own, base);
    if (members)
        memset(base, 1, sizeof base);
    int64_t count = row_count(row);
    if (count >= 0) {
        add_cells(table, flipped ? levels : mask, flipped ? mask : levels, NULL);
        model_close(table->model, count, count, grouped);
    }
    if (row->has_n) {
        add_cells(table, flipped ? levels : base, flipped ? base : levels, NULL);
        model_close(table->model, row->n, row->n, grouped);
    }
}

/* The mean that is beside a standard deviation, or NULL. */
static const struct result *mean_beside(const struct published *published,
                                        const struct result *sd) {
    for (size_t i = 0; i < published->results->count; i++) {
        const struct result *row = &published->results->rows[i];
        if (row->statistic == STATISTIC_MEAN && row->has_value && row->has_n &&
            row->n == sd->n && strcmp(row->question, sd->question) == 0 &&
            strcmp(row->item, sd->item) == 0 && strcmp(row->by, sd->by) == 0 &&
            strcmp(row->level, sd->level) == 0)
            return row;
    }
    return NULL;
}

/* With the base known, the mean fixes the sum of the positions, and the standard deviation with
 * it the sum of their squares: both linear in the counts. */
static void add_moment(struct table *table, const struct result *row) {
    const struct axis *own = &table->answers;
    bool second = row->statistic == STATISTIC_SD;
    if (!row->has_value || !row->has_n || !own->question->ordinal ||
        (!second && row->statistic != STATISTIC_MEAN))
        return;
    bool levels[POSITIONS], base[POSITIONS];
    if (!axis_levels(&table->groups, row, levels))
        return;
    int64_t factors[POSITIONS] = {0};
    double n = (double)row->n, sum = row->value * n;
    if (second) {
        const struct result *mean = mean_beside(table->published, row);
        if (mean == NULL)
            return;
        sum = (n - 1) * row->value * row->value + n * mean->value * mean->value;
    }
    for (size_t i = 0; i < own->inside; i++)
        factors[i] = (int64_t)(second ? (i + 1) * (i + 1) : i + 1);
    axis_inside(own, base);
    add_cells(table, base, levels, factors);
    model_close(table->model, llround(sum), llround(sum), *row->by != '\0');
}

/* Of a test, the number of answers that it is about. */
static void add_test_base(struct table *table, const struct result *row) {
    if (*row->level != '\0' || row_by(row, table->groups.question) != BY_FINE || !row->has_n ||
        row_is_least_difference(row))
        return;
    bool answers[POSITIONS], groups[POSITIONS];
    axis_inside(&table->answers, answers);
    axis_inside(&table->groups, groups);
    add_cells(table, answers, groups, NULL);
    model_close(table->model, row->n, row->n, true);
}

/* A group that is left out by P2 has fewer than min_group answers. */
static void add_left_out(struct table *table, const struct result *row) {
    bool levels[POSITIONS], answers[POSITIONS];
    if (row->flag != FLAG_SUPPRESSED || strcmp(row->method, "P2") != 0 || *row->by == '\0' ||
        *row->level == '\0' || !axis_levels(&table->groups, row, levels))
        return;
    axis_inside(&table->answers, answers);
    add_cells(table, answers, levels, NULL);
    model_close(table->model, 0, table->published->min_group - 1, true);
}

static void mark_shown(struct table *table, const struct result *row) {
    const struct question *grouping = table->groups.question;
    bool levels[POSITIONS];
    if (*row->by == '\0' || *row->level == '\0' || !row_shows(row) ||
        !axis_levels(&table->groups, row, levels))
        return;
    size_t coarse = set_position(grouping->coarse, grouping->coarse_count, row->level);
    if (row_by(row, grouping) == BY_COARSE && coarse < grouping->coarse_count) {
        table->coarse_shown[coarse] = true;
        return;
    }
    for (size_t g = 0; g < table->groups.count; g++)
        table->shown[g] |= levels[g];
}

static void add_facts(struct table *table) {
    const struct results *results = table->published->results;
    const struct axis *answers = &table->answers, *groups = &table->groups;
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (axis_has(answers, row)) {
            add_count(table, row, false);
            add_moment(table, row);
            add_test_base(table, row);
            add_left_out(table, row);
            mark_shown(table, row);
        } else if (axis_has(groups, row)) {
            add_count(table, row, true);
        }
    }
}

struct table *table_new(struct model *model, const struct published *published,
                        const struct question *question, const char *item,
                        const struct question *grouping) {
    struct table *table = memory_allocate(1, sizeof *table);
    table->model = model;
    table->published = published;
    table->answers = make_axis(question, item, published);
    table->groups = make_axis(grouping, "", published);
    size_t rows = axis_size(&table->answers), columns = axis_size(&table->groups);
    table->cells = memory_allocate(rows * columns, sizeof *table->cells);
    table->shown = memory_allocate(columns, sizeof *table->shown);
    table->coarse_shown = memory_allocate(POSITIONS, sizeof *table->coarse_shown);
    for (size_t i = 0; i < rows * columns; i++)
        table->cells[i] = model_variable(model);
    bool all[POSITIONS];
    memset(all, 1, sizeof all);
    add_cells(table, all, all, NULL);
    model_close(model, published->accepted, published->accepted, false);
    add_facts(table);
    return table;
}

void table_free(struct table *table) {
    if (table == NULL)
        return;
    free(table->answers.ids);
    free(table->groups.ids);
    free(table->cells);
    free(table->shown);
    free(table->coarse_shown);
    free(table);
}
