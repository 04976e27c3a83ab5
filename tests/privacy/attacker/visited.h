/* States of a search, each with what came of it. */
#ifndef ATTACK_VISITED_H
#define ATTACK_VISITED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Answers placed below a number, and what is left of the sum and of the squares. */
struct state {
    int64_t number, placed, sum, squares;
    bool must; /* somebody gave this number */
    /* Of each smaller width whether a class was too small, and what the present one holds. */
    uint64_t widths;
};

/* All states that were looked at: open addressing. Begins as {0}; visited_free frees it. */
struct visited {
    struct state *states;
    bool *fits; /* some set of answers goes on from there */
    bool *taken;
    size_t size, count;
};

/* True where the state was added; *fits gets what with. */
bool visited_has(const struct visited *visited, const struct state *state, bool *fits);
/* Adds a state that is not there. */
void visited_add(struct visited *visited, const struct state *state, bool fits);
void visited_free(struct visited *visited);

#endif
