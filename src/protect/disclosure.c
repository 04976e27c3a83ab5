#include "protect/disclosure.h"

#include <string.h>

#include "protect/threshold.h"

enum { MOST_STEPS = 40, MOST_REPAIRS = 4, MOST_CELLS_SEARCHED = 400 };

/* When a count is open: nobody knows it to be what must not be known. */
enum openness {
    OPEN_COUNT, /* it can be 0 or at least min_cell */
    OPEN_MIND,  /* it can be 1 or more: not all agree on the other answers */
    OPEN_ANY    /* it can be another one than it is */
};

/* Some answers by some groups of one part; the count of a target is the sum over both. */
struct target {
    size_t part;
    bool *rows, *columns; /* by group, by answer */
    enum openness openness;
};

/* The search for a witness: other counts that say the same as what is published, and yet a
 * count in them is another one. Where there is such a witness, nobody can know that count. */
struct search {
    struct linked_tables *linked;
    const struct target *target;
    int64_t min_cell;
    int64_t original; /* the target's count in the table itself */
    int64_t count;    /* that of the tables at hand */
};

/* --- the count that a witness is searched for --- */

static int64_t count_of(const struct search *search) {
    const struct target *target = search->target;
    const struct group_table *table = search->linked->parts[target->part].table;
    int64_t count = 0;
    for (size_t group = 0; group < table->groups; group++)
        for (size_t answer = 0; answer < table->answers; answer++)
            if (target->rows[group] && target->columns[answer])
                count += search->linked->counts[target->part][group * table->answers + answer];
    return count;
}

static int change_of(const struct target *target, const struct exchange *exchange) {
    if (exchange->part != target->part)
        return 0;
    return (target->rows[exchange->more] - target->rows[exchange->less]) *
           (target->columns[exchange->to] - target->columns[exchange->from]);
}

static bool is_open(const struct search *search, int64_t count) {
    if (search->target->openness == OPEN_MIND)
        return count > 0;
    if (search->target->openness == OPEN_ANY)
        return count != search->original;
    return !threshold_hides(count, search->min_cell);
}

/* --- options that no longer fit together --- */

static int64_t misfit_of(const struct search *search, const struct exchange *exchange) {
    return linked_tables_misfit(search->linked, exchange->more) +
           linked_tables_misfit(search->linked, exchange->less);
}

/* The exchange in another option between the same groups that leaves the least misfit, if any
 * helps. */
static bool best_repair(struct search *search, const struct exchange *first,
                        struct exchange *best) {
    struct linked_tables *linked = search->linked;
    int64_t least = misfit_of(search, first);
    bool found = false;
    for (size_t part = 0; part < linked->count; part++)
        for (size_t way = 0; way < 2 && part != first->part; way++) {
            size_t answers = linked->parts[part].table->answers;
            struct exchange exchange = {part, way == 0 ? first->less : first->more,
                                        way == 0 ? first->more : first->less, 0, 0};
            for (size_t pair = 0; pair < answers * answers; pair++) {
                exchange.to = pair / answers;
                exchange.from = pair % answers;
                if (exchange.to == exchange.from || !linked_tables_allows(linked, &exchange))
                    continue;
                linked_tables_apply(linked, &exchange);
                int64_t misfit = misfit_of(search, first);
                linked_tables_undo(linked, &exchange);
                if (misfit >= least)
                    continue;
                least = misfit;
                *best = exchange;
                found = true;
            }
        }
    return found;
}

/* An exchange with its repairs. */
struct move {
    struct exchange made[1 + MOST_REPAIRS];
    size_t count;
};

static void undo(struct search *search, struct move *move) {
    while (move->count > 0)
        linked_tables_undo(search->linked, &move->made[--move->count]);
}

/* Makes the exchange, and others in other options until all fit together; false, with nothing
 * changed, where they do not. */
static bool make(struct search *search, const struct exchange *exchange, struct move *move) {
    move->made[0] = *exchange;
    move->count = 1;
    linked_tables_apply(search->linked, exchange);
    while (misfit_of(search, exchange) > 0) {
        if (move->count > MOST_REPAIRS ||
            !best_repair(search, exchange, &move->made[move->count])) {
            undo(search, move);
            return false;
        }
        linked_tables_apply(search->linked, &move->made[move->count++]);
    }
    return true;
}

/* --- the search for a witness --- */

/* All exchanges of one part. */
static bool next_exchange(const struct linked_tables *linked, struct exchange *exchange) {
    const struct group_table *table = linked->parts[exchange->part].table;
    do {
        if (++exchange->from < table->answers)
            continue;
        exchange->from = 0;
        if (++exchange->to < table->answers)
            continue;
        exchange->to = 0;
        if (++exchange->less < table->groups)
            continue;
        exchange->less = 0;
        if (++exchange->more == table->groups)
            return false;
    } while (exchange->more == exchange->less || exchange->to == exchange->from);
    return true;
}

/* How the target's count may change. */
enum change { CHANGE_DOWN = -1, CHANGE_NONE, CHANGE_UP, CHANGE_OPEN /* stays open */ };

static bool is_wanted(const struct search *search, const struct exchange *exchange,
                      enum change change) {
    int by = change_of(search->target, exchange);
    if (change == CHANGE_OPEN)
        return by == 0 || is_open(search, search->count + by);
    return by == (int)change;
}

/* Makes the exchange of a part that is wanted and helps the part's verdict most (at all, where
 * must_help). False if there is none. */
static bool make_best(struct search *search, size_t part, enum change change, bool must_help) {
    struct linked_tables *linked = search->linked;
    struct exchange exchange = {.part = part}, best = {0};
    struct move move;
    bool found = false;
    double most = 0;
    search->count = count_of(search);
    while (next_exchange(linked, &exchange)) {
        if (!is_wanted(search, &exchange, change) || !linked_tables_allows(linked, &exchange))
            continue;
        double gain = linked_tables_gain(linked, &exchange);
        if ((must_help && gain <= 0) || (found && gain <= most) ||
            !make(search, &exchange, &move))
            continue;
        if (linked->associations[part] == NULL)
            return true;
        undo(search, &move);
        best = exchange;
        most = gain;
        found = true;
    }
    return found && make(search, &best, &move);
}

/* Lets other counts change, as long as this helps the verdict of a part. */
static bool restore_verdict(struct search *search, size_t part) {
    const struct group_table *table = search->linked->parts[part].table;
    for (int i = 0; i < MOST_STEPS; i++) {
        if (linked_tables_keeps_verdict(search->linked, part))
            return true;
        if (table->groups * table->answers > MOST_CELLS_SEARCHED ||
            !make_best(search, part, CHANGE_OPEN, true))
            return false;
    }
    return false;
}

/* Mending one part may need repairs in another, so all are looked at once more. */
static bool restore_all(struct search *search) {
    for (size_t part = 0; part < search->linked->count; part++)
        if (!restore_verdict(search, part))
            return false;
    for (size_t part = 0; part < search->linked->count; part++)
        if (!linked_tables_keeps_verdict(search->linked, part))
            return false;
    return is_open(search, count_of(search));
}

/* Moves the count in one direction, as far as it goes, until it is open and the verdicts are
 * kept. */
static bool escapes(struct search *search, enum change direction) {
    linked_tables_reset(search->linked);
    for (int64_t i = 0; i < MOST_STEPS + search->min_cell; i++) {
        if (is_open(search, count_of(search)) && restore_all(search))
            return true;
        if (!make_best(search, search->target->part, direction, false))
            return false;
    }
    return false;
}

/* True where the counts themselves, or others that say the same, leave the target open. False
 * where none was found: the search tries exchanges between respondents, not all tables. Changes
 * the counts of the linked tables. */
static bool witness_exists(struct linked_tables *linked, const struct target *target,
                           int64_t min_cell) {
    struct search search = {.linked = linked, .target = target, .min_cell = min_cell};
    linked_tables_reset(linked);
    search.original = count_of(&search);
    return escapes(&search, CHANGE_DOWN) || escapes(&search, CHANGE_UP);
}

/* --- what is known --- */

/* Walks over all answers, sets and groups of one part after the other; tries each pair. */
struct walk {
    struct arena *arena;
    struct linked_tables *linked;
    struct linked_tables *sums; /* the same without anything shown; NULL: not yet needed */
    const struct questionnaire *limits;
    const struct group_table *table; /* of the part at hand */
    const struct cut *cut;
    struct target target;
    struct disclosed name;
    bool shown; /* counts of some part are shown */
    bool known;
};

/* Where everybody answered both questions, the sizes of the groups are their bases; what then
 * follows from the sums alone, the whole-sample figures say. */
static bool is_implied(struct walk *walk) {
    const struct group_table *table = walk->table;
    if (table->facts->hides_codes || table->answered != table->accepted ||
        table->bases[table->coded] != 0)
        return false;
    if (walk->sums == NULL) {
        struct published_table *parts =
            arena_allocate(walk->arena, walk->linked->count, sizeof *parts);
        for (size_t i = 0; i < walk->linked->count; i++)
            parts[i].table = walk->linked->parts[i].table;
        walk->sums = linked_tables_new(walk->arena, parts, walk->linked->count);
    }
    return !witness_exists(walk->sums, &walk->target, walk->limits->min_cell);
}

static bool is_known(struct walk *walk, enum openness openness) {
    walk->target.openness = openness;
    return !witness_exists(walk->linked, &walk->target, walk->limits->min_cell) &&
           !is_implied(walk);
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

/* Tries one group, or several together. */
static void try_rows(struct walk *walk) {
    walk->known = is_known(walk, OPEN_COUNT);
    if (!walk->known && is_sensitive(walk) &&
        threshold_is_small_group(base_of(walk), walk->limits->min_cell) &&
        leaves_one_answer(walk))
        walk->known = is_known(walk, OPEN_MIND);
}

/* --- groups whose size is known, or can be --- */

static void clear_rows(struct walk *walk) {
    memset(walk->target.rows, 0, walk->table->groups * sizeof *walk->target.rows);
}

static void add_level(struct walk *walk, const struct coarse_level *level, bool member) {
    for (size_t i = 0; i < level->count; i++)
        if (level->codes[i] < walk->table->coded)
            walk->target.rows[level->codes[i]] = member;
}

/* The codes in no coarse level, whose size follows from those of the levels. */
static void take_unlevelled(struct walk *walk) {
    const struct grouping *grouping = walk->table->grouping;
    for (size_t group = 0; group < walk->table->coded; group++)
        walk->target.rows[group] = true;
    for (size_t level = 0; level < grouping->coarse_count; level++)
        add_level(walk, &grouping->coarse[level], false);
}

static void take_left_out(struct walk *walk) {
    for (size_t group = 0; group < walk->table->coded && walk->cut != NULL; group++)
        walk->target.rows[group] = walk->cut->unit_of[group] == CUT_LEFT_OUT;
}

/* Takes the next groups as the target's rows: single ones, coarse levels, the codes in no
 * level, all left out. Where sizes are not published, neither is what would follow from them.
 * *next counts them, from 0. False after the last. */
static bool take_groups(struct walk *walk, size_t *next) {
    const struct group_table *table = walk->table;
    const struct grouping *grouping = table->grouping;
    /* The others, beside the codes, are in no test. */
    size_t single =
        walk->linked->parts[walk->target.part].verdict ? table->coded : table->groups;
    single = table->facts->hides_codes ? 0 : single;
    size_t levels = table->facts->hides_levels ? 0 : grouping->coarse_count;
    size_t at = (*next)++;
    clear_rows(walk);
    walk->name.level = "";
    if (at < single) {
        walk->target.rows[at] = true;
        if (at < table->coded)
            walk->name.level = grouping->question->codes->codes[at].id;
    } else if (at < single + levels) {
        add_level(walk, &grouping->coarse[at - single], true);
        walk->name.level = grouping->coarse[at - single].id;
    } else if (at == single + levels && levels > 0) {
        take_unlevelled(walk);
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
    size_t answers = walk->table->answers;
    if (walk->table->question->codes->measure != MEASURE_ORDINAL || answers < 2)
        return;
    clear_columns(walk);
    walk->target.columns[answers - 1] = walk->target.columns[answers - 2] = true;
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
        if (by_shown ? witness_exists(walk->linked, &walk->target, walk->limits->min_cell)
                     : !is_implied(walk))
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

/* True where all respondents gave the same answer, so that nothing more can be disclosed. */
static bool is_settled(const struct group_table *table) {
    for (size_t answer = 0; answer < table->answers; answer++)
        if (table->totals[answer] == table->answered)
            return true;
    return false;
}

static void try_part(struct walk *walk, size_t part) {
    walk->table = walk->linked->parts[part].table;
    walk->cut = walk->linked->parts[part].cut;
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
    if (walk->shown && !walk->known && !is_settled(walk->table))
        try_small_groups(walk);
}

bool disclosure_find(const struct published_table *parts, size_t count,
                     const struct questionnaire *limits, struct disclosed *disclosed) {
    struct walk walk = {.arena = arena_new(), .limits = limits};
    walk.linked = linked_tables_new(walk.arena, parts, count);
    for (size_t i = 0; i < count; i++)
        walk.shown = walk.shown || parts[i].cut != NULL;
    for (size_t i = 0; i < count && !walk.known; i++)
        try_part(&walk, i);
    *disclosed = walk.name;
    arena_free(walk.arena);
    return walk.known;
}
