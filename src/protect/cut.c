#include "protect/cut.h"

#include "survey/threshold.h"

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

/* True where the class is one of such tables. */
static bool suits(enum class_kind kind, enum shape shape) {
    switch (shape) {
    case SHAPE_CODES:
        return kind == CLASS_TOP2 || kind == CLASS_SET || kind == CLASS_CODE;
    case SHAPE_TICKS:
        return kind == CLASS_TICKED;
    case SHAPE_PLACES:
        return kind == CLASS_PLACED;
    case SHAPE_NONE:
    case SHAPE_HIDDEN:
    case SHAPE_STATES:
        break;
    }
    return false;
}

struct table_class table_class_of(struct arena *arena, const struct group_table *table) {
    struct table_class found = {.decided = table->class};
    if (!suits(table->class.kind, table->shape))
        return found;
    found.holds = arena_allocate(arena, table->answers, sizeof *found.holds);
    for (size_t i = 0; i < table->answers; i++)
        found.holds[i] = group_table_has_options(table)
                             ? i < table->ticks
                             : answer_class_holds(&table->class, table->question, i);
    found.exists = is_proper(table, found.holds);
    return found;
}

/* --- cuts --- */

bool cut_exists(const struct group_table *table, enum view view,
                const struct table_class *table_class) {
    if (table->answers == 0 || view > VIEW_COARSE_CLASS ||
        (view_is_coarse(view) && table->grouping->coarse_count == 0))
        return false;
    if (shows_all(view))
        return !group_table_has_options(table);
    return table_class->exists;
}

const char *cut_unit_id(const struct group_table *table, enum view view, size_t unit) {
    return view_is_coarse(view) ? table->grouping->coarse[unit].id
                                : table->grouping->question->codes->codes[unit].id;
}

/* Who is in no code, or in no coarser level, is in no unit. */
static void place_groups(const struct group_table *table, enum view view, struct cut *cut) {
    for (size_t group = 0; group < table->groups; group++) {
        int unit = view_is_coarse(view)   ? group_table_level(table, group)
                   : group < table->coded ? (int)group
                                          : -1;
        cut->unit_of[group] = unit >= 0 ? unit : CUT_LEFT_OUT;
    }
}

static void leave_out_small(const struct group_table *table, struct cut *cut,
                            int64_t min_group) {
    int64_t *bases = cut->bases;
    for (size_t group = 0; group < table->groups; group++)
        if (cut->unit_of[group] != CUT_LEFT_OUT)
            bases[cut->unit_of[group]] += table->bases[group];
    for (size_t unit = 0; unit < cut->units; unit++)
        cut->shown[unit] = threshold_shows_group(bases[unit], min_group);
    for (size_t group = 0; group < table->groups; group++)
        if (cut->unit_of[group] != CUT_LEFT_OUT && !cut->shown[cut->unit_of[group]])
            cut->unit_of[group] = CUT_LEFT_OUT;
}

static void place_answers(const struct group_table *table, enum view view,
                          const struct table_class *table_class, struct cut *cut) {
    cut->classes = shows_all(view) ? table->answers : 2;
    cut->shown_classes = shows_all(view) ? table->answers : 1;
    for (size_t answer = 0; answer < table->answers; answer++) {
        cut->class_of[answer] = answer;
        if (!shows_all(view))
            cut->class_of[answer] = table_class->holds[answer] ? 0 : 1;
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
                    const struct table_class *table_class, int64_t min_group) {
    struct cut *cut = arena_allocate(arena, 1, sizeof *cut);
    cut->units = view_is_coarse(view) ? table->grouping->coarse_count : table->coded;
    cut->unit_of = arena_allocate(arena, table->groups, sizeof *cut->unit_of);
    cut->class_of = arena_allocate(arena, table->answers, sizeof *cut->class_of);
    cut->shown = arena_allocate(arena, cut->units, sizeof *cut->shown);
    cut->bases = arena_allocate(arena, cut->units + 1, sizeof *cut->bases);
    place_groups(table, view, cut);
    place_answers(table, view, table_class, cut);
    leave_out_small(table, cut, min_group);
    cut->counts = arena_allocate(arena, (cut->units + 1) * cut->classes, sizeof *cut->counts);
    add_up(table, cut);
    return cut;
}
