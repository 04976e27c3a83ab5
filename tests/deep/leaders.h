/* How often the leaders of a list lose its true first, and how often two lists with the same
 * truth would be said to have another first: by simulation, and of three items by enumeration.
 * For inference_leaders_test.c and leaders_simulation.c. */
#ifndef DEEP_LEADERS_H
#define DEEP_LEADERS_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "inference/leaders.h"
#include "inference/log_factorial.h"

enum { LEADERS_MOST = 30 };

/* Each person has item i with the chance shares[i]; a person with a will says yes (or no) to
 * all of them more often, so that the items hang together. */
struct leaders_world {
    const char *name;
    size_t items;
    double shares[LEADERS_MOST]; /* none is larger than the first */
    double will;                 /* 0: the items have nothing to do with each other */
};

static const struct leaders_world leaders_worlds[] = {
    {"equal, half", 9, {.5, .5, .5, .5, .5, .5, .5, .5, .5}, 0},
    {"equal, eight in ten", 9, {.8, .8, .8, .8, .8, .8, .8, .8, .8}, 0},
    {"equal, one in ten", 9, {.1, .1, .1, .1, .1, .1, .1, .1, .1}, 0},
    {"equal, by will", 9, {.5, .5, .5, .5, .5, .5, .5, .5, .5}, .3},
    {"two first, spread", 9, {.7, .7, .6, .6, .5, .5, .4, .3, .2}, 0},
    {"spread", 9, {.75, .7, .65, .6, .55, .5, .45, .4, .3}, 0},
    {"spread wide", 9, {.9, .8, .7, .6, .5, .4, .3, .2, .1}, 0},
    {"three, equal", 3, {.5, .5, .5}, 0},
    {"six, equal", 6, {.5, .5, .5, .5, .5, .5}, 0},
    {"twelve, equal", 12, {.5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5}, 0},
    {"thirty, equal",
     30,
     {.5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5,
      .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5},
     0},
};
enum { LEADERS_WORLDS = sizeof leaders_worlds / sizeof *leaders_worlds };

/* Shares of surveys. */
struct leaders_found {
    double lost;     /* the true first is not among the leaders */
    double disagree; /* the first of another list with the same truth is not */
    double clear;    /* there is one leader alone */
    double leaders;  /* the mean number of leaders */
};

/* SplitMix64 (Steele, Lea and Flood 2014). */
static double leaders_chance(uint64_t *state) {
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (double)((z ^ z >> 31) >> 11) * 0x1p-53;
}

struct leaders_survey {
    int64_t having[LEADERS_MOST], bases[LEADERS_MOST], only[LEADERS_MOST * LEADERS_MOST];
};

static void leaders_add(struct leaders_survey *survey, size_t items, unsigned person,
                        int64_t times) {
    for (size_t i = 0; i < items; i++) {
        bool has = (person >> i & 1) != 0;
        survey->bases[i] += times;
        survey->having[i] += has ? times : 0;
        for (size_t j = 0; j < items; j++)
            survey->only[i * items + j] += has && (person >> j & 1) == 0 ? times : 0;
    }
}

static unsigned leaders_person(const struct leaders_world *world, double shift,
                               uint64_t *state) {
    unsigned person = 0;
    for (size_t i = 0; i < world->items; i++)
        if (leaders_chance(state) < world->shares[i] + shift)
            person |= 1u << i;
    return person;
}

static void leaders_of(const struct leaders_survey *survey, size_t items, double level,
                       enum lead leads[LEADERS_MOST]) {
    struct paired_list list = {items, survey->having, survey->bases, survey->only};
    leaders_find_at(&list, 1, level, leads);
}

static size_t leaders_first(const struct leaders_survey *survey, size_t items) {
    size_t first = 0;
    for (size_t i = 1; i < items; i++)
        if (survey->having[i] > survey->having[first])
            first = i;
    return first;
}

static struct leaders_found leaders_simulate(const struct leaders_world *world, int64_t n,
                                             double level, int surveys, uint64_t seed) {
    struct leaders_found found = {0};
    for (int i = 0; i < surveys; i++) {
        struct leaders_survey one, other;
        enum lead leads[LEADERS_MOST];
        memset(&one, 0, sizeof one);
        memset(&other, 0, sizeof other);
        for (int64_t k = 0; k < n; k++) {
            double shift = leaders_chance(&seed) < .5 ? -world->will : world->will;
            leaders_add(&one, world->items, leaders_person(world, shift, &seed), 1);
            leaders_add(&other, world->items, leaders_person(world, shift, &seed), 1);
        }
        leaders_of(&one, world->items, level, leads);
        /* Equal items: which of them stands for the first must not be the one that ties
         * favour. */
        size_t last = 0, leaders = 0;
        for (size_t k = 0; k < world->items; k++) {
            last = world->shares[k] >= world->shares[0] ? k : last;
            leaders += leads[k] == LEAD_YES;
        }
        found.lost += leads[last] != LEAD_YES;
        found.disagree += leads[leaders_first(&other, world->items)] != LEAD_YES;
        found.clear += leaders == 1;
        found.leaders += (double)leaders;
    }
    found.lost /= surveys;
    found.disagree /= surveys;
    found.clear /= surveys;
    found.leaders /= surveys;
    return found;
}

/* --- three items: every survey of n people, by its chance --- */

enum { LEADERS_PATTERNS = 8 };

struct leaders_enumeration {
    const double *shares;
    double level, lost;
    int64_t counts[LEADERS_PATTERNS]; /* how many people have which of the items */
};

static void leaders_weigh(struct leaders_enumeration *all, int64_t n) {
    struct leaders_survey survey;
    enum lead leads[LEADERS_MOST];
    long double logarithm = log_factorial(n);
    memset(&survey, 0, sizeof survey);
    for (unsigned person = 0; person < LEADERS_PATTERNS; person++) {
        leaders_add(&survey, 3, person, all->counts[person]);
        logarithm -= log_factorial(all->counts[person]);
        for (size_t i = 0; i < 3; i++)
            logarithm += (long double)all->counts[person] *
                         logl((person >> i & 1) != 0 ? (long double)all->shares[i]
                                                     : 1 - (long double)all->shares[i]);
    }
    leaders_of(&survey, 3, all->level, leads);
    all->lost += leads[2] != LEAD_YES ? (double)expl(logarithm) : 0;
}

static void leaders_walk(struct leaders_enumeration *all, unsigned pattern, int64_t left,
                         int64_t n) {
    if (pattern == LEADERS_PATTERNS - 1) {
        all->counts[pattern] = left;
        leaders_weigh(all, n);
        return;
    }
    for (int64_t count = 0; count <= left; count++) {
        all->counts[pattern] = count;
        leaders_walk(all, pattern + 1, left - count, n);
    }
}

/* The chance that the last of three items with these shares, the largest of them, is not among
 * the leaders. */
static double leaders_enumerate(const double shares[3], int64_t n, double level) {
    struct leaders_enumeration all = {.shares = shares, .level = level};
    leaders_walk(&all, 0, n, n);
    return all.lost;
}

#endif
