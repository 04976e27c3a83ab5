#include "protect/witness.h"

#include "survey/threshold.h"

enum { MOST_STEPS = 40, MOST_REPAIRS = 4 };

/* The search for a witness: other counts that say the same as what is published, and yet a
 * count in them is another one. Where there is such a witness, nobody can know that count. */
struct search {
    struct linked_tables *linked;
    const struct target *target;
    int64_t min_cell;
    int64_t original; /* the target's count in the table itself */
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

static bool opens(const struct search *search, int64_t count) {
    if (search->target->openness == OPEN_MIND)
        return count > 0;
    if (search->target->openness == OPEN_PARTS)
        return count < search->target->limit;
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

/* Makes the first exchange of the target's part that changes its count by one in that
 * direction; false if there is none. */
static bool step(struct search *search, int direction) {
    struct linked_tables *linked = search->linked;
    struct exchange exchange = {.part = search->target->part};
    struct move move;
    while (next_exchange(linked, &exchange))
        if (change_of(search->target, &exchange) == direction &&
            linked_tables_allows(linked, &exchange) && make(search, &exchange, &move))
            return true;
    return false;
}

/* Moves the count in one direction, as far as it goes, until it is open. */
static bool escapes(struct search *search, int direction) {
    linked_tables_reset(search->linked);
    for (int64_t i = 0; i < MOST_STEPS + search->min_cell; i++) {
        if (opens(search, count_of(search)))
            return true;
        if (!step(search, direction))
            return false;
    }
    return false;
}

bool witness_exists(struct linked_tables *linked, const struct target *target,
                    int64_t min_cell) {
    struct search search = {.linked = linked, .target = target, .min_cell = min_cell};
    linked_tables_reset(linked);
    search.original = count_of(&search);
    return escapes(&search, -1) || escapes(&search, 1);
}
