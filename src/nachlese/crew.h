/* A crew works through the steps of a table: as many at the same time as there are processors,
 * each as soon as what it needs is there. What comes of it, and what is said in which order, is
 * as if the steps had been done one after the other. The steps stay the caller's. */
#ifndef NACHLESE_CREW_H
#define NACHLESE_CREW_H

#include <stdbool.h>
#include <stddef.h>

#include "nachlese/child.h"

enum failure {
    FAILURE_ENDS_ALL,   /* no later step counts */
    FAILURE_ENDS_STAGE, /* no later step of the same stage counts */
};

enum { STEP_NEEDS = 2 };

struct step {
    size_t stage; /* which part of the work; steps are in the order of their stages */
    size_t needs[STEP_NEEDS]; /* all of these earlier stages must have ended; its own: none */
    enum failure failure;     /* what it means for others when the code is not 0 */
    size_t product, language, group; /* for the caller */
    struct child child;
    int code;    /* when it has ended: its exit code */
    bool counts; /* false where an earlier failure ended it, or kept it from being begun */
};

struct crew {
    struct step *steps;
    size_t count;
    bool keeps_messages; /* those of every step until it is reported, also of the first */
    void *context;       /* handed to all of these */
    /* False where the step is not needed, after all: it never begins, and nothing is said of
     * it. Asked when all that it needs is there. NULL: every step is needed. */
    bool (*is_needed)(void *context, const struct step *step);
    /* Puts into step->child what is to be started, right before that. */
    void (*equip)(void *context, struct step *step);
    /* The exit code of a step that has ended; called once, and says nothing. */
    int (*judge)(void *context, const struct step *step);
    /* Says what is to be said of a step that counts, in the order of the steps. */
    void (*report)(void *context, const struct step *step);
};

/* Works until all steps have ended. Returns the code of the first that failed and ends all,
 * else 0; EXIT_RESOURCE where a signal asked this program to stop. */
int crew_run(const struct crew *crew);

/* The code of the first step of that stage that failed so far, else 0. */
int crew_failure(const struct crew *crew, size_t stage);

#endif
