/* What the attack found, each once, with the tightest bounds. findings_free frees all; the
 * strings must outlive it. */
#ifndef ATTACK_FINDINGS_H
#define ATTACK_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct finding {
    const char *rule; /* "P4" */
    const char *how;  /* "linear", "integer", "three-way", "shown" */
    const char *what; /* what is known or shown, in words */
    const char *question, *item, *by, *level, *category;
    int64_t low, high; /* of the count that is known; -1: no count */
};

struct findings {
    struct finding *list;
    size_t count, capacity;
    size_t undecided;      /* counts for which the search gave up */
    size_t contradictions; /* tables whose facts contradict each other */
};

void findings_free(struct findings *findings);
void findings_add(struct findings *findings, const struct finding *finding);
/* "broken P4 linear QUESTION/ITEM by BY/LEVEL category CATEGORY: WHAT", one per line, sorted.
 */
void findings_print(struct findings *findings, FILE *stream);

#endif
