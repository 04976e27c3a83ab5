#include "visited.h"

#include <stdlib.h>

#include "base/memory.h"

static size_t slot_of(const struct visited *visited, const struct state *state) {
    uint64_t hash = (uint64_t)state->number * 2 + state->must;
    hash = hash * 0x9E3779B97F4A7C15u + (uint64_t)state->placed;
    hash = hash * 0x9E3779B97F4A7C15u + (uint64_t)state->sum;
    hash = hash * 0x9E3779B97F4A7C15u + (uint64_t)state->squares;
    hash = hash * 0x9E3779B97F4A7C15u + state->widths;
    size_t at = (size_t)(hash ^ hash >> 29) & (visited->size - 1);
    while (visited->taken[at] && (visited->states[at].number != state->number ||
                                  visited->states[at].must != state->must ||
                                  visited->states[at].placed != state->placed ||
                                  visited->states[at].sum != state->sum ||
                                  visited->states[at].squares != state->squares ||
                                  visited->states[at].widths != state->widths))
        at = (at + 1) & (visited->size - 1);
    return at;
}

static void put(struct visited *visited, const struct state *state, bool fits) {
    size_t at = slot_of(visited, state);
    visited->states[at] = *state;
    visited->taken[at] = true;
    visited->fits[at] = fits;
    visited->count++;
}

void visited_free(struct visited *visited) {
    free(visited->states);
    free(visited->fits);
    free(visited->taken);
}

bool visited_has(const struct visited *visited, const struct state *state, bool *fits) {
    if (visited->size == 0)
        return false;
    size_t at = slot_of(visited, state);
    *fits = visited->taken[at] && visited->fits[at];
    return visited->taken[at];
}

void visited_add(struct visited *visited, const struct state *state, bool fits) {
    if (2 * visited->count >= visited->size) {
        struct visited old = *visited;
        visited->size = old.size == 0 ? 1024 : 2 * old.size;
        visited->count = 0;
        visited->states = memory_allocate(visited->size, sizeof *visited->states);
        visited->fits = memory_allocate(visited->size, sizeof *visited->fits);
        visited->taken = memory_allocate(visited->size, sizeof *visited->taken);
        for (size_t i = 0; i < old.size; i++)
            if (old.taken[i])
                put(visited, &old.states[i], old.fits[i]);
        visited_free(&old);
    }
    put(visited, state, fits);
}
