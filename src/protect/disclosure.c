#include "protect/disclosure.h"

#include <string.h>

#include "protect/known_range.h"
#include "protect/witness.h"
#include "survey/threshold.h"

/* --- what is known --- */

/* Walks over all answers, sets and groups of one part after the other; tries each pair. */
struct walk {
    struct arena *arena;
    const struct published_table *parts;
    size_t count;
    struct linked_tables *linked; /* of options; else NULL */
    struct linked_tables *sums;   /* the same without anything shown; NULL: not yet needed */
    const struct questionnaire *limits;
    const struct group_table *table; /* of the part at hand */
    const struct cut *cut;
    struct target target;
    struct disclosed name;
    bool shown; /* counts of some part are shown */
    bool known;
};

static bool in_range(const struct walk *walk, const struct cut *cut) {
    const struct target *target = &walk->target;
    struct known_range range = known_range_of(walk->table, cut, target->rows, target->columns);
    if (target->openness == OPEN_ANY)
        return range.low < range.high;
    if (target->openness == OPEN_MIND)
        return range.high > 0;
    if (target->openness == OPEN_PARTS)
        return range.low < target->limit;
    return range.low == 0 || !threshold_hides(range.high, walk->limits->min_cell);
}

/* True where the target is open, for all that is shown. */
static bool is_open(struct walk *walk) {
    return walk->linked == NULL
               ? in_range(walk, walk->cut)
               : witness_exists(walk->linked, &walk->target, walk->limits->min_cell);
}

/* The same for who knows the sums alone. */
static bool is_open_by_sums(struct walk *walk) {
    if (walk->linked == NULL)
        return in_range(walk, NULL);
    if (walk->sums == NULL) {
        struct published_table *parts = arena_allocate(walk->arena, walk->count, sizeof *parts);
        for (size_t i = 0; i < walk->count; i++)
            parts[i].table = walk->parts[i].table;
        walk->sums = linked_tables_new(walk->arena, parts, walk->count);
    }
    return witness_exists(walk->sums, &walk->target, walk->limits->min_cell);
}

/* Where everybody answered both questions, the sizes of the groups are their bases; what then
 * follows from the sums alone, the whole-sample figures say. */
static bool is_implied(struct walk *walk) {
    const struct group_table *table = walk->table;
    return !table->facts->hides_codes && table->answered == table->accepted &&
           table->bases[table->coded] == 0 && !is_open_by_sums(walk);
}

static bool is_known(struct walk *walk, enum openness openness) {
    walk->target.openness = openness;
    return !is_open(walk) && !is_implied(walk);
}

static bool is_sensitive(const struct walk *walk) {
    return (walk->table->question->roles & ROLE_SENSITIVE) != 0;
}

static int64_t base_of(const struct walk *walk) {
    int64_t base = 0;
    for (size_t group = 0; group < walk->table->groups; group++)
        if (walk->target.rows[group])
            base += walk->table->bases[group];
    return base;
}

/* True where all who did not give one of the target's answers gave the same one. */
static bool leaves_one_answer(const struct walk *walk) {
    size_t left = 0;
    for (size_t answer = 0; answer < walk->table->answers; answer++)
        left += !walk->target.columns[answer];
    return left == 1;
}

/* True where the target's rows are those in no code alone. */
static bool is_of_others(const struct walk *walk) {
    for (size_t group = 0; group < walk->table->coded; group++)
        if (walk->target.rows[group])
            return false;
    return walk->target.rows[walk->table->coded];
}

/* Who is in no code skipped the question, does not know, or gave one of the answers beside the
 * scale, and how many did which is published. Of p of them among b at least k + p - b are among
 * the k who gave an answer, so one or two of them are known where k is near b. */
static void try_parts(struct walk *walk) {
    int64_t base = walk->table->bases[walk->table->coded];
    if (walk->known || base < walk->limits->min_cell || !is_of_others(walk))
        return;
    walk->target.limit = base - walk->limits->min_cell + 2;
    walk->known = is_known(walk, OPEN_PARTS);
}

/* Tries one group, or several together. */
static void try_rows(struct walk *walk) {
    walk->known = is_known(walk, OPEN_COUNT);
    try_parts(walk);
    if (!walk->known && is_sensitive(walk) &&
        threshold_is_small_group(base_of(walk), walk->limits->min_cell) &&
        leaves_one_answer(walk))
        walk->known = is_known(walk, OPEN_MIND);
}

/* --- groups whose size is known, or can be --- */

static void clear_rows(struct walk *walk) {
    memset(walk->target.rows, 0, walk->table->groups * sizeof *walk->target.rows);
}

/* Those in a coarser level, or with -1 those in none, whose size follows from the sizes of the
 * levels. */
static void take_members(struct walk *walk, int level) {
    for (size_t group = 0; group < walk->table->groups; group++)
        walk->target.rows[group] = group_table_level(walk->table, group) == level;
}

static void take_left_out(struct walk *walk) {
    for (size_t group = 0; group < walk->table->groups && walk->cut != NULL; group++)
        walk->target.rows[group] = walk->cut->unit_of[group] == CUT_LEFT_OUT;
}

/* Takes the next groups as the target's rows: single ones, coarse levels, the codes in no
 * level, all left out. Where sizes are not published, neither is what would follow from them.
 * *next counts them, from 0. False after the last. */
static bool take_groups(struct walk *walk, size_t *next) {
    const struct group_table *table = walk->table;
    const struct grouping *grouping = table->grouping;
    size_t single = table->facts->hides_codes ? 0 : table->groups;
    size_t levels = table->facts->hides_levels ? 0 : grouping->coarse_count;
    size_t at = (*next)++;
    clear_rows(walk);
    walk->name.level = "";
    if (at < single) {
        walk->target.rows[at] = true;
        if (at < table->coded)
            walk->name.level = grouping->question->codes->codes[at].id;
    } else if (at < single + levels) {
        take_members(walk, (int)(at - single));
        walk->name.level = grouping->coarse[at - single].id;
    } else if (at == single + levels && levels > 0) {
        take_members(walk, -1);
    } else if (at <= single + levels + 1) {
        take_left_out(walk);
    }
    return at <= single + levels + 1;
}

/* --- all counts that could be in question --- */

static void try_groups(struct walk *walk) {
    size_t next = 0;
    while (!walk->known && take_groups(walk, &next))
        try_rows(walk);
}

static void try_columns(struct walk *walk, const char *category) {
    const struct group_table *table = walk->table;
    walk->name.category = category;
    try_groups(walk);
    if (!is_sensitive(walk))
        return;
    for (size_t answer = 0; answer < table->answers; answer++)
        walk->target.columns[answer] = !walk->target.columns[answer];
    try_groups(walk);
}

static void clear_columns(struct walk *walk) {
    memset(walk->target.columns, 0, walk->table->answers * sizeof *walk->target.columns);
}

static void try_codes(struct walk *walk) {
    const struct group_table *table = walk->table;
    for (size_t answer = 0; answer < table->answers && !walk->known; answer++) {
        clear_columns(walk);
        walk->target.columns[answer] = true;
        try_columns(walk, table->ticks > 0 ? "" : table->question->codes->codes[answer].id);
    }
}

static void try_sets(struct walk *walk) {
    const struct group_table *table = walk->table;
    for (size_t i = 0; i < table->question->set_count && !walk->known; i++) {
        const struct answer_set *set = &table->question->sets[i];
        clear_columns(walk);
        for (size_t j = 0; j < set->count; j++)
            if (set->codes[j] < table->answers)
                walk->target.columns[set->codes[j]] = true;
        try_columns(walk, set->id);
    }
}

static void try_top2(struct walk *walk) {
    const struct code_list *codes = walk->table->question->codes;
    if (codes->measure != MEASURE_ORDINAL || walk->table->answers < 2)
        return;
    for (size_t answer = 0; answer < walk->table->answers; answer++)
        walk->target.columns[answer] = code_list_is_top(codes, answer);
    try_columns(walk, "top2");
}

/* Of an option: ticked; of a ranked one also first. Not ticked matters only where it is
 * sensitive. */
static void try_ticks(struct walk *walk) {
    for (size_t answer = 0; answer < walk->table->ticks; answer++) {
        walk->target.columns[answer] = true;
        try_columns(walk, "");
        clear_columns(walk);
        for (size_t i = 0; i <= answer; i++)
            walk->target.columns[i] = true;
    }
}

/* True where every count of the group is the only one possible: with what is shown, or alone by
 * what the whole-sample figures say. */
static bool is_fixed(struct walk *walk, bool by_shown) {
    walk->target.openness = OPEN_ANY;
    for (size_t answer = 0; answer < walk->table->answers; answer++) {
        clear_columns(walk);
        walk->target.columns[answer] = true;
        if (by_shown ? is_open(walk) : !is_implied(walk))
            return false;
    }
    return true;
}

/* A small group is not to be known as a whole, however large its counts are: neither among
 * those left out nor within a coarser one. */
static void try_small_groups(struct walk *walk) {
    size_t next = 0;
    walk->name.category = "";
    while (!walk->known && take_groups(walk, &next)) {
        if (threshold_hides(base_of(walk), walk->limits->min_group))
            walk->known = is_fixed(walk, true) && !is_fixed(walk, false);
    }
}

/* Nor may those in no code be known to be of one mind: then each part of them is, however few
 * they are. */
static void try_others(struct walk *walk) {
    const struct group_table *table = walk->table;
    if (table->facts->hides_codes || table->bases[table->coded] == 0)
        return;
    clear_rows(walk);
    walk->name = (struct disclosed){"", ""};
    walk->target.rows[table->coded] = true;
    walk->target.limit = table->bases[table->coded];
    for (size_t answer = 0; answer < table->answers && !walk->known; answer++) {
        clear_columns(walk);
        walk->target.columns[answer] = true;
        walk->known = is_known(walk, OPEN_PARTS);
    }
}

/* True where all respondents gave the same answer, so that nothing more can be disclosed. */
static bool is_settled(const struct group_table *table) {
    for (size_t answer = 0; answer < table->answers; answer++)
        if (table->totals[answer] == table->answered)
            return true;
    return false;
}

static void try_part(struct walk *walk, size_t part) {
    walk->table = walk->parts[part].table;
    walk->cut = walk->parts[part].cut;
    walk->target = (struct target){
        .part = part,
        .rows = arena_allocate(walk->arena, walk->table->groups, sizeof(bool)),
        .columns = arena_allocate(walk->arena, walk->table->answers, sizeof(bool))};
    if (walk->table->ticks > 0) {
        try_ticks(walk);
    } else {
        try_codes(walk);
        try_sets(walk);
        try_top2(walk);
    }
    if (walk->shown && !walk->known && !is_settled(walk->table)) {
        try_small_groups(walk);
        try_others(walk);
    }
}

bool disclosure_find(const struct published_table *parts, size_t count,
                     const struct questionnaire *limits, struct disclosed *disclosed) {
    struct walk walk = {.arena = arena_new(), .parts = parts, .count = count, .limits = limits};
    if (parts[0].table->ticks > 0)
        walk.linked = linked_tables_new(walk.arena, parts, count);
    for (size_t i = 0; i < count; i++)
        walk.shown = walk.shown || parts[i].cut != NULL;
    for (size_t i = 0; i < count && !walk.known; i++)
        try_part(&walk, i);
    *disclosed = walk.name;
    arena_free(walk.arena);
    return walk.known;
}
