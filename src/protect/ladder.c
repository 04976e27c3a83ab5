#include "protect/ladder.h"

#include "protect/disclosure.h"
#include "survey/threshold.h"

enum privacy_rule ladder_rule(enum refusal_kind kind) {
    static const enum privacy_rule rules[] = {
        [REFUSAL_NONE] = RULE_NONE,     [REFUSAL_IDENTIFYING] = RULE_P7,
        [REFUSAL_GROUPING] = RULE_P7,   [REFUSAL_SIZES] = RULE_P7,
        [REFUSAL_NUMBER] = RULE_P6,     [REFUSAL_NO_GROUP] = RULE_P2,
        [REFUSAL_REST] = RULE_P2,       [REFUSAL_SMALL] = RULE_P3,
        [REFUSAL_COMPLEMENT] = RULE_P3, [REFUSAL_UNANIMOUS] = RULE_P5,
        [REFUSAL_KNOWN] = RULE_P3,      [REFUSAL_FINENESS] = RULE_P3,
        [REFUSAL_LINKED] = RULE_P3,     [REFUSAL_BROKEN] = RULE_P3,
        [REFUSAL_FILTERED] = RULE_P20,  [REFUSAL_FEW] = RULE_P3,
        [REFUSAL_CLOSED] = RULE_P2,
    };
    return rules[kind];
}

enum fineness { FINENESS_ANY, FINENESS_CODES, FINENESS_LEVELS };

enum privacy_rule ladder_published_rule(enum refusal_kind kind) {
    return ladder_rule(kind == REFUSAL_UNANIMOUS ? REFUSAL_SMALL : kind);
}

/* What all checks of one table look at. */
struct check {
    const struct group_tables *tables;
    const struct group_table *table;
    const struct questionnaire *questionnaire;
    struct table_class table_class;
    size_t index; /* of the table */
    const struct decision *decisions;
    enum fineness fineness;
};

static bool is_sensitive(const struct group_table *table) {
    return (table->question->roles & ROLE_SENSITIVE) != 0;
}

/* --- what a view shows directly --- */

static struct refusal check_groups(const struct check *check, const struct cut *cut) {
    bool any = false;
    for (size_t unit = 0; unit < cut->units; unit++)
        any = any || cut->shown[unit];
    if (!any)
        return (struct refusal){REFUSAL_NO_GROUP, "", "", 0};
    if (threshold_hides(cut->bases[cut->units], check->questionnaire->min_group))
        return (struct refusal){REFUSAL_REST, "", "", cut->bases[cut->units]};
    return (struct refusal){0};
}

static bool holds_small_group(const struct check *check, const struct cut *cut, size_t unit) {
    for (size_t group = 0; group < check->table->groups; group++)
        if (cut->unit_of[group] == (unit < cut->units ? (int)unit : CUT_LEFT_OUT) &&
            threshold_is_small_group(check->table->bases[group],
                                     check->questionnaire->min_cell))
            return true;
    return false;
}

/* Of a unanimous unit each of its groups is known to be so, the small ones too. In the class
 * views, none in the class is unanimity as well: all gave the other answer. */
static bool is_unanimous(const struct check *check, const struct cut *cut, size_t unit,
                         int64_t count) {
    return (count == cut->bases[unit] || (count == 0 && cut->shown_classes == 1)) &&
           holds_small_group(check, cut, unit);
}

static const char *class_name(const struct check *check, const struct cut *cut, size_t class) {
    const struct question *question = check->table->question;
    if (group_table_has_options(check->table))
        return "";
    if (cut->shown_classes == cut->classes)
        return question->codes->codes[class].id;
    const struct answer_class *shown = &check->table_class.decided;
    return shown->category[0] != '\0' ? shown->category
                                      : statistic_name(class_kind_statistic(shown->kind));
}

static struct refusal check_counts(const struct check *check, const struct cut *cut,
                                   enum view view, size_t unit) {
    int64_t min_cell = check->questionnaire->min_cell, base = cut->bases[unit];
    const char *level = unit < cut->units ? cut_unit_id(check->table, view, unit) : "";
    for (size_t class = 0; class < cut->shown_classes; class ++) {
        int64_t count = cut->counts[unit * cut->classes + class];
        const char *category = class_name(check, cut, class);
        if (threshold_hides(count, min_cell))
            return (struct refusal){REFUSAL_SMALL, level, category, count};
        if (!is_sensitive(check->table))
            continue;
        if (threshold_hides(base - count, min_cell))
            return (struct refusal){REFUSAL_COMPLEMENT, level, category, base - count};
        if (is_unanimous(check, cut, unit, count))
            return (struct refusal){REFUSAL_UNANIMOUS, level, category, base};
    }
    return (struct refusal){0};
}

static struct refusal check_shown(const struct check *check, const struct cut *cut,
                                  enum view view) {
    struct refusal refusal = check_groups(check, cut);
    for (size_t unit = 0; unit <= cut->units && refusal.kind == REFUSAL_NONE; unit++)
        if (unit == cut->units || cut->shown[unit])
            refusal = check_counts(check, cut, view, unit);
    return refusal;
}

/* --- what follows from several tables --- */

/* How many people of unit a belong to unit b of another grouping is at most the smaller of both
 * within the class and the smaller of both outside it. Counts in a class are 0 or large, so
 * this is small only where one unit has nobody in the class and the other a few outside it. */
static bool meets_small(const struct cut *one, const struct cut *other,
                        const struct table_class *shown, int64_t min_cell) {
    bool none_in_class = false, few_outside = false;
    for (size_t unit = 0; unit <= one->units; unit++) {
        int64_t inside = 0;
        for (size_t class = 0; class < one->classes; class ++)
            if (one->classes == 2 && one->shown_classes == 1 ? class == 0 : shown->holds[class])
                inside += one->counts[unit * one->classes + class];
        if ((unit == one->units || one->shown[unit]) && one->bases[unit] > 0)
            none_in_class = none_in_class || inside == 0;
    }
    for (size_t unit = 0; unit <= other->units && other->shown_classes == 1; unit++)
        if (unit == other->units || other->shown[unit])
            few_outside = few_outside ||
                          threshold_hides(other->counts[unit * other->classes + 1], min_cell);
    return none_in_class && few_outside;
}

static struct refusal check_links(const struct check *check, const struct cut *cut) {
    int64_t min_cell = check->questionnaire->min_cell;
    size_t first = check->index - check->index % check->tables->groupings;
    for (size_t i = first; i < check->index; i++) {
        const struct cut *other = check->decisions[i].cut;
        if (other != NULL && check->table_class.exists &&
            (meets_small(cut, other, &check->table_class, min_cell) ||
             meets_small(other, cut, &check->table_class, min_cell)))
            return (struct refusal){REFUSAL_LINKED,
                                    check->tables->tables[i].grouping->question->id, "", 0};
    }
    return (struct refusal){0};
}

/* Options of one question by one grouping belong together: with what is decided about those
 * before, and nothing shown of those that follow. */
static struct refusal check_known(struct arena *arena, const struct check *check,
                                  const struct cut *cut) {
    const struct group_tables *tables = check->tables;
    struct published_table *parts = arena_allocate(arena, tables->items, sizeof *parts);
    bool options = check->table->ticks > 0;
    size_t count = 0;
    for (size_t i = check->index % tables->groupings; i < tables->count;
         i += tables->groupings) {
        if (i == check->index)
            parts[count++] = (struct published_table){&tables->tables[i], cut};
        else if (options)
            parts[count++] =
                (struct published_table){&tables->tables[i], check->decisions[i].cut};
    }
    struct disclosed disclosed;
    if (disclosure_find(parts, count, check->questionnaire, &disclosed))
        return (struct refusal){REFUSAL_KNOWN, disclosed.level, disclosed.category, 0};
    return (struct refusal){0};
}

/* --- the ladder --- */

/* Where the table as a whole, or this view, is out of the question. */
static struct refusal check_kind(const struct check *check, enum view view) {
    const struct group_table *table = check->table;
    bool coarse = view_is_coarse(view);
    enum refusal_kind kind = REFUSAL_NONE;
    if ((table->question->roles & ROLE_IDENTIFYING) != 0)
        kind = REFUSAL_IDENTIFYING;
    else if (table->question->grouping != NULL)
        kind = REFUSAL_GROUPING;
    else if (table->question->asked_if.question != NULL)
        kind = REFUSAL_FILTERED;
    else if (!table->complete)
        kind = REFUSAL_BROKEN;
    else if (table->shape == SHAPE_HIDDEN)
        kind = REFUSAL_NUMBER;
    else if (table->facts->few)
        kind = REFUSAL_FEW;
    else if (coarse ? table->facts->hides_levels : table->facts->hides_codes)
        kind = REFUSAL_SIZES;
    else if (coarse ? table->facts->closes_levels : table->facts->closes_codes)
        kind = REFUSAL_CLOSED;
    else if (check->fineness == (coarse ? FINENESS_CODES : FINENESS_LEVELS))
        kind = REFUSAL_FINENESS;
    return (struct refusal){kind, "", "", 0};
}

static struct refusal check_view(struct arena *arena, const struct check *check, enum view view,
                                 const struct cut **cut) {
    struct refusal refusal = check_kind(check, view);
    *cut = NULL;
    if (refusal.kind != REFUSAL_NONE)
        return refusal;
    *cut = cut_new(arena, check->table, view, &check->table_class,
                   check->questionnaire->min_group);
    refusal = check_shown(check, *cut, view);
    if (refusal.kind == REFUSAL_NONE)
        refusal = check_links(check, *cut);
    if (refusal.kind == REFUSAL_NONE)
        refusal = check_known(arena, check, *cut);
    return refusal;
}

/* True for what no other view of the table can cure. */
static bool is_about_table(enum refusal_kind kind) {
    return kind == REFUSAL_IDENTIFYING || kind == REFUSAL_GROUPING || kind == REFUSAL_BROKEN ||
           kind == REFUSAL_NUMBER || kind == REFUSAL_FILTERED || kind == REFUSAL_FEW;
}

/* About tables->tables[index], after those before it in decisions. */
static struct decision decide(struct arena *arena, const struct group_tables *tables,
                              size_t index, const struct decision *decisions,
                              enum fineness fineness,
                              const struct questionnaire *questionnaire) {
    struct check check = {.tables = tables,
                          .table = &tables->tables[index],
                          .questionnaire = questionnaire,
                          .index = index,
                          .decisions = decisions,
                          .fineness = fineness};
    check.table_class = table_class_of(arena, check.table);
    struct decision decision = {.view = VIEW_NOTHING, .table_class = check.table_class};
    const struct cut *cut = NULL;
    for (enum view view = VIEW_ALL; view < VIEW_NOTHING; view++) {
        if (!cut_exists(check.table, view, &check.table_class) && check.table->answers > 0)
            continue;
        decision.refusals[view] = check_view(arena, &check, view, &cut);
        if (decision.refusals[view].kind == REFUSAL_NONE) {
            decision.view = view;
            decision.cut = cut;
            break;
        }
        decision.tried = view;
        if (is_about_table(decision.refusals[view].kind))
            break;
    }
    return decision;
}

/* Returns how many options of one grouping show counts. */
static size_t decide_options(struct arena *arena, const struct group_tables *tables,
                             size_t grouping, struct decision *decisions,
                             enum fineness fineness,
                             const struct questionnaire *questionnaire) {
    size_t shown = 0;
    for (size_t i = grouping; i < tables->count; i += tables->groupings) {
        decisions[i] = decide(arena, tables, i, decisions, fineness, questionnaire);
        shown += decisions[i].cut != NULL;
    }
    return shown;
}

static void decide_fineness(struct arena *arena, const struct group_tables *tables,
                            size_t grouping, struct decision *decisions,
                            const struct questionnaire *questionnaire) {
    struct decision *coarse = arena_allocate(arena, tables->count, sizeof *coarse);
    for (size_t i = 0; i < tables->count; i++)
        coarse[i] = decisions[i]; /* those by the groupings before */
    size_t fine_shown =
        decide_options(arena, tables, grouping, decisions, FINENESS_CODES, questionnaire);
    if (tables->tables[grouping].grouping->coarse_count == 0 ||
        decide_options(arena, tables, grouping, coarse, FINENESS_LEVELS, questionnaire) <=
            fine_shown)
        return;
    for (size_t i = grouping; i < tables->count; i += tables->groupings)
        decisions[i] = coarse[i];
}

struct decision *ladder_decide(struct arena *arena, const struct group_tables *tables,
                               const struct questionnaire *questionnaire) {
    struct decision *decisions = arena_allocate(arena, tables->count, sizeof *decisions);
    bool options = tables->count > 0 && tables->tables[0].ticks > 0;
    for (size_t i = 0; i < tables->count && !options; i++)
        decisions[i] = decide(arena, tables, i, decisions, FINENESS_ANY, questionnaire);
    for (size_t i = 0; i < tables->groupings && options; i++)
        decide_fineness(arena, tables, i, decisions, questionnaire);
    return decisions;
}
