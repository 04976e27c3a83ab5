#include "protect/witness.h"

enum { MOST_STEPS = 40, MOST_REPAIRS = 4, MOST_CELLS_SEARCHED = 400 };

struct search {
    struct sheet *sheet;
    const struct target *target;
    int64_t min_cell;
    int64_t original; /* the target's count in the table itself */
    int64_t count;    /* that of the sheet at hand */
};

/* --- the count in question --- */

static int64_t count_of(const struct search *search) {
    const struct target *target = search->target;
    const struct group_table *table = search->sheet->parts[target->part].table;
    int64_t count = 0;
    for (size_t group = 0; group < table->groups; group++)
        for (size_t answer = 0; answer < table->answers; answer++)
            if (target->rows[group] && target->columns[answer])
                count += search->sheet->counts[target->part][group * table->answers + answer];
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
    return count == 0 || count >= search->min_cell;
}

/* --- options that no longer fit together --- */

static int64_t misfit_of(const struct search *search, const struct exchange *exchange) {
    return sheet_misfit(search->sheet, exchange->more) +
           sheet_misfit(search->sheet, exchange->less);
}

/* The exchange in another option between the same groups that leaves the least misfit, if any
 * helps. */
static bool best_repair(struct search *search, const struct exchange *first,
                        struct exchange *best) {
    struct sheet *sheet = search->sheet;
    int64_t least = misfit_of(search, first);
    bool found = false;
    for (size_t part = 0; part < sheet->count; part++)
        for (size_t way = 0; way < 2 && part != first->part; way++) {
            size_t answers = sheet->parts[part].table->answers;
            struct exchange exchange = {part, way == 0 ? first->less : first->more,
                                        way == 0 ? first->more : first->less, 0, 0};
            for (size_t pair = 0; pair < answers * answers; pair++) {
                exchange.to = pair / answers;
                exchange.from = pair % answers;
                if (exchange.to == exchange.from || !sheet_allows(sheet, &exchange))
                    continue;
                sheet_apply(sheet, &exchange);
                int64_t misfit = misfit_of(search, first);
                sheet_undo(sheet, &exchange);
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
        sheet_undo(search->sheet, &move->made[--move->count]);
}

/* Makes the exchange, and others in other options until all fit together; false, with nothing
 * changed, where they do not. */
static bool make(struct search *search, const struct exchange *exchange, struct move *move) {
    move->made[0] = *exchange;
    move->count = 1;
    sheet_apply(search->sheet, exchange);
    while (misfit_of(search, exchange) > 0) {
        if (move->count > MOST_REPAIRS ||
            !best_repair(search, exchange, &move->made[move->count])) {
            undo(search, move);
            return false;
        }
        sheet_apply(search->sheet, &move->made[move->count++]);
    }
    return true;
}

/* --- the search --- */

/* All exchanges of one part. */
static bool next_exchange(const struct sheet *sheet, struct exchange *exchange) {
    const struct group_table *table = sheet->parts[exchange->part].table;
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
 * must_help). False where there is none. */
static bool make_best(struct search *search, size_t part, enum change change, bool must_help) {
    struct sheet *sheet = search->sheet;
    struct exchange exchange = {.part = part}, best = {0};
    struct move move;
    bool found = false;
    double most = 0;
    search->count = count_of(search);
    while (next_exchange(sheet, &exchange)) {
        if (!is_wanted(search, &exchange, change) || !sheet_allows(sheet, &exchange))
            continue;
        double gain = sheet_gain(sheet, &exchange);
        if ((must_help && gain <= 0) || (found && gain <= most) ||
            !make(search, &exchange, &move))
            continue;
        if (sheet->associations[part] == NULL)
            return true;
        undo(search, &move);
        best = exchange;
        most = gain;
        found = true;
    }
    return found && make(search, &best, &move);
}

/* Lets other counts change, as long as this helps the verdict of a part. */
static bool mend_verdict(struct search *search, size_t part) {
    const struct group_table *table = search->sheet->parts[part].table;
    for (int i = 0; i < MOST_STEPS; i++) {
        if (sheet_keeps_verdict(search->sheet, part))
            return true;
        if (table->groups * table->answers > MOST_CELLS_SEARCHED ||
            !make_best(search, part, CHANGE_OPEN, true))
            return false;
    }
    return false;
}

/* Mending one part may need repairs in another, so all are looked at once more. */
static bool mend_all(struct search *search) {
    for (size_t part = 0; part < search->sheet->count; part++)
        if (!mend_verdict(search, part))
            return false;
    for (size_t part = 0; part < search->sheet->count; part++)
        if (!sheet_keeps_verdict(search->sheet, part))
            return false;
    return is_open(search, count_of(search));
}

/* Moves the count in one direction, as far as it goes, until it is open and the verdicts are
 * kept. */
static bool escapes(struct search *search, enum change direction) {
    sheet_reset(search->sheet);
    for (int64_t i = 0; i < MOST_STEPS + search->min_cell; i++) {
        if (is_open(search, count_of(search)) && mend_all(search))
            return true;
        if (!make_best(search, search->target->part, direction, false))
            return false;
    }
    return false;
}

bool witness_exists(struct sheet *sheet, const struct target *target, int64_t min_cell) {
    struct search search = {.sheet = sheet, .target = target, .min_cell = min_cell};
    sheet_reset(sheet);
    search.original = count_of(&search);
    return escapes(&search, CHANGE_DOWN) || escapes(&search, CHANGE_UP);
}
