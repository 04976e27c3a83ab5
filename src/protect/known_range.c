#include "protect/known_range.h"

#include <assert.h>

static int64_t smaller(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t larger(int64_t a, int64_t b) {
    return a > b ? a : b;
}

/* Some people and some answers among all of a cell: how many of these people gave them. */
static void meet(struct known_range *range, int64_t people, int64_t answers, int64_t all) {
    range->low += larger(0, people + answers - all);
    range->high += smaller(people, answers);
}

/* How many of the groups that are wanted are in a unit. */
static int64_t people_of(const struct group_table *table, const struct cut *cut,
                         const bool *rows, size_t unit) {
    int unit_of = unit < cut->units ? (int)unit : CUT_LEFT_OUT;
    int64_t people = 0;
    for (size_t group = 0; group < table->groups; group++)
        if (rows[group] && cut->unit_of[group] == unit_of)
            people += table->bases[group];
    return people;
}

/* --- nothing is shown, or all counts --- */

static struct known_range by_sums(const struct group_table *table, const bool *rows,
                                  const bool *columns) {
    struct known_range range = {0, 0};
    int64_t people = 0, answers = 0, all = 0;
    for (size_t group = 0; group < table->groups; group++) {
        people += rows[group] ? table->bases[group] : 0;
        all += table->bases[group];
    }
    for (size_t answer = 0; answer < table->answers; answer++)
        answers += columns[answer] ? table->totals[answer] : 0;
    meet(&range, people, answers, all);
    return range;
}

static struct known_range by_units(const struct group_table *table, const struct cut *cut,
                                   const bool *rows, const bool *columns) {
    struct known_range range = {0, 0};
    for (size_t unit = 0; unit <= cut->units; unit++) {
        int64_t answers = 0;
        if (unit < cut->units && !cut->shown[unit])
            continue; /* it is among those left out */
        for (size_t answer = 0; answer < table->answers; answer++)
            answers += columns[answer] ? cut->counts[unit * cut->classes + answer] : 0;
        meet(&range, people_of(table, cut, rows, unit), answers, cut->bases[unit]);
    }
    return range;
}

/* --- one class is shown, the other is the rest --- */

/* What the wanted groups and answers are in each of the two classes. */
struct halves {
    int64_t people;             /* in the wanted groups, of both classes */
    int64_t least, most;        /* of these in the first class */
    int64_t answers[2], all[2]; /* wanted answers, all answers of a class */
};

static struct halves halves_of(const struct group_table *table, const struct cut *cut,
                               const bool *rows, const bool *columns) {
    struct halves halves = {0};
    for (size_t unit = 0; unit <= cut->units; unit++) {
        if (unit < cut->units && !cut->shown[unit])
            continue;
        int64_t people = people_of(table, cut, rows, unit);
        int64_t inside = cut->counts[2 * unit], outside = cut->counts[2 * unit + 1];
        halves.people += people;
        halves.least += larger(0, people - outside);
        halves.most += smaller(people, inside);
        halves.all[0] += inside;
        halves.all[1] += outside;
    }
    for (size_t answer = 0; answer < table->answers; answer++)
        if (columns[answer])
            halves.answers[cut->class_of[answer]] += table->totals[answer];
    return halves;
}

static struct known_range range_at(const struct halves *halves, int64_t inside) {
    struct known_range range = {0, 0};
    inside = larger(halves->least, smaller(inside, halves->most));
    meet(&range, inside, halves->answers[0], halves->all[0]);
    meet(&range, halves->people - inside, halves->answers[1], halves->all[1]);
    return range;
}

/* low is convex and high concave in how many are in the first class, both made of straight
 * pieces, so that one of the ends or of the bends has the extreme. */
static struct known_range by_classes(const struct group_table *table, const struct cut *cut,
                                     const bool *rows, const bool *columns) {
    struct halves halves = halves_of(table, cut, rows, columns);
    const int64_t bends[] = {halves.most, halves.answers[0], halves.people - halves.answers[1],
                             halves.all[0] - halves.answers[0],
                             halves.people + halves.answers[1] - halves.all[1]};
    struct known_range range = range_at(&halves, halves.least);
    for (size_t i = 0; i < sizeof bends / sizeof bends[0]; i++) {
        struct known_range found = range_at(&halves, bends[i]);
        range.low = smaller(range.low, found.low);
        range.high = larger(range.high, found.high);
    }
    return range;
}

struct known_range known_range_of(const struct group_table *table, const struct cut *cut,
                                  const bool *rows, const bool *columns) {
    assert(table->ticks == 0);
    if (cut == NULL)
        return by_sums(table, rows, columns);
    return cut->classes == cut->shown_classes ? by_units(table, cut, rows, columns)
                                              : by_classes(table, cut, rows, columns);
}
