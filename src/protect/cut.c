#include "protect/cut.h"

bool cut_is_coarse(enum view view) {
    return view == VIEW_COARSE_ALL || view == VIEW_COARSE_CLASS;
}

static bool shows_all(enum view view) {
    return view == VIEW_ALL || view == VIEW_COARSE_ALL;
}

/* --- one class of answers --- */

static bool is_proper(const struct group_table *table, const bool *holds) {
    size_t held = 0;
    for (size_t i = 0; i < table->answers; i++)
        held += holds[i];
    return held > 0 && held < table->answers;
}

static void take_set(struct answer_class *found, const struct group_table *table) {
    const struct answer_set *set = &table->question->sets[0];
    for (size_t i = 0; i < set->count; i++)
        if (set->codes[i] < table->answers)
            found->holds[set->codes[i]] = true;
    found->statistic = STATISTIC_SET;
    found->category = set->id;
}

static void take_most_frequent(struct answer_class *found, const struct group_table *table) {
    size_t best = 0;
    for (size_t i = 1; i < table->answers; i++)
        if (table->totals[i] > table->totals[best])
            best = i;
    for (size_t i = 0; i < table->answers; i++)
        found->holds[i] = i == best;
    found->statistic = STATISTIC_COUNT;
    found->category = table->question->codes->codes[best].id;
}

struct answer_class answer_class_of(struct arena *arena, const struct group_table *table) {
    const struct question *question = table->question;
    struct answer_class found = {.statistic = STATISTIC_NONE, .category = ""};
    if (table->answers < 2)
        return found;
    found.holds = arena_allocate(arena, table->answers, sizeof *found.holds);
    if (group_table_has_options(table)) {
        for (size_t i = 0; i < table->ticks; i++)
            found.holds[i] = true;
        found.statistic = table->shape == SHAPE_PLACES ? STATISTIC_TOP : STATISTIC_COUNT;
    } else if (question->codes->measure == MEASURE_ORDINAL && table->answers > 2) {
        found.holds[table->answers - 1] = found.holds[table->answers - 2] = true;
        found.statistic = STATISTIC_TOP2;
    } else {
        if (question->set_count > 0)
            take_set(&found, table);
        if (!is_proper(table, found.holds))
            take_most_frequent(&found, table);
    }
    found.exists = is_proper(table, found.holds);
    return found;
}

/* --- cuts --- */

bool cut_exists(const struct group_table *table, enum view view,
                const struct answer_class *answer_class) {
    if (table->answers == 0 || view > VIEW_COARSE_CLASS ||
        (cut_is_coarse(view) && table->grouping->coarse_count == 0))
        return false;
    if (shows_all(view))
        return !group_table_has_options(table);
    return answer_class->exists;
}

const char *cut_unit_id(const struct group_table *table, enum view view, size_t unit) {
    return cut_is_coarse(view) ? table->grouping->coarse[unit].id
                               : table->grouping->question->codes->codes[unit].id;
}

/* Those of other groups (outside the scale, in no coarse level) are in no unit. */
static void place_groups(const struct group_table *table, enum view view, struct cut *cut) {
    const struct grouping *grouping = table->grouping;
    for (size_t group = 0; group < table->groups; group++)
        cut->unit_of[group] =
            group < table->coded && !cut_is_coarse(view) ? (int)group : CUT_LEFT_OUT;
    for (size_t level = 0; cut_is_coarse(view) && level < grouping->coarse_count; level++)
        for (size_t i = 0; i < grouping->coarse[level].count; i++)
            if (grouping->coarse[level].codes[i] < table->coded)
                cut->unit_of[grouping->coarse[level].codes[i]] = (int)level;
}

static void leave_out_small(const struct group_table *table, struct cut *cut,
                            int64_t min_group) {
    int64_t *bases = cut->bases;
    for (size_t group = 0; group < table->groups; group++)
        if (cut->unit_of[group] != CUT_LEFT_OUT)
            bases[cut->unit_of[group]] += table->bases[group];
    for (size_t unit = 0; unit < cut->units; unit++)
        cut->shown[unit] = bases[unit] >= min_group;
    for (size_t group = 0; group < table->groups; group++)
        if (cut->unit_of[group] != CUT_LEFT_OUT && !cut->shown[cut->unit_of[group]])
            cut->unit_of[group] = CUT_LEFT_OUT;
}

static void place_answers(const struct group_table *table, enum view view,
                          const struct answer_class *answer_class, struct cut *cut) {
    cut->classes = shows_all(view) ? table->answers : 2;
    cut->shown_classes = shows_all(view) ? table->answers : 1;
    for (size_t answer = 0; answer < table->answers; answer++) {
        cut->class_of[answer] = answer;
        if (!shows_all(view))
            cut->class_of[answer] = answer_class->holds[answer] ? 0 : 1;
    }
}

static void add_up(const struct group_table *table, struct cut *cut) {
    for (size_t group = 0; group < table->groups; group++) {
        size_t unit =
            cut->unit_of[group] == CUT_LEFT_OUT ? cut->units : (size_t)cut->unit_of[group];
        if (unit == cut->units)
            cut->bases[unit] += table->bases[group];
        for (size_t answer = 0; answer < table->answers; answer++)
            cut->counts[unit * cut->classes + cut->class_of[answer]] +=
                table->counts[group * table->answers + answer];
    }
}

struct cut *cut_new(struct arena *arena, const struct group_table *table, enum view view,
                    const struct answer_class *answer_class, int64_t min_group) {
    struct cut *cut = arena_allocate(arena, 1, sizeof *cut);
    cut->units = cut_is_coarse(view) ? table->grouping->coarse_count : table->coded;
    cut->unit_of = arena_allocate(arena, table->groups, sizeof *cut->unit_of);
    cut->class_of = arena_allocate(arena, table->answers, sizeof *cut->class_of);
    cut->shown = arena_allocate(arena, cut->units, sizeof *cut->shown);
    cut->bases = arena_allocate(arena, cut->units + 1, sizeof *cut->bases);
    place_groups(table, view, cut);
    place_answers(table, view, answer_class, cut);
    leave_out_small(table, cut, min_group);
    cut->counts = arena_allocate(arena, (cut->units + 1) * cut->classes, sizeof *cut->counts);
    add_up(table, cut);
    return cut;
}
